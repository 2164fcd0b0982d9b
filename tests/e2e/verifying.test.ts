import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import {
  bar,
  editor,
  insert,
  letter,
  openPanel,
  openPart,
  openTicket,
  orTell,
  pressRegenerate,
  ready,
  region,
  says,
  shows
} from "./help/steps.ts"
import { startVerifyingModel } from "./help/verifying-model.ts"

const SEARCH = "We ask the carrier to search for the parcel."
const ANSWER = "The carrier answers within five working days."
const LETTER = `Hello [PERSON_1],

${SEARCH} ${ANSWER}

Kind regards
[PERSON_2]`

/** A model that writes and verifies, whose word comes when a test says so. */
let model: Awaited<ReturnType<typeof startVerifyingModel>>
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  model = await startVerifyingModel(LETTER)
  world = await startWorld(model.settings)
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await shows(panel, "1001")
})
afterAll(async () => {
  await world.close()
  await model.close()
})

const isChecking = () => orTell(panel, bar(panel).getByText("Checking.").first().waitFor())
const checking = () => letter(panel).locator(".cite.checking")
const verified = () => letter(panel).getByRole("button", { name: /^Verified, source/ })

test("the letter can be read and copied while it is verified; then its sentences are, and it goes in", async () => {
  await isChecking()
  await checking().first().waitFor()
  await ready(panel, "Copy").click()
  await says(panel, "Copied, not verified yet.")
  model.verify({ confirmed: [SEARCH, ANSWER] })
  await verified().nth(1).waitFor()
  expect(await checking().count()).toBe(0)
  await openPart(panel, "checks")
  await region(panel, "Checks").getByText("Checked by big-model: 2 confirmed, 0 denied.").waitFor()
  await insert(panel)
  expect(await editor(ticket).inputValue()).toContain(`${SEARCH} ${ANSWER}`)
})

test("Insert that is pressed meanwhile waits, and a sentence that is denied holds it", async () => {
  await editor(ticket).fill("")
  await pressRegenerate(panel)
  await isChecking()
  await ready(panel, "Insert").click()
  await says(panel, "The draft goes in when the check is done, in 3 s at most.")
  model.verify({ confirmed: [SEARCH], why: "nobody says five days" })
  await says(panel, "Insert waits for 1 passage.")
  expect(await editor(ticket).inputValue()).toBe("")
  await openPart(panel, "checks")
  const denied = region(panel, "Checks").getByRole("listitem").filter({ hasText: "nobody says five days" })
  await denied.getByRole("button", { name: "Remove it" }).click()
  await insert(panel)
  expect(await editor(ticket).inputValue()).toContain(SEARCH)
  expect(await editor(ticket).inputValue()).not.toContain(ANSWER)
})

test("after three seconds Insert goes through without the verifier's word, and says so", async () => {
  await editor(ticket).fill("")
  await pressRegenerate(panel)
  await isChecking()
  await ready(panel, "Insert").click()
  await says(panel, "Inserted, not verified.")
  expect(await editor(ticket).inputValue()).toContain(ANSWER)
  model.verify({ confirmed: [SEARCH] })
  await says(panel, "In what you inserted: 1 denied sentence.")
})

test("what the agent typed is held against ticket and pages, masked, before it is sent; nothing is changed", async () => {
  const own = `Hello Maya Lindgren,\n\n${SEARCH} We pay you 500 euros on Friday.`
  await editor(ticket).fill(own)
  await openPart(panel, "more:reply-check")
  const card = region(panel, "Your reply, checked")
  await card.getByRole("button", { name: "Check my reply", exact: true }).click()
  model.verify({ confirmed: [SEARCH], why: "nobody grants 500 euros" })
  const doubt = card.getByRole("listitem").filter({ hasText: "We pay you 500 euros on Friday." })
  await orTell(panel, doubt.getByText("nobody grants 500 euros").waitFor())
  await card.getByText("big-model has verified it.").waitFor()
  expect(await card.getByRole("listitem").filter({ hasText: SEARCH }).count()).toBe(0)
  expect(await editor(ticket).inputValue()).toBe(own)
  expect(model.asked.at(-1)).toContain("We pay you 500 euros on Friday.")
  expect(model.asked.at(-1)).not.toContain("Lindgren")
  await editor(ticket).fill(`${own} Soon.`)
  await card.getByText("The text in the editor has changed since.", { exact: false }).waitFor()
})
