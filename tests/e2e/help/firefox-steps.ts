import type { Page } from "puppeteer-core"
import type { Servers } from "./harness.ts"

/** What a person does in the add-on's pages in Firefox. */

export async function pair(popup: Page, { relay }: Pick<Servers, "relay">): Promise<void> {
  await type(popup, "Relay address", relay.url)
  await type(popup, "Pairing code", await relay.pair("agent", "Tom"))
  await press(popup, "Pair")
  await popup.waitForFunction(() => document.body.innerText.includes("Signed in as Tom"))
}

/** A button that can be pressed, by the first of its words. */
export const button = (page: Page, name: string) =>
  page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${name}")][not(@aria-disabled="true")])`)
export const press = async (page: Page, name: string) => (await button(page, name))?.click()

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = await page.waitForSelector(`::-p-xpath(//input[@id=//label[.="${label}"]/@for])`)
  await field?.click({ count: 3 })
  await field?.type(text)
}
