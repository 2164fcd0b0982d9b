import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { wordDistance } from "../../src/text/edit-distance.ts"
import { startWorld, type World } from "./help/harness.ts"
import {
  bar,
  button,
  customerWrites,
  draftReady,
  editor,
  insert,
  letter,
  openMenu,
  openPanel,
  openTicket,
  pressRegenerate,
  ready,
  rewrite,
  says,
  shows
} from "./help/steps.ts"
import { readStoredCases } from "../relay/help/stored-draft.ts"

/** Where the text goes, a second Insert, undo; and what the relay learns once the agent has sent the reply. */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(() => world.close())
/** A fresh page, and a draft that was never put in. */
beforeEach(async () => {
  await openTicket(world, "1001", ticket)
  const before = await drafts()
  await pressRegenerate(panel)
  await expect.poll(drafts).toBe(before + 1)
  await draftReady(panel, "1001")
})

const FIRST = "Hello Maya,\n\nwe are looking for it.\n\nTom"
const SECOND = "Hello Maya,\n\nthe search takes two days.\n\nTom"

test("the agent's own words stay above, quote and signature below", async () => {
  await rewrite(panel, FIRST)
  await editor(ticket).fill("I called them myself.\n\nOn Thu, Maya wrote:\n> Nothing is here.\n\n-- \nTom Ahlberg")
  await insert(panel)
  expect(await editor(ticket).inputValue()).toBe(
    `I called them myself.\n\n${FIRST}\n\nOn Thu, Maya wrote:\n> Nothing is here.\n\n-- \nTom Ahlberg`
  )
})

test("Ctrl+Z brings back what stood before", async () => {
  await rewrite(panel, FIRST)
  await editor(ticket).fill("My own words.")
  await insert(panel)
  expect(await editor(ticket).inputValue()).toContain(FIRST)
  await ticket.bringToFront()
  await editor(ticket).focus()
  await ticket.keyboard.press("Control+z")
  await expect.poll(() => editor(ticket).inputValue()).toBe("My own words.")
  await panel.bringToFront()
})

test("a second Insert replaces our text where nobody touched it", async () => {
  await rewrite(panel, FIRST)
  await editor(ticket).fill("-- \nTom Ahlberg")
  await insert(panel)
  await rewrite(panel, SECOND)
  await insert(panel)
  expect(await editor(ticket).inputValue()).toBe(`${SECOND}\n\n-- \nTom Ahlberg`)
})

test("where it was touched it changes nothing and asks; then it goes below", async () => {
  await rewrite(panel, SECOND)
  await insert(panel)
  const touched = SECOND.replace("two days", "three days")
  await editor(ticket).fill(touched)
  await rewrite(panel, FIRST)
  await ready(panel, "Insert").click()
  await says(panel, "What was inserted before has been changed.")
  expect(await editor(ticket).inputValue()).toBe(touched)
  await button(panel, "Insert again below?").click()
  await expect.poll(() => editor(ticket).inputValue()).toBe(`${touched}\n\n${FIRST}`)
})

test("what the agent sends of a draft reaches the relay once, masked, with how much was changed", async () => {
  // The pages give no other draft by now, and what was written by hand stays in this one.
  await customerWrites(world, ticket, "1001", "My parcel is still shown as delivered. What happens next?")
  await openTicket(world, "1001", ticket)
  await pressRegenerate(panel)
  await expect.poll(() => letter(panel).innerText()).not.toContain("we are looking for it")
  await draftReady(panel, "1001")
  const draft = await lastDraft()
  await insert(panel)
  const inserted = await editor(ticket).inputValue()
  const sent = `${inserted.replace("Kind regards", "Best wishes")}\n\nCall me on +44 1603 496012, Maya Lindgren.`
  await editor(ticket).fill(sent)
  await ticket.getByRole("button", { name: "Send" }).click()
  await ticket.getByText("Reply sent.").waitFor()
  await expect.poll(() => outcomes()).toHaveLength(1)
  const [row] = await outcomes()
  expect(row).toMatchObject({ draft, helpdesk: "sample", ticket_id: "1001", kind: "inserted", model: "offline" })
  expect(row?.body).not.toMatch(/Maya|Lindgren|496012/)
  expect(row?.edit_distance).toBeCloseTo(wordDistance(inserted, sent), 5)
  await ticket.reload()
  await panel.reload()
  await openTicket(world, "1006", ticket)
  await shows(panel, "1006")
  await openTicket(world, "1001", ticket)
  expect(await outcomes()).toHaveLength(1)
})

test("Erase this ticket removes its drafts and results here and at the relay", async () => {
  await openMenu(panel)
  await button(panel, "Erase this ticket").click()
  await button(panel, "Erase for good").click()
  await bar(panel).getByText("Erased.").waitFor()
  expect(await outcomes()).toEqual([])
  expect(await world.relay.db.selectFrom("drafts").select("id").where("ticket_id", "=", "1001").execute()).toEqual([])
})

const outcomes = () => readStoredCases(world.relay.db, "1001")
const drafts = async () =>
  (await world.relay.db.selectFrom("drafts").select("id").where("ticket_id", "=", "1001").execute()).length

/** The newest draft of the ticket at the relay. */
async function lastDraft(): Promise<string> {
  const { id } = await world.relay.db
    .selectFrom("drafts")
    .select("id")
    .where("ticket_id", "=", "1001")
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow()
  return id
}
