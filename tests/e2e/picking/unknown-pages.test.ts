import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { keptApart } from "../../doubles/unknown/kept-apart.ts"
import { layouts } from "../../doubles/unknown/layouts.ts"
import { cards, newestFirst } from "../../doubles/unknown/newest-first.ts"
import { serveLayout } from "../../doubles/unknown/server.ts"
import { NOTE_SECRET } from "../../doubles/unknown/tickets.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { SOAK } from "../help/soak.ts"
import { insert, openPanel, orTell, ready, region } from "../help/steps.ts"
import {
  aimByKeys,
  asks,
  message,
  pointAt,
  reply,
  showAll,
  startShowing,
  subject,
  takeByKey,
  type Teacher
} from "./teach.ts"

/** Pages of helpdesks that nobody knows are shown by a person, in the panel and the page alone, and then read. */
let model: ModelDouble
let world: World
let panel: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: "Hello,\n\nThank you for your message.\n\nKind regards" })
  world = await startWorld(model.settings, { knowledge: false })
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

/**
 * Of each kind one, in the soak all: an editor of its own, a frame, web components, messages in frames, and the newest
 * one on top with the first apart. A table is
 * shown in `shared-places.test.ts`.
 */
const KINDS = ["div soup", "frame", "web components", "mail", "cards"]
const all = [...layouts, ...keptApart, ...newestFirst]
test.each(SOAK ? all : all.filter(({ name }) => KINDS.includes(name)))(
  "$name: shown in less than a minute, read and written into, and the next ticket too",
  async (layout) => {
    const site = await serveLayout(layout)
    const page = await world.browser.context.newPage()
    await page.setViewportSize({ width: 1100, height: 900 })
    const teacher: Teacher = { panel, page, layout }
    const former = model.requests.length
    const sent = () =>
      model.requests
        .slice(former)
        .map(({ body }) => body)
        .join()
    try {
      await page.goto(`${site.origin}/tickets/4711`)
      const began = Date.now()
      await startShowing(teacher)
      await showAll(teacher)
      const read = region(panel, "What would be read")
      await read.getByText(/^4 parts/).waitFor()
      expect(await read.getByText("Customer", { exact: true }).count()).toBe(2)
      expect(await read.getByText("Agent", { exact: true }).count()).toBe(1)
      // Nothing has been sent, and nothing of the page was pressed.
      expect(sent()).not.toContain("shade in the box")
      // What reached the page was aimed at the overlay, never at a part of it.
      expect(await page.evaluate("window.pressed.filter((one) => !one.endsWith(' div')).join()")).toBe("")
      await ready(panel, "Read this page").click()
      expect(Date.now() - began).toBeLessThan(60_000)

      for (const [id, subject, text] of [
        ["4711", "Lamp arrived without its shade", "nothing. Can you send me one"],
        ["4712", "Refund for the second kettle", "When do I get my money"]
      ] as const) {
        if (id !== "4711") await page.goto(`${site.origin}/tickets/${id}`)
        await orTell(panel, panel.getByRole("heading", { level: 1 }).filter({ hasText: subject }).waitFor())
        await orTell(panel, ready(panel, "Insert").waitFor())
        await insert(panel)
        const box = reply(teacher)
        const written = layout.parts.reply === "[contenteditable]" ? await box.innerText() : await box.inputValue()
        expect(written).toMatch(/^Hello,\s+Thank you for your message\./)
        expect(sent()).toContain(text)
      }
      expect(sent()).not.toContain(NOTE_SECRET)
      expect(sent()).not.toMatch(/Ines|Duarte|Quist/)
    } finally {
      await page.close()
      await site.close()
    }
  }
)

