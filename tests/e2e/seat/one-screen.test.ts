import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { seatStates } from "../../ui/help/states-seat.ts"
import { axeFindings } from "../help/axe.ts"
import { openBuilt } from "../help/built.ts"
import { closeAlone, openAlone } from "../help/panel-page.ts"

/** The panel is one screen of 400 × 760: nothing but the letter scrolls, and every part that belongs to a state is seen. */
let opened: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  opened = await openBuilt(SCREEN)
})
afterAll(() => opened.close())

const SCREEN = { width: 400, height: 760 }
type Name = keyof typeof seatStates
const PARTS: Record<Name, string[]> = {
  ready: ["What the customer wants now", "Draft"],
  todo: ["What the customer wants now", "Before you send", "Draft"],
  held: ["What the customer wants now", "Draft", "Sources and proof", "Checks"],
  checking: ["What the customer wants now", "Before you send", "Draft"],
  unsure: ["What the customer wants now", "Draft", "Pick what fits"],
  danger: ["What the customer wants now", "Before you send", "Draft"],
  dangerWithoutPlaybook: ["What the customer wants now", "Before you send", "Draft"],
  perhapsDanger: ["What the customer wants now", "Draft"]
}
const BUTTONS = ["Find", "Sources", "Ask", "More", "Insert", "Copy", "Change"]
const SAYS: Record<Name, RegExp> = {
  ready: /^5 sentences verified\. 1 blank to fill\./,
  todo: /^1 to do before you send\. 3 verified, 1 blank, 1 to read\./,
  held: /^Insert is on hold for 1 sentence\. 3 verified\./,
  checking: /^Checking\. 1 of 4 sentences verified so far\./,
  unsure: /^No draft yet\. Pick a sentence to begin it\./,
  danger: /^Danger\. Hand it over first\./,
  dangerWithoutPlaybook: /^Danger\. Hand it over first\./,
  perhapsDanger: /^5 sentences verified\. 1 blank to fill\./
}

test.each(Object.keys(seatStates) as Name[])(
  "%s needs no scrolling, and each of its parts is in view",
  async (name) => {
    const page = await openAlone(opened.context, `chrome-extension://${opened.id}/sidepanel.html`, seatStates[name]())
    await page.setViewportSize(SCREEN)
    for (const part of PARTS[name]) await inView(page, page.getByRole("region", { name: part, exact: true }), part)
    for (const button of BUTTONS)
      await inView(page, page.getByRole("button", { name: button, exact: true }).first(), button)
    const bar = page.getByRole("region", { name: "Actions" })
    await expect.poll(() => bar.getByRole("status").innerText()).toMatch(SAYS[name])
    // Beside a drawer the letter's window is smaller than a letter.
    expect((await scrolling(page)).filter((one) => name !== "held" || one !== "letter-window")).toEqual([])
    expect(await axeFindings(page, [400])).toEqual([])
  }
)

test("a letter that is longer than its window scrolls in it, and nothing else does", async () => {
  const { state, answers } = seatStates.ready()
  const text = `${state.draft?.text ?? ""}\n\n${"One more line.\n".repeat(40)}`
  const long = { ...state, ...(state.draft && { draft: { ...state.draft, text } }) }
  const page = await openAlone(opened.context, `chrome-extension://${opened.id}/sidepanel.html`, {
    state: long,
    answers
  })
  await page.setViewportSize(SCREEN)
  await page.locator("#letter").waitFor()
  await expect.poll(() => scrolling(page)).toEqual(["letter-window"])
  await closeAlone(page)
})

test("a drawer takes at most 60 % of the height, and the sentence in hand stays in view", async () => {
  const page = await openAlone(opened.context, `chrome-extension://${opened.id}/sidepanel.html`, seatStates.ready())
  await page.setViewportSize(SCREEN)
  await page.locator("#letter").waitFor()
  for (const key of ["m", "q", "1"]) {
    await page.locator("#letter").focus()
    await page.keyboard.press(key)
    const drawer = page.locator(".drawer")
    await drawer.waitFor()
    expect((await drawer.boundingBox())?.height).toBeLessThanOrEqual(0.6 * SCREEN.height)
    await inView(page, page.locator(".letter-window"), `the letter beside ${key}`)
    await page.getByRole("button", { name: "Close" }).click()
  }
  // The last sentence is below the fold of the smaller window.
  await page
    .getByRole("button", { name: /source 3/ })
    .last()
    .click()
  await page.locator(".drawer").waitFor()
  const [sentence, window] = [
    await page.locator("#letter .s.on").last().boundingBox(),
    await page.locator(".letter-window").boundingBox()
  ]
  expect(sentence && window && sentence.y >= window.y && sentence.y < window.y + window.height).toBe(true)
  await closeAlone(page)
})

/** Says that an element is drawn whole within the window. */
async function inView(page: Page, element: ReturnType<Page["locator"]>, what: string): Promise<void> {
  await element.waitFor()
  const box = await element.boundingBox()
  const size = page.viewportSize() ?? SCREEN
  expect(
    box && box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height,
    what
  ).toBe(true)
}

/** The classes of everything that has more in it than it shows. */
const scrolling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("html, body, main, main *")]
      .filter((one) => {
        const { overflowY } = getComputedStyle(one)
        const scrolls = overflowY === "auto" || overflowY === "scroll" || one === document.documentElement
        return scrolls && one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 1
      })
      .map((one) => one.className || one.tagName)
  )
