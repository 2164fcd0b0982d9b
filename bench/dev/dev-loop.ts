import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as wait } from "node:timers/promises"
import { browserProgram } from "../../demo/browser/find.ts"
import { BUILD, builtExtension } from "../../demo/build.ts"
import { root } from "../../demo/root.ts"
import { openBrowser } from "../../demo/tour/browser.ts"
import { withFolder } from "../child.ts"
import { secondsOf, spread, type Row } from "../table.ts"

const [ROUNDS, PAUSE_MS] = [10, 1000]

/**
 * Measures `npm run dev`, in a clone of what is committed: how long it takes from the write of a component of the panel
 * until a browser shows it, and from the write of a file of the relay until it answers with it.
 */
export async function devLoop(signal: AbortSignal): Promise<Row[]> {
  const build = await builtExtension(signal)
  return withFolder(async (folder) => {
    const clone = join(folder, "clone")
    execFileSync("git", ["clone", "--quiet", "--shared", root, clone])
    symlinkSync(join(root, "node_modules"), join(clone, "node_modules"))
    cpSync(build, join(clone, BUILD.slice(root.length + 1)), { recursive: true })
    const dev = spawn(process.execPath, ["demo/dev/run.ts"], {
      cwd: clone,
      env: { ...process.env, REPLYWRIGHT_DATA: join(folder, "data") },
      stdio: ["ignore", "pipe", "inherit"],
      signal
    })
    const ended = once(dev, "close")
    try {
      const relay = await addressOnceReady(dev.stdout)
      const panel = await changesOfPanel(clone, folder)
      const answers = await changesOfRelay(clone, relay)
      return [
        ["a component of the panel: from the write to the screen", spread(panel, secondsOf)],
        ["a file of the relay: from the write to its answer", spread(answers, secondsOf)]
      ]
    } finally {
      dev.kill("SIGINT")
      await ended
    }
  })
}

/** Resolves to the relay's address once the changes of sources are followed. */
async function addressOnceReady(output: NodeJS.ReadableStream): Promise<string> {
  let address = ""
  for await (const line of createInterface(output)) {
    address = / Relay: (\S+)/.exec(line)?.[1] ?? address
    if (/ Ready\. /.test(line)) {
      output.resume()
      return address
    }
  }
  throw new Error("npm run dev ended before it was ready.")
}

async function changesOfPanel(clone: string, folder: string): Promise<number[]> {
  const opened = await openBrowser({
    program: browserProgram(),
    extension: join(clone, "build/dev"),
    profile: join(folder, "own-profile"),
    headless: true
  })
  try {
    const page = await opened.page("sidepanel.html")
    return await changes(
      join(clone, "src/ui/agent/panel.tsx"),
      '<div className="panel">',
      (n) => page.locator(`text="change ${n}"`).waitFor({ timeout: 60_000 }),
      (n) => `<div className="panel"><p>change ${n}</p>`
    )
  } finally {
    await opened.context.close()
  }
}

function changesOfRelay(clone: string, relay: string): Promise<number[]> {
  const shows = async (n: number) => {
    for (;;) {
      const health = await fetch(`${relay}/v1/health`)
        .then((answer) => answer.text())
        .catch(() => "")
      if (health.includes(`"change ${n}"`)) return
      await wait(5)
    }
  }
  return changes(
    join(clone, "src/relay/server/health.ts"),
    "    version,\n    ok",
    shows,
    (n) => `    version: "change ${n}",\n    ok`
  )
}

/** Writes a file again and again, each time with another text at this place, and returns how long each took to show. */
async function changes(
  file: string,
  place: string,
  shows: (n: number) => Promise<void>,
  textOf: (n: number) => string
): Promise<number[]> {
  const source = readFileSync(file, "utf8")
  if (!source.includes(place)) throw new Error(`${file} lacks the line that is changed.`)
  const times: number[] = []
  // The first change does what is only done once.
  for (let n = 0; n <= ROUNDS; n++) {
    await wait(PAUSE_MS)
    const began = performance.now()
    writeFileSync(file, source.replace(place, textOf(n)))
    await shows(n)
    if (n > 0) times.push(performance.now() - began)
  }
  return times
}
