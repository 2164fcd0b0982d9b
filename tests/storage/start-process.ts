import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** A relay as a process of its own, in a group of its own, to be killed. */
export async function startProcess(
  settings: Record<string, string>
): Promise<{ process: ChildProcess; url: string; metricsUrl?: string; code: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("relay-process.ts", import.meta.url))], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, RELAY_PORT: "0", ...settings }
  })
  const ended = once(child, "exit").then(([exitCode]) =>
    Promise.reject(new Error(`The relay ended with ${exitCode} before it ran.`))
  )
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended])) as [string]
  ended.catch(() => undefined)
  return { process: child, ...(JSON.parse(line) as { url: string; metricsUrl?: string; code: string }) }
}
