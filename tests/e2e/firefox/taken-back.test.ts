import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { firefoxProgram, openFirefox, type Firefox } from "../help/firefox.ts"
import { startServers, type Servers } from "../help/harness.ts"
import { pair } from "../help/firefox-steps.ts"

const program = firefoxProgram()

/** Firefox lets a person take back the sites that the manifest names, too. */
describe.skipIf(!program)(
  program ? "a built-in site in Firefox" : "a built-in site in Firefox, skipped: it is not installed",
  () => {
    let servers: Servers
    let firefox: Firefox
    let popup: Page
    let panel: Page
    beforeAll(async () => {
      servers = await startServers()
      firefox = await openFirefox(program ?? "")
      popup = await firefox.page("popup.html")
      await pair(popup, servers)
    })
    afterAll(async () => {
      await firefox?.close()
      await servers?.close()
    })

    test("taken back in its settings, its tickets are read no more, and the panel says how to allow it", async () => {
      const address = `http://127.0.0.1:${servers.helpdesk.port}`
      const ticket = await firefox.browser.newPage()
      await ticket.goto(`${address}/tickets/1001`)
      panel = await firefox.page("sidepanel.html")
      const shown = () => panel.$eval("body", ({ innerText }) => innerText)
      await expect.poll(shown, { timeout: 60_000, interval: 1000 }).toContain("Hello Maya,")

      expect(await popup.evaluate(() => chrome.permissions.remove({ origins: ["http://127.0.0.1/*"] }))).toBe(true)
      await expect
        .poll(shown, { timeout: 20_000, interval: 500 })
        .toMatch(/Replywright may not read its site yet: press its icon in the toolbar, then “Allow this site”/)
      const drafts = () => servers.relay.db.selectFrom("drafts").select(["id"]).execute()
      const before = await drafts()
      // The page goes to another ticket without a load, so that its script is still there.
      await ticket.evaluate(() => {
        history.pushState(null, "", "/tickets/1002")
        dispatchEvent(new PopStateEvent("popstate"))
      })
      await ticket.waitForFunction(() => document.body.innerText.includes("1002"))
      await ticket.goto(`${address}/tickets/1003`)
      await new Promise((resolve) => setTimeout(resolve, 3000))
      expect(await shown()).not.toContain("Draft")
      expect(await drafts()).toEqual(before)
    })
  }
)
