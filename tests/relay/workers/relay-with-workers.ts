import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import * as z from "zod/mini"

const CLI = fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))

const workerReady = z.object({
  event: z.literal("worker-ready"),
  worker: z.number(),
  process: z.number(),
  relay: z.string()
})
export type ReadyWorker = z.infer<typeof workerReady>

/** The same, but it asks its workers four times as often whether they answer. */
export const QUICK_SUPERVISOR = fileURLToPath(new URL("./quick-supervisor.ts", import.meta.url))

/** `npm run relay` as a process of its own. Its output is read line by line; it is no terminal. */
export function startCli(environment: Record<string, string>, program = CLI) {
  const { PATH = "", HOME = "/" } = process.env
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, NODE_ENV: "production", RELAY_PORT: "0", RELAY_LOG: "json", ...environment },
    stdio: ["ignore", "pipe", "pipe"]
  })
  const ended = once(child, "exit")
  const printed: string[] = []
  const logged: string[] = []
  createInterface({ input: child.stdout }).on("line", (line) => printed.push(line))
  createInterface({ input: child.stderr }).on("line", (line) => logged.push(line))
  const find = (pattern: RegExp) => printed.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined)
  const events = (): Record<string, unknown>[] =>
    logged.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line))
  return {
    process: child.pid ?? 0,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    ended,
    printed,
    logged,
    /** What it printed, as far as it fits: `Relay: (.*)`. */
    async says(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = find(pattern)
        if (found !== undefined) return found
        if (child.exitCode !== null) throw new Error(`It ended before it said ${pattern}: ${logged.join("\n")}`)
        await Promise.race([once(child.stdout, "data"), ended])
      }
    },
    /** The lines of its log so far. What stands between them is for people. */
    events,
    /** The workers that have become ready so far, in that order. */
    ready: (): ReadyWorker[] =>
      events().flatMap((line) => {
        const read = workerReady.safeParse(line)
        return read.success ? [read.data] : []
      })
  }
}