test("the page is used in between, without an end to pointing", async () => {
  const site = await serveLayout(cards)
  const page = await world.browser.context.newPage()
  const teacher: Teacher = { panel, page, layout: cards }
  try {
    await page.goto(`${site.origin}/tickets/4711`)
    await startShowing(teacher)
    await pointAt(teacher, subject(teacher))
    await asks(teacher, "Point at a message that the customer wrote")
    await page.keyboard.press("p")
    await ready(panel, "Go on pointing").waitFor()
    await page.getByText("Public reply", { exact: true }).first().click()
    expect(await page.locator("input:checked").getAttribute("value")).toBe("1")
    await page.locator("textarea").pressSequentially("xs")
    expect(await page.locator("textarea").inputValue()).toBe("xs")
    await ready(panel, "Go on pointing").click()
    await asks(teacher, "Point at a message that the customer wrote")
    await pointAt(teacher, message(teacher, "no shade in the box"))
    await asks(teacher, "Point at a second message")
    await page.keyboard.press("Escape")
    await region(panel, "Show where the ticket is").waitFor({ state: "detached" })
  } finally {
    await page.close()
    await site.close()
  }
})

/** Pages with a frame of their own and with shadow roots, in which the box for the reply has the focus. */
test.each(layouts.filter(({ name }) => ["frame", "web components"].includes(name)))(
  "$name: shown by the keyboard alone, and the page gets none of the keys",
  async (layout) => {
    const site = await serveLayout(layout)
    const page = await world.browser.context.newPage()
    const teacher: Teacher = { panel, page, layout }
    const { keyboard } = page
    const pressed = () => Promise.all(page.frames().map((each) => each.evaluate<string[]>("window.pressed")))
    try {
      await page.goto(`${site.origin}/tickets/4711`)
      await keyboard.press("Tab")
      await expect.poll(() => reply(teacher).evaluate((box) => box.matches(":focus"))).toBe(true)
      for (const each of page.frames()) await each.evaluate("void (window.pressed = [])")

      const shown = region(panel, "Show where the ticket is")
      await startShowing(teacher)
      await keyboard.press("Escape")
      await shown.waitFor({ state: "detached" })
      await startShowing(teacher)
      await aimByKeys(teacher, "Lamp arrived")
      await takeByKey(teacher, "Point at a message that the customer wrote")
      await aimByKeys(teacher, "my Halo pendant")
      // A script of the page can't pick for the agent: this Enter is the page's own and takes nothing.
      await page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })) && null"
      )
      await keyboard.press("Tab")
      await shown.getByText(/^Aimed at: (?!.*my Halo)/).waitFor()
      await asks(teacher, "Point at a message that the customer wrote")
      await keyboard.press("Shift+Tab")
      await shown.getByText(/^Aimed at: .*my Halo/).waitFor()
      for (const key of ["ArrowUp", "ArrowDown"]) await keyboard.press(key)
      await takeByKey(teacher, "Point at a second message")
      await aimByKeys(teacher, "I did. There is nothing.", "ArrowRight")
      await takeByKey(teacher, "Point at a message that an agent sent")
      await aimByKeys(teacher, "my Halo pendant", "ArrowLeft")
      await keyboard.press("x")
      await aimByKeys(teacher, "could you look under", "ArrowLeft")
      await takeByKey(teacher, "Point at the box in which")
      // The agent's message is read, and of the customer's the one that was not left out.
      await region(panel, "What would be read")
        .getByText(/^3 parts, 2 left out/)
        .waitFor()
      if (layout.parts.frame) {
        await keyboard.press("Tab")
        await takeByKey(teacher, "Look through what would be read")
        expect(await shown.getByText("passed over").count()).toBe(0)
      } else {
        await keyboard.press("s")
        await asks(teacher, "Look through what would be read")
        await shown.getByText("passed over").waitFor()
      }
      const [inPage = [], ...inFrames] = await pressed()
      expect(inPage).toEqual(["keydown body"])
      expect(inFrames.flat()).toEqual([])
      expect(await reply(teacher).inputValue()).toBe("")
      await ready(panel, "Stop").click()
      await shown.waitFor({ state: "detached" })
    } finally {
      await page.close()
      await site.close()
    }
  }
)
