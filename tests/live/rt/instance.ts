import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { freePort } from "../free-port.ts"
import { setupScripts } from "../installed.ts"

const run = promisify(execFile)

export interface RequestTracker {
  url: string
  /** Everything that was mailed to anybody since the start. */
  outbox(): string
  /** A customer's mail to a ticket. */
  mail(ticketId: string, from: string, text: string): Promise<void>
  /** Adds an article to each of two new classes. @returns a token of the agent for REST 2 */
  articles(): Promise<string>
  close(): Promise<void>
}

/** A fresh instance with the twelve seeded tickets, on a port and in a folder of its own. */
export async function startRequestTracker(): Promise<RequestTracker> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-rt-"))
  const port = await freePort()
  const setup = (...args: string[]) =>
    run("bash", [setupScripts.requestTracker, ...args], {
      env: { ...process.env, RT_FOLDER: folder, RT_PORT: String(port) }
    })
  await setup("reset")
  return {
    url: `http://127.0.0.1:${port}`,
    outbox: () => readFileSync(join(folder, "outbox.mbox"), "utf8"),
    mail: async (...mail) => void (await setup("mail", ...mail)),
    articles: async () => (await setup("articles")).stdout.trim().split("\n").at(-1) ?? "",
    close: async () => void (await setup("wipe"))
  }
}
