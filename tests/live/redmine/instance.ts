import { execFile } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Page } from "playwright-core"
import { freePort } from "../free-port.ts"
import { setupScripts } from "../installed.ts"

const run = promisify(execFile)
const PASSWORD = "agentpass123"

export interface Redmine {
  url: string
  /** Writes a note to an issue as that person, by the API. */
  note(ticketId: string, login: string, text: string): Promise<void>
  /** The source of the newest note of an issue, and whether it is private. */
  newest(ticketId: string): Promise<{ notes: string; private_notes: boolean; user: { name: string } } | undefined>
  /** Changes an issue as that person, by the API. */
  change(ticketId: string, login: string, issue: Record<string, unknown>): Promise<void>
  /** Deletes what stands below this path, as the agent. */
  remove(path: string): Promise<void>
  /** With which a program reads as the agent. */
  key(): Promise<string>
  close(): Promise<void>
}

/** A fresh instance with the seeded issues, on a port and in a folder of its own. */
export async function startRedmine(): Promise<Redmine> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-redmine-"))
  const port = await freePort()
  const setup = (command: string) =>
    run("bash", [setupScripts.redmine, command], {
      env: { ...process.env, REDMINE_FOLDER: folder, REDMINE_PORT: String(port) }
    })
  await setup("reset")
  const url = `http://127.0.0.1:${port}`
  const api = async (path: string, login: string, init: RequestInit = {}) => {
    const authorization = `Basic ${Buffer.from(`${login}:${PASSWORD}`).toString("base64")}`
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { authorization, "content-type": "application/json" }
    })
    if (!answer.ok) throw new Error(`Redmine answers ${answer.status} to ${path}`)
    return answer
  }
  const change: Redmine["change"] = async (ticketId, login, issue) =>
    void (await api(`/issues/${ticketId}.json`, login, { method: "PUT", body: JSON.stringify({ issue }) }))
  return {
    url,
    change,
    note: (ticketId, login, notes) => change(ticketId, login, { notes }),
    remove: async (path) => void (await api(path, "agent", { method: "DELETE" })),
    key: async () => (await (await api("/users/current.json", "agent")).json()).user.api_key,
    newest: async (ticketId) =>
      (await (await api(`/issues/${ticketId}.json?include=journals`, "agent")).json()).issue.journals.at(-1),
    close: async () => void (await setup("wipe"))
  }
}

/** Signs an agent in at the page in front, which asks for it. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.locator("#username").fill(name)
  await page.locator("#password").fill(PASSWORD)
  await page.locator("#login-submit").click()
  await page.locator("#loggedas").waitFor({ state: "attached" })
}
