import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pair } from "../../demo/tour/browser.ts"
import { built } from "./built.ts"
import { startWorld, type World } from "./harness.ts"
import { missingForHeadful, startScreen, type Screen } from "./headful.ts"

const missing = missingForHeadful()
const why = missing ? ` (skipped: takes ${missing}, which is not installed)` : ""
let screen: Screen
let world: World

beforeAll(async () => {
  if (missing) return
  screen = await startScreen()
  process.env["DISPLAY"] = screen.display
  world = await startWorld({}, { paired: false, headless: false, prepare: withPopupKey })
})
afterAll(async () => {
  await world?.close()
  await screen?.close()
})

test.skipIf(missing)(`a helpdesk that isn't built in: allowed by a click and the browser's own question, drafted for, and taken back${why}`, async () => {
  const { browser, relay, helpdesk } = world
  await pair(browser, await relay.pair("agent", "Tom Ahlberg", ["agents"]), relay.url)
  const panel = await browser.page("sidepanel.html")
  const ticket = await browser.context.newPage()
  await ticket.goto(`${helpdesk.url}/tickets/1001`)
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
function withPopupKey(extension: string): void {
  cpSync(built, extension, { recursive: true })
  const file = join(extension, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8"))
  manifest.commands = { _execute_action: { suggested_key: { default: "Alt+Shift+Y" } } }
  writeFileSync(file, JSON.stringify(manifest))
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
  screen.do("key", "--delay", 150, ...keys)
}

async function granted(): Promise<boolean> {
  const { context } = world.browser
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"))
  return worker.evaluate(async (site) => {
    const [allowed, scripts] = await Promise.all([chrome.permissions.contains({ origins: [`${site}/*`] }), chrome.scripting.getRegisteredContentScripts()])
    return allowed && scripts.length > 0
  }, world.helpdesk.url)
}
