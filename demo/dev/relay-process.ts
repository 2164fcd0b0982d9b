import { execFile, spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { promisify } from "node:util"
import { builtMain } from "../../src/relay/built-relay.ts"
import { relayBundle } from "../build-relay.ts"
import { root } from "../root.ts"
import { incrementalBundle, type ChangedFiles } from "./incremental-bundle.ts"

export interface RelayProcess {
  /** Its address, the same after each restart. */
  url: string
  /** Runs `npm run relay -- NAME ...` on its database, and returns what that prints. */
  command(name: string, ...more: string[]): Promise<string>
  /**
   * Bundles the relay anew if these files belong to it, and starts it again if that has changed anything. Says whether
   * it did.
   */
  restart(files: ChangedFiles): Promise<boolean>
  close(): Promise<void>
}

/** A relay has this many milliseconds to stop. Drafts under way are taken up again by their readers. */
const GRACE_MS = 500

/**
 * Runs the relay in a process of its own, bundled into build/dev-relay, so that a restart needs neither the database nor the whole bundle.
 * @param environment names a database that runs already: starting one takes longer than the relay
 * @throws Error with the bundler's words, or where the relay ends, which has said why
 */
export async function startRelayProcess(environment: Record<string, string>): Promise<RelayProcess> {
  const folder = join(root, "build/dev-relay")
  const bundle = await incrementalBundle(await relayBundle(folder))
  await bundle.rebuild()
  let relay = await start(folder, environment)
  return {
    url: relay.url,
    async command(...words) {
      const { stdout } = await promisify(execFile)(process.execPath, [builtMain(folder), ...words], {
        cwd: root,
        env: { ...process.env, ...environment }
      })
      return stdout
    },
    async restart(files) {
      if (!(await bundle.rebuild(files))) return false
      await stop(relay.child)
      relay = await start(folder, environment)
      return true
    },
    async close() {
      await bundle.close()
      await stop(relay.child)
    }
  }
}

async function start(folder: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [builtMain(folder)], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"]
  })
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (!line.includes('"level":"info"')) console.error(line)
  })
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The relay ended with ${code}: its reason stands above.`)))
    lines.on("line", (line) => {
      const [, address] = /^Relay: (\S+)/.exec(line) ?? []
      if (address !== undefined) resolve(address)
    })
  })
  return { child, url }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const late = setTimeout(() => child.kill("SIGKILL"), GRACE_MS)
  child.kill("SIGTERM")
  await once(child, "exit")
  clearTimeout(late)
}
