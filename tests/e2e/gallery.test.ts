import { chromium, type Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import { PAGES } from "../../scaffold/gallery/states.ts"
import { startGallery, type Gallery } from "../../scaffold/gallery/server.ts"
import { built } from "./help/built.ts"
import { SOAK } from "./help/soak.ts"

/** The most states of a page, in the soak all: the tests of accessibility open each of them too. */
const MOST = SOAK ? Infinity : 5

/** The gallery of the built pages in Chromium, without the extension. */
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

test.each(Object.keys(PAGES))("every state of %s renders, and nothing is thrown", async (name) => {
  const states = gallery.states.filter(({ page }) => page === name)
  expect(states.length).toBeGreaterThan(2)
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  const faults: string[] = []
  page.on("pageerror", (error) => faults.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text())
  })
  const step = Math.ceil(states.length / MOST) || 1
  for (const [at, state] of states.filter((_, at) => at % step === 0).entries()) {
    await page.goto(gallery.stateUrl(state, { theme: at % 2 === 0 ? "light" : "dark" }))
    await page.locator("[data-pressed]").waitFor({ state: "attached", timeout: 30_000 })
    expect((await page.locator("h1, h2").count()) > 0, state.name).toBe(true)
    expect(faults, state.name).toEqual([])
  }
  await page.close()
})

test("the page of all states shows those that are chosen, in both themes, at any width", async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  await page.goto(`${gallery.url}/?page=popup&theme=both&width=300`)
  const popups = gallery.states.filter((state) => state.page === "popup")
  await page.locator("iframe").first().waitFor()
  expect(await page.locator("iframe").count()).toBe(2 * popups.length)
  const dark = page.frameLocator("iframe >> nth=1").locator("html[data-theme=dark]")
  await dark.waitFor({ state: "attached" })
  expect(await dark.evaluate(() => innerWidth)).toBe(300)
  await page.getByLabel("Page").selectOption("panel")
  await page.getByLabel("State").fill("refused")
  await page.locator("iframe[title='panel: refused']").first().waitFor()
  expect(new URL(page.url()).searchParams.get("find")).toBe("refused")
  await page.close()
})
