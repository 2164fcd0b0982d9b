import { afterAll, beforeAll, expect, test } from "vitest"
import { pair } from "../../demo/tour/browser.ts"
import { allowSite, isAllowed, pressInPopup, withPopupKey } from "./help/by-popup.ts"
import { startWorld, type World } from "./help/harness.ts"
import { missingForHeadful, startScreen, type Screen } from "./help/headful.ts"

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

test.skipIf(missing)(
  `a helpdesk that isn't built in: allowed by a click and the browser's own question, drafted for, and taken back${why}`,
  async () => {
    const { browser, relay, helpdesk } = world
    await pair(browser, await relay.pair("agent", "Tom Ahlberg", ["agents"]), relay.url)
    const panel = await browser.page("sidepanel.html")
    const ticket = await browser.context.newPage()
    await ticket.goto(`${helpdesk.url}/tickets/1001`)
    await ticket.bringToFront()
    expect(await isAllowed(world, helpdesk.url)).toBe(false)

    await allowSite(world, screen, panel, helpdesk.url)
    await panel.getByRole("region", { name: "Draft" }).getByText("Hello Maya,").waitFor()

    await ticket.bringToFront()
    await pressInPopup(screen, panel, "Turn off here")
    await expect.poll(() => isAllowed(world, helpdesk.url), { timeout: 20_000 }).toBe(false)
    // At once, while the page with its script is still open, and after it was loaded anew.
    const draft = panel.getByRole("region", { name: "Draft" })
    await draft.waitFor({ state: "detached" })
    // Allowed again, it goes on without a reload.
    await ticket.bringToFront()
    await allowSite(world, screen, panel, helpdesk.url)
    await draft.getByText("Hello Maya,").waitFor()
    await ticket.bringToFront()
    await pressInPopup(screen, panel, "Turn off here")
    await draft.waitFor({ state: "detached" })
    await ticket.reload()
    await ticket.getByRole("heading", { level: 1 }).first().waitFor()
    await draft.waitFor({ state: "detached" })
  }
)
