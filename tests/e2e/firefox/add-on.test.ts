import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { firefoxProgram, openFirefox, type Firefox } from "../help/firefox.ts"
import { button, insertUntil, pair } from "../help/firefox-steps.ts"
import { startServers, type Servers } from "../help/harness.ts"
import { missingForHeadful, startScreen, type Screen } from "../help/headful.ts"
import { readStoredDrafts } from "../../relay/help/stored-draft.ts"

const program = firefoxProgram()
const missing = program ? missingForHeadful() : "Firefox"

/** The package for Firefox: sample ticket -> masking in the background page -> relay -> draft -> Insert. */
describe.skipIf(!program)(program ? "add-on in Firefox" : "add-on in Firefox, skipped: it is not installed", () => {
  let servers: Servers
  let firefox: Firefox
  let panel: Page
  let ticket: Page
  beforeAll(async () => {
    servers = await startServers()
    firefox = await openFirefox(program ?? "")
  })
  afterAll(async () => {
    await firefox?.close()
    await servers?.close()
  })

  test("is paired in the popup", async () => {
    const popup = await firefox.page("popup.html")
    await pair(popup, servers)
    await popup.close()
  })

  test("a ticket becomes a checked draft in the sidebar's page, and no name leaves the browser", async () => {
    ticket = await firefox.browser.newPage()
    await ticket.goto(`http://127.0.0.1:${servers.helpdesk.port}/tickets/1001`)
    panel = await firefox.page("sidepanel.html")
    await button(panel, "Insert")
    expect(await panel.$eval("#letter", (letter) => letter.textContent)).toMatch(/Hello Maya,/)
    const left = JSON.stringify(await readStoredDrafts(servers.relay.db))
    expect(left).toContain("[PERSON_1]")
    expect(left).not.toContain("Maya")
  })

  test("Insert puts it into the reply editor, and nothing is sent", async () => {
    const messages = () => ticket.$$eval("[data-message-id]", (all) => all.length)
    const before = await messages()
    await insertUntil(panel, () => ticket.$eval("textarea", ({ value }) => /^Hello Maya,/.test(value)))
    await ticket.reload()
    expect(await messages()).toBe(before)
  })

  test("what is kept, tokens among it, is where no content script can read it", async () => {
    expect(
      await panel.evaluate(async () => [
        await chrome.storage.local.get(null),
        (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes("values"))
      ])
    ).toEqual([{}, ["replywright-values"]])
  })
})

/** Keys and clicks on a screen, because nothing else reaches the sidebar and the browser's own question. */
describe.skipIf(missing)(
  `sidebar of Firefox${missing ? `, skipped: takes ${missing}, which is not installed` : ""}`,
  () => {
    let servers: Servers
    let screen: Screen
    let firefox: Firefox
    beforeAll(async () => {
      servers = await startServers()
      screen = await startScreen()
      firefox = await openFirefox(program ?? "", { display: screen.display })
    })
    afterAll(async () => {
      await firefox?.close()
      await screen?.close()
      await servers?.close()
    })

    test("its key opens it; a site is allowed by a click and the browser's question, and its ticket gets a draft", async () => {
      // The sidebar is no tab that could be driven, but another page of the add-on sees it.
      const own = await firefox.page("popup.html")
      await pair(own, servers)
      const ticket = await firefox.browser.newPage()
      await ticket.goto(`${servers.helpdesk.url}/tickets/1001`)
      await ticket.bringToFront()
      await until(own, "Allow this site", () => screen.do("key", "alt+shift+o"))
      const at = await placeInSidebar(own, "Allow this site")
      screen.do("mousemove", at.x, at.y, "click", 1)
      // The browser takes an answer to its question only after a moment.
      await until(own, "Hello Maya,", () => screen.do("key", "alt+a"))
      expect(
        await own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id))
      ).toEqual([`site:${servers.helpdesk.url}`])
    })

    /** Does something again and again, with pauses in which it may take effect, until the sidebar shows a text. */
    async function until(own: Page, text: string, act: () => void): Promise<void> {
      await expect
        .poll(
          async () => {
            const shown = await sidebarText(own)
            if (!shown.includes(text)) act()
            return shown
          },
          { timeout: 60_000, interval: 5000 }
        )
        .toContain(text)
    }
  }
)

const sidebarText = (own: Page) =>
  own.evaluate(() =>
    chrome.extension
      // The types know Chromium's kinds only.
      .getViews(JSON.parse('{ "type": "sidebar" }'))
      .map(({ document }) => document.body.innerText)
      .join()
  )

/** Returns the middle of a button of the sidebar, in pixels of the screen. */
const placeInSidebar = (own: Page, name: string): Promise<{ x: number; y: number }> =>
  own.evaluate((text) => {
    for (const view of chrome.extension.getViews(JSON.parse('{ "type": "sidebar" }'))) {
      const button = [...view.document.querySelectorAll("button")].find(({ textContent }) => textContent === text)
      const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect()
      // Firefox alone says where a page begins on the screen.
      if (button && "mozInnerScreenX" in view && "mozInnerScreenY" in view)
        return {
          x: Number(view.mozInnerScreenX) + left + width / 2,
          y: Number(view.mozInnerScreenY) + top + height / 2
        }
    }
    throw new Error(`The sidebar has no button "${text}".`)
  }, name)
