import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../models/double.ts"
import { axeFindingsSoFar } from "./help/axe.ts"
import { startWorld, type World } from "./help/harness.ts"
import { draftReady, editor, insert, letter, openPanel, openPart, openTicket, orTell, region } from "./help/steps.ts"

/** The draft reworded by a model, on the sample helpdesk: what changes a fact is named, and the rest is used. */
let model: ModelDouble
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nI am very sorry for all the trouble.\n\nThe carrier answers within five working days.\n\nKind regards"
  })
  world = await startWorld(model.settings)
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(async () => {
  await world.close()
  await model.close()
})

test("X and Enter reword the draft; another figure is named and kept out, the rest goes into the reply editor", async () => {
  model.next({
    kind: "text",
    text: "Hello [PERSON_1],\n\nSorry for the trouble.\n\nThe carrier answers within nine working days.\n\nKind regards"
  })
  const before = await letter(panel).innerText()
  await panel.locator("h1").click()
  await panel.keyboard.press("x")
  await panel.keyboard.press("Enter")
  const card = region(panel, "Shorter")
  await orTell(panel, card.getByText("another figure or date: five working days").waitFor())
  expect(await letter(panel).innerText()).toBe(before)
  expect(model.requests.at(-1)?.body).not.toContain("Maya")
  expect(await axeFindingsSoFar(panel, [320, 480])).toEqual([])
  const { REPLYWRIGHT_PICTURES: pictures } = process.env
  if (pictures) await panel.screenshot({ path: `${pictures}/rewrite.png` })
  await card.getByRole("button", { name: "Use the other one" }).click()
  await expect.poll(() => letter(panel).innerText()).toContain("Sorry for the trouble.")
  expect(await letter(panel).innerText()).toContain("five working days")
  await insert(panel)
  expect(await editor(ticket).inputValue()).toMatch(/Hello Maya.*Sorry for the trouble\..*five working days/s)
})

test("the agent's own reply is reworded in its place; a doubt that the model settles is shown so", async () => {
  const verdicts = [
    { n: 1, verdict: "supported" },
    { n: 2, verdict: "supported" },
    { n: 3, verdict: "not-supported" }
  ]
  model.next(
    { kind: "text", text: "Hello [PERSON_1], your lamp leaves us on Monday at the earliest." },
    { kind: "text", text: JSON.stringify({ verdicts }) }
  )
  await editor(ticket).fill("Hello Maya Lindgren, we can't send your lamp before Monday.")
  await openPart(panel, "more:tone")
  await panel
    .getByRole("toolbar", { name: "Reword your reply in the editor" })
    .getByRole("button", { name: "Simpler" })
    .click()
  const card = region(panel, "Simpler: your reply")
  await orTell(panel, card.getByText(/^A rule doubted it .* reads both alike\.$/).waitFor())
  expect(model.requests.at(-1)?.body).not.toContain("Maya")
  expect(await axeFindingsSoFar(panel, [320, 480])).toEqual([])
  const { REPLYWRIGHT_PICTURES: pictures } = process.env
  if (pictures) await panel.screenshot({ path: `${pictures}/rewrite-judged.png` })
  await card.getByRole("button", { name: "Use it" }).click()
  await expect
    .poll(() => editor(ticket).inputValue())
    .toBe("Hello Maya Lindgren, your lamp leaves us on Monday at the earliest.")
})

test("the thread in German, names put back; the draft in German goes in at a press, and its other figure is named", async () => {
  model.next({ kind: "text", text: "Hallo, mein Paket ist nicht da. [PERSON_1]" })
  await openPart(panel, "more:thread")
  const thread = region(panel, "Thread in another language")
  await thread.getByRole("combobox", { name: "Into" }).selectOption({ label: "German" })
  await thread.getByRole("button", { name: "Translate", exact: true }).click()
  await orTell(panel, thread.getByText("Hallo, mein Paket ist nicht da.").first().waitFor())
  expect(model.requests.at(-1)?.body).not.toContain("Maya")
  expect(await axeFindingsSoFar(panel, [320, 480])).toEqual([])
  const { REPLYWRIGHT_PICTURES: pictures } = process.env
  if (pictures) await panel.screenshot({ path: `${pictures}/thread.png` })
  model.next({
    kind: "text",
    text: "Hallo [PERSON_1],\n\nEntschuldigen Sie bitte den Ärger.\n\nDer Zusteller antwortet innerhalb von neun Werktagen.\n\nFreundliche Grüße"
  })
  await openPart(panel, "more")
  await panel.getByRole("combobox", { name: "Translate the draft into …" }).selectOption({ label: "German" })
  const card = region(panel, "In German")
  await orTell(panel, card.getByText("another figure or date: five working days").waitFor())
  if (pictures) await panel.screenshot({ path: `${pictures}/translation.png` })
  expect(await letter(panel).innerText()).toContain("five working days")
  await card.getByRole("button", { name: "Use all of it" }).click()
  await expect.poll(() => letter(panel).innerText()).toContain("neun Werktagen")
})
