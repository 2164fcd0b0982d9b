import type { Page } from "puppeteer-core"
import { expect } from "vitest"
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

/** What a page shows; it may lie behind another tab. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText)

/** Presses Insert, and once more where the panel asks for that, until the text is where it belongs. */
export async function insertUntil(panel: Page, isThere: () => Promise<boolean>): Promise<void> {
  await press(panel, "Insert")
  await expect
    .poll(async () => {
      if ((await textOf(panel)).includes("Press Insert again")) await press(panel, "Insert")
      return isThere()
    })
    .toBe(true)
}
