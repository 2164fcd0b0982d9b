import { chromium, type Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { browserProgram } from "../../../demo/browser/find.ts"
import { PAGES } from "../../../scaffold/gallery/states.ts"
import { startGallery, type Gallery } from "../../../scaffold/gallery/server.ts"
import { LANGUAGE_CODES, LANGUAGES } from "../../../src/ui/messages/languages.ts"
import { axeFindingsSoFar } from "../help/axe.ts"
import { built } from "../help/built.ts"
import { SOAK } from "../help/soak.ts"
import { overflowing } from "./overflow.ts"

/**
 * Every page in every language, in the gallery: no message is missing, nothing is thrown, nothing runs over its box,
 * and axe finds nothing. Some states of each, other ones in each language; in the soak all of them, in both themes.
 */
let browser: Browser
let gallery: Gallery
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserProgram(), args: ["--no-sandbox"] })
  gallery = await startGallery(built)
})
afterAll(async () => {
  await browser.close()
  await gallery.close()
})

/** How wide a page is by itself. */
const WIDTHS: Partial<Record<string, number>> = { panel: 400, popup: 320 }
const MOST = SOAK ? Infinity : 2
const cases = LANGUAGE_CODES.flatMap((language, turn) =>
  Object.keys(PAGES).map((name) => [language, name, turn] as const)
)

test.each(cases)("%s, %s", async (language, name, turn) => {
  const states = gallery.states.filter(({ page }) => page === name)
  const step = Math.max(1, Math.floor(states.length / MOST))
  const width = WIDTHS[name] ?? 1200
  const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true })
  const faults: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text())
  })
  for (const state of states.filter((_, at) => (at + turn) % step === 0)) {
    await page.goto(gallery.stateUrl(state, { language }))
    await page.locator("[data-pressed]").waitFor({ state: "attached", timeout: 30_000 })
    const { lang, dir } = await page.locator("html").evaluate(({ lang, dir }: HTMLElement) => ({ lang, dir }))
    expect([lang, dir], state.name).toEqual([language, LANGUAGES[language].direction])
    expect(faults, state.name).toEqual([])
    expect(await axeFindingsSoFar(page, [width]), state.name).toEqual([])
    expect(await overflowing(page), state.name).toEqual([])
  }
  await page.close()
})
