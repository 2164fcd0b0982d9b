import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { loadMessages } from "../../../src/ui/kit/language/load-messages.ts"
import { startWorld, type World } from "../help/harness.ts"
import { editor, openTicket, orTell } from "../help/steps.ts"

/** A browser in German, and a choice in the popup that every open page follows. */
const german = await loadMessages("de")
const arabic = await loadMessages("ar")
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1001")
})
afterAll(async () => {
  await panel.evaluate(() => localStorage.removeItem("interface-language"))
  await world.close()
})

test("panel and popup are in the browser's language; the one that is chosen holds at once, and Insert works", async () => {
  panel = await openIn("sidepanel.html", "de-DE")
  await expect.poll(() => documentOf(panel)).toEqual({ lang: "de", dir: "ltr", title: german["title.panel"] })
  await orTell(panel, panel.getByRole("region", { name: german.draft, exact: true }).waitFor())

  const popup = await openIn("popup.html", "de-DE")
  await popup.getByRole("heading", { name: german.kept }).waitFor()
  await popup.getByRole("combobox").selectOption("ar")
  for (const page of [popup, panel]) await expect.poll(() => documentOf(page)).toMatchObject({ lang: "ar", dir: "rtl" })
  await popup.getByRole("heading", { name: arabic.kept }).waitFor()
  await orTell(panel, panel.getByRole("region", { name: arabic.draft, exact: true }).waitFor())

  const insert = panel
    .getByRole("button", { name: arabic["act.insert"], exact: true })
    .and(panel.locator(":not([aria-disabled=true])"))
  await expect
    .poll(async () => {
      await orTell(panel, insert.click())
      return editor(ticket).inputValue()
    })
    .toMatch(/^Hello/)

  await popup.getByRole("combobox").selectOption("")
  await expect.poll(() => documentOf(panel)).toMatchObject({ lang: "de", dir: "ltr" })
  await popup.close()
})

/** Opens a page of the extension in a browser whose languages begin with this one. */
async function openIn(file: string, language: string): Promise<Page> {
  const page = await world.browser.page(file)
  const session = await page.context().newCDPSession(page)
  const userAgent = await page.evaluate(() => navigator.userAgent)
  await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: language })
  await page.reload()
  return page
}

const documentOf = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title
  }))
