import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { button, draftReady, openPanel, openPart, openTicket, pressRegenerate, region } from "./help/steps.ts"
import { readStoredDrafts } from "../relay/help/stored-draft.ts"

/** "What the model saw" of a sample ticket: looked at, searched, and mended. */
let world: World
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
  await openPart(panel, "more")
  await button(panel, "What the model saw").click()
  await sent().waitFor()
})
afterAll(() => world.close())

const sent = () => panel.getByRole("group", { name: "Text as sent" }).first()
/** Of the open ones; the search opens others above it. */
const newest = () => panel.getByRole("group", { name: "Text as sent" }).last()
const tip = () => panel.getByRole("tooltip")
const field = () => panel.getByRole("textbox", { name: /If something here should have been replaced/ })
const requests = () => panel.locator(".request h2").allInnerTexts()
/** The placeholder that stands behind a word in the newest request. */
async function chipAfter(word: string) {
  const behind = new RegExp(`\\b${word} (\\[PERSON_\\d+\\])`)
  await expect.poll(() => newest().innerText()).toMatch(behind)
  return newest()
    .getByRole("button", { name: behind.exec(await newest().innerText())?.[1] ?? "", exact: true })
    .first()
}
const takeBack = (word: string) =>
  region(panel, "Said by you")
    .getByRole("listitem")
    .filter({ hasText: `“${word}”` })
    .getByRole("button")
    .click()
const drafts = async () => (await world.relay.db.selectFrom("drafts").select("id").execute()).length
/** The ticket as the relay got it for the newest draft. */
const newestAtRelay = async () => {
  const drafts = await readStoredDrafts(world.relay.db)
  return drafts.toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime()).at(-1)?.request ?? ""
}

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
  await panel
    .getByRole("search")
    .getByText(/^\d+ found$/)
    .waitFor()
  await panel.keyboard.press("Enter")
  await panel
    .getByRole("search")
    .getByText(/^1 of \d+$/)
    .waitFor()
  const now = panel.locator("[data-hit=now]")
  expect(await now.innerText()).toMatch(/^drivers$/i)
  expect(
    await now.evaluate(
      (hit) => document.elementFromPoint(hit.getBoundingClientRect().x + 2, hit.getBoundingClientRect().y + 2) === hit
    )
  ).toBe(true)
  const place = (await now.boundingBox())?.y
  await field().focus()
  await panel.getByRole("searchbox").focus()
  expect((await now.boundingBox())?.y).toBe(place)
  await panel.getByRole("searchbox").fill("Lindgren")
  await panel.getByRole("search").getByText("Not found").waitFor()
})

test("the sentence about what masking reaches is that of the ticket's language", async () => {
  await panel.getByText(/^In English, \d+ of 100 words that tell who somebody is are found\./).waitFor()
})

test("selected words are told as a name: the draft is made again, and that request stands below the one before, with a placeholder for them", async () => {
  expect(await requests()).toHaveLength(2)
  expect(await newestAtRelay()).toMatch(/The drivers sometimes/)
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
  await expect.poll(drafts).toBe(2)
  expect(await newestAtRelay()).toMatch(/The \[PERSON_\d+\] sometimes/)
  expect(await newestAtRelay()).not.toMatch(/drivers/i)
  await (await chipAfter("The")).hover()
  await expect.poll(() => tip().innerText()).toMatch(/Name\s+drivers/)
  await button(panel, "Back to the draft").click()
  await draftReady(panel, "1001")
})

test("a placeholder is told as none: its words stand in the next request, there and at the relay", async () => {
  await panel.keyboard.press("w")
  expect(await newestAtRelay()).not.toMatch(/Okafor/)
  await (await chipAfter("Mr")).click()
  await region(panel, "Correct the masking").getByText("Okafor", { exact: true }).waitFor()
  await button(panel, "This is not").click()
  await region(panel, "Said by you").getByText("“Okafor” is not").waitFor()
  await expect.poll(drafts).toBe(3)
  await expect.poll(() => newest().innerText()).toMatch(/Mr Okafor and/)
  expect(await newestAtRelay()).toMatch(/Mr Okafor and/)
  expect(await newestAtRelay()).not.toMatch(/drivers/i)
  await button(panel, "Back to the draft").click()
  await draftReady(panel, "1001")
})

test("what was said is there after the panel was loaded again, counts from then on, and can be taken back", async () => {
  await panel.reload()
  await draftReady(panel, "1001")
  await pressRegenerate(panel)
  await expect.poll(drafts).toBe(4)
  await draftReady(panel, "1001")
  expect(await newestAtRelay()).toMatch(/Mr Okafor and/)
  expect(await newestAtRelay()).not.toMatch(/drivers/i)
  await panel.keyboard.press("w")
  await expect.poll(requests).toHaveLength(5)
  await takeBack("Okafor")
  await expect.poll(drafts).toBe(5)
  expect(await newestAtRelay()).not.toMatch(/Okafor/)
  // While a draft is being written, an override waits for the next one.
  await button(panel, "Back to the draft").click()
  await draftReady(panel, "1001")
  await panel.keyboard.press("w")
  await takeBack("drivers")
  await expect.poll(() => region(panel, "Said by you").isVisible()).toBe(false)
  await expect.poll(requests).toHaveLength(7)
  expect(await newestAtRelay()).not.toMatch(/Okafor/)
})
