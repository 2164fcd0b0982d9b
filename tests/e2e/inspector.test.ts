import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./harness.ts"
import { button, draftReady, openPanel, openTicket, region } from "./steps.ts"

/** "What the model saw" of a sample ticket: looked at, searched, and mended. */
let world: World
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
  await button(panel, "What the model saw").click()
  await sent().waitFor()
})
afterAll(() => world.close())

const sent = () => panel.getByRole("group", { name: "Text as sent" }).first()
const tip = () => panel.getByRole("tooltip")
const field = () => panel.getByRole("textbox", { name: /Something here should have been replaced/ })
const requests = () => panel.locator(".request h2").allInnerTexts()

test("a placeholder tells what it stands for: under the pointer, with the focus, and not after Escape", async () => {
  const chip = sent().getByRole("button", { name: "[PERSON_1]" }).first()
  await chip.hover()
  await expect.poll(() => tip().innerText()).toMatch(/Name\s+Maya Lindgren/)
  await tip().hover()
  expect(await tip().isVisible()).toBe(true)
  await panel.mouse.move(5, 5)
  await expect.poll(() => tip().isVisible()).toBe(false)
  await sent().focus()
  await panel.keyboard.press("Tab")
  await expect.poll(() => tip().isVisible()).toBe(true)
  const first = await tip().innerText()
  await panel.keyboard.press("End")
  await expect.poll(() => tip().innerText()).not.toBe(first)
  await panel.keyboard.press("Escape")
  expect(await tip().isVisible()).toBe(false)
  expect(await sent().innerText()).not.toMatch(/Maya|Lindgren/)
})

test("search goes from place to place, and brings each into view", async () => {
  await panel.getByRole("searchbox").fill("drivers")
  await panel.getByRole("search").getByText(/^\d+ found$/).waitFor()
  await panel.keyboard.press("Enter")
  await panel.getByRole("search").getByText(/^1 of \d+$/).waitFor()
  const now = panel.locator("[data-hit=now]")
  expect(await now.innerText()).toMatch(/^drivers$/i)
  expect(await now.evaluate((hit) => document.elementFromPoint(hit.getBoundingClientRect().x + 2, hit.getBoundingClientRect().y + 2) === hit)).toBe(true)
  await panel.getByRole("searchbox").fill("Lindgren")
  await panel.getByRole("search").getByText("Not found").waitFor()
})

test("selected words are told as a name: the draft is made again, and that request stands below the one before", async () => {
  expect(await requests()).toHaveLength(2)
  await panel.getByRole("searchbox").fill("drivers")
  await panel.keyboard.press("Enter")
  await panel.locator("[data-hit=now]").dblclick()
  await expect.poll(() => field().inputValue()).toMatch(/^drivers$/i)
  const word = await field().inputValue()
  const first = await requests()
  await button(panel, "This is a name").click()
  await region(panel, "Said by you").getByText(`“${word}” is a name`).waitFor()
  await expect.poll(requests).toHaveLength(3)
  expect((await requests()).slice(0, 2)).toEqual(first)
  await expect.poll(async () => (await world.relay.db.selectFrom("drafts").select("id").execute()).length).toBe(2)
  await button(panel, "Back to the draft").click()
  await draftReady(panel, "1001")
})

test("what was said is there after the extension was started again, and can be taken back", async () => {
  await panel.reload()
  await draftReady(panel, "1001")
  await panel.keyboard.press("w")
  await region(panel, "Said by you").getByRole("button", { name: /^Take it back/ }).click()
  await expect.poll(() => region(panel, "Said by you").isVisible()).toBe(false)
  await expect.poll(requests).toHaveLength(4)
})
