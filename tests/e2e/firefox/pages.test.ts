import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { layouts } from "../../doubles/unknown/layouts.ts"
import { serveLayout } from "../../doubles/unknown/server.ts"
import { NOTE_SECRET } from "../../doubles/unknown/tickets.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { firefoxProgram, openFirefox, type Firefox } from "../help/firefox.ts"
import { button, insertUntil, pair, press, textOf } from "../help/firefox-steps.ts"
import { startServers, type Servers } from "../help/harness.ts"
import { SOAK } from "../help/soak.ts"
import { showAll, startShowing, written, type Teacher } from "./teach.ts"

const program = firefoxProgram()
/** Parts behind open shadow roots, which Firefox shows scripts in its own way; in the soak, any that aren't in a frame. */
const SHOWN = layouts.filter(({ name, parts }) => (SOAK ? !parts.frame : name === "web components"))

/** What the built add-on reads of pages and writes into them; the last test takes the site back. */
describe.skipIf(!program)(program ? "pages in Firefox" : "pages in Firefox, skipped: it is not installed", () => {
  let model: ModelDouble
  let servers: Servers
  let firefox: Firefox
  let popup: Page
  let panel: Page
  beforeAll(async () => {
    model = await startModelDouble({ kind: "text", text: "Hello,\n\nThank you for your message.\n\nKind regards" })
    servers = await startServers(model.settings, { knowledge: false })
    firefox = await openFirefox(program ?? "")
    popup = await firefox.page("popup.html")
    await pair(popup, servers)
    panel = await firefox.page("sidepanel.html")
  })
  afterAll(async () => {
    await firefox?.close()
    await servers?.close()
    await model?.close()
  })

  const shown = () => textOf(panel)
  const sent = () => model.requests.map(({ body }) => body).join()
  const sample = (path: string) => `http://127.0.0.1:${servers.helpdesk.port}${path}`

  test.each(SHOWN)(
    "$name: shown by pointing, it is read and written into, and so is the next ticket",
    async (layout) => {
      const site = await serveLayout(layout)
      const page = await firefox.browser.newPage()
      const teacher: Teacher = { panel, page, layout }
      try {
        await page.setViewport({ width: 1100, height: 900 })
        await page.goto(`${site.origin}/tickets/4711`)
        await startShowing(teacher)
        await expect.poll(shown).toContain("Point at the ticket’s subject")
        await page.reload()
        await expect.poll(shown).toContain("The page was reloaded")
        await showAll(teacher)
        expect(sent()).not.toContain("shade in the box")
        await press(panel, "Read this page")
        for (const [id, subject, text] of [
          ["4711", "Lamp arrived without its shade", "nothing. Can you send me one"],
          ["4712", "Refund for the second kettle", "When do I get my money"]
        ] as const) {
          if (id !== "4711") await page.goto(`${site.origin}/tickets/${id}`)
          await expect.poll(shown).toContain(subject)
          await button(panel, "Insert")
          await insertUntil(panel, async () => /^Hello,\s+Thank you for your message\./.test(await written(teacher)))
          expect(sent()).toContain(text)
        }
        expect(sent()).not.toContain(NOTE_SECRET)
        expect(sent()).not.toMatch(/Ines|Duarte|Quist/)
        model.requests.length = 0
      } finally {
        await page.close()
        await site.close()
      }
    }
  )

  test("an attachment is read on one press, and not before", async () => {
    const page = await firefox.browser.newPage()
    await page.goto(sample("/tickets/1009"))
    await expect.poll(shown, { timeout: 60_000, interval: 500 }).toContain("Stand mixer repair")
    await (await panel.waitForSelector("#dock-more"))?.click()
    await (await panel.waitForSelector("#more-attachments"))?.click()
    await expect.poll(shown).toContain("repair-order-RP-2291.pdf")
    const text = "The mixer was received in the workshop"
    expect(await shown()).not.toContain(text)
    await (await panel.waitForSelector("button[aria-label='Read repair-order-RP-2291.pdf']"))?.click()
    await expect.poll(shown, { timeout: 20_000 }).toContain(text)
    await page.close()
  })

  /** Firefox lets a person take back the sites that the manifest names, too. */
  test("a built-in site, taken back in its settings: its tickets are read no more, and the panel says how to allow it", async () => {
    const ticket = await firefox.browser.newPage()
    await ticket.goto(sample("/tickets/1001"))
    await expect.poll(shown, { timeout: 60_000, interval: 1000 }).toMatch(/Parcel shown as delivered[^]*Kind regards/)

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
    await ticket.goto(sample("/tickets/1003"))
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(await shown()).not.toContain("Draft")
    expect(await drafts()).toEqual(before)
  })
})
