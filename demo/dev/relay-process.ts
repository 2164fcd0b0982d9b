import { execFile, fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { promisify } from "node:util"
import { root } from "../root.ts"
import type { ChangedFiles } from "./incremental-bundle.ts"

export interface RelayProcess {
  /** Its address, the same after each restart. */
  url: string
  /** Runs `npm run relay -- NAME ...` on its database, and returns what that prints. */
  command(name: string, ...more: string[]): Promise<string>
  /**
   * Starts the relay again if these files may belong to it. Says whether it did.
   * @throws Error if the sources can't be loaded; the relay that ran goes on
   */
  restart(files: ChangedFiles): Promise<boolean>
  close(): Promise<void>
}

/** A relay has this many milliseconds to stop. Drafts under way are taken up again by their readers. */
const GRACE_MS = 500

/** Says whether the relay may load this file, by the room that it is in. */
export const isOfRelay = (file: string): boolean =>
  /^src\/(?!(?:attachments|client|composers|copilot|helpdesks|page|platform|store|ui)\/).*\.ts$/.test(file)

/**
 * Runs the relay in a process of its own, from the sources as they are: Node strips their types faster than a bundle of
 * them is made. The process of the next start has its packages loaded already, and waits.
 * @param environment names a database that runs already: starting one takes longer than the relay
 * @throws Error where the relay ends, which has said why
 */
export async function startRelayProcess(environment: Record<string, string>): Promise<RelayProcess> {
  const env = { ...process.env, ...environment }
  let running = forkRelay(env)
  await load(running)
  const url = await serve(running)
  let next = forkRelay(env)
  return {
    url,
    async command(...words) {
      const { stdout } = await promisify(execFile)(process.execPath, ["src/relay/main.ts", ...words], {
        cwd: root,
        env
      })
      return stdout
    },
    async restart(files) {
      if (files && ![...files].some(isOfRelay)) return false
      const child = next
      try {
        await load(child)
        await stop(running)
        running = child
        await serve(child)
      } finally {
        next = forkRelay(env)
      }
      return true
    },
    async close() {
      await Promise.all([running, next].map(stop))
    }
  }
}

function forkRelay(env: NodeJS.ProcessEnv): ChildProcess {
  const child = fork(join(root, "demo/dev/relay-child.ts"), {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"]
  })
  if (child.stderr)
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (!line.includes('"level":"info"')) console.error(line)
    })
  return child
}

/** Has a process load the sources. */
async function load(child: ChildProcess): Promise<void> {
  child.send("load")
  await beforeEnd(child, once(child, "message"))
}

/** Has a process that loaded the sources serve them, and resolves to its address. */
function serve(child: ChildProcess): Promise<string> {
  const address = new Promise<string>((resolve) => {
    if (child.stdout)
      createInterface({ input: child.stdout }).on("line", (line) => {
        const [, url] = /^Relay: (\S+)/.exec(line) ?? []
        if (url !== undefined) resolve(url)
      })
  })
  child.send("serve")
  return beforeEnd(child, address)
}

/** Rejects if the process ends first. */
function beforeEnd<T>(child: ChildProcess, result: Promise<T>): Promise<T> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The relay ended with ${code}. The lines above say why.`)
  })
  return Promise.race([result, ended])
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const late = setTimeout(() => child.kill("SIGKILL"), GRACE_MS)
  child.kill("SIGTERM")
  await once(child, "exit")
  clearTimeout(late)
}
