import { execFileSync, spawn, type ChildProcess } from "node:child_process"
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser, pair, type Opened } from "../../demo/tour/browser.ts"
import { findBrowser } from "../../demo/browser/find.ts"
import { startSampleHelpdesk } from "../../demo/helpdesk/server.ts"
import { importFolder } from "../../src/relay/knowledge/import.ts"
import { silentLog } from "../../src/relay/log.ts"
import { startRelay, type RunningRelay } from "../../src/relay/start.ts"
import { root } from "../house/files.ts"

const missing = ["Xvfb", "xdotool"].filter((program) => !(process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, program))))
const why = missing.length > 0 ? ` (skipped: takes ${missing.join(" and ")}, which are not installed)` : ""
const folder = mkdtempSync(join(tmpdir(), "replywright-grant-"))
const ends: (() => Promise<unknown>)[] = []
let display: string, opened: Opened, relay: RunningRelay, origin: string

beforeAll(async () => {
  if (missing.length > 0) return
  display = await startDisplay()
  // As root the database runs as "nobody", who must be able to get in.
  chmodSync(folder, 0o711)
  relay = await startRelay({ REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0" }, { log: silentLog })
  ends.push(() => relay.close())
  await importFolder(relay.db, join(root, "demo/knowledge"), { origin: "sample", signal: AbortSignal.timeout(60_000) })
  const helpdesk = await startSampleHelpdesk({ port: 0 })
  ends.push(() => helpdesk.close())
  origin = helpdesk.url
  const program = findBrowser(join(folder, "none"))
  if (!program) throw new Error("No Chromium is installed: set REPLYWRIGHT_BROWSER to one.")
  process.env["DISPLAY"] = display
  opened = await openBrowser({ program, extension: withPopupKey(), profile: join(folder, "profile"), headless: false })
  ends.push(() => opened.context.close())
})
afterAll(async () => {
  for (const end of ends.reverse()) await end()
  rmSync(folder, { recursive: true, force: true })
})

test.skipIf(missing.length > 0)(`a helpdesk that isn't built in: allowed by a click and the browser's own question, drafted for, and taken back${why}`, async () => {
  await pair(opened, await relay.pair("agent", "Tom Ahlberg", ["agents"]), relay.url)
  const panel = await opened.page("sidepanel.html")
  const ticket = await opened.context.newPage()
  await ticket.goto(`${origin}/tickets/1001`)
  await ticket.bringToFront()
  expect(await granted()).toBe(false)

  await pressInPopup(panel, "Allow this site")
  await expect.poll(async () => {
    press("Left", "Return")
    return granted()
  }, { timeout: 20_000, interval: 700 }).toBe(true)
  await panel.getByRole("region", { name: "Draft" }).getByText("Hello Maya Lindgren").waitFor()

  await ticket.bringToFront()
  await pressInPopup(panel, "Turn off here")
  await expect.poll(granted, { timeout: 20_000 }).toBe(false)
  await ticket.reload()
  await panel.getByRole("region", { name: "Draft" }).waitFor({ state: "detached" })
})

/** The build as it is, but for a key that opens the popup; four keys are the most that an extension may suggest. */
function withPopupKey(): string {
  const extension = join(folder, "extension")
  cpSync(process.env["REPLYWRIGHT_BUILD"] ?? join(root, "build/chrome-mv3-prod"), extension, { recursive: true })
  const file = join(extension, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8"))
  manifest.commands = { _execute_action: { suggested_key: { default: "Alt+Shift+Y" } } }
  writeFileSync(file, JSON.stringify(manifest))
  return extension
}

/** Opens the real popup by its key and presses a button in it with Return, which is the person's gesture that the browser asks for. */
async function pressInPopup(panel: Page, name: string): Promise<void> {
  press("alt+shift+y")
  // The popup is no page that can be driven from outside, but another page of the extension sees it.
  await panel.waitForFunction((text) => {
    const buttons = chrome.extension.getViews({ type: "popup" }).flatMap((popup) => [...popup.document.querySelectorAll("button")])
    const button = buttons.find(({ textContent }) => textContent === text)
    button?.focus()
    return button !== undefined
  }, name, { polling: 200, timeout: 20_000 })
  press("Return")
}

function press(...keys: string[]): void {
  execFileSync("xdotool", ["key", "--delay", "150", ...keys], { env: { ...process.env, DISPLAY: display } })
}

async function granted(): Promise<boolean> {
  const worker = opened.context.serviceWorkers()[0] ?? (await opened.context.waitForEvent("serviceworker"))
  return worker.evaluate(async (site) => {
    const [allowed, scripts] = await Promise.all([chrome.permissions.contains({ origins: [`${site}/*`] }), chrome.scripting.getRegisteredContentScripts()])
    return allowed && scripts.length > 0
  }, origin)
}

/** A display of its own: Xvfb takes a free number and tells it. */
async function startDisplay(): Promise<string> {
  const xvfb: ChildProcess = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] })
  ends.push(async () => {
    xvfb.kill()
    await once(xvfb, "exit")
  })
  const told = xvfb.stdio[3]
  if (!told) throw new Error("Xvfb was started without its third pipe.")
  const [number] = await once(told, "data")
  return `:${String(number).trim()}`
}
