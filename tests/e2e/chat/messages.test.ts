import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "../help/harness.ts"
import {
  button,
  customerWrites,
  editor,
  letter,
  openPanel,
  openTicket,
  ready,
  rewrite,
  says,
  shows
} from "../help/steps.ts"
import { readStoredCases } from "../../relay/help/stored-draft.ts"

/** A chat in the sample helpdesk: the messages of one draft are inserted and sent one after another. */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  await world.browser.context.route("**/api/tickets/1001", async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), channel: "chat" } })
  })
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await shows(panel, "1001")
  await ready(panel, "Edit").waitFor()
})
afterAll(() => world.close())

const MESSAGES = ["Hi Maya, we are looking for it.", "The search takes two days.", "You hear from me by then."]

async function put(n: number, of = MESSAGES.length) {
  await ready(panel, `Insert ${n} of ${of}`).click()
  await says(panel, "Inserted.")
}
async function send(n: number) {
  await ticket.getByRole("button", { name: "Send" }).click()
  await letter(panel).getByText(`Message ${n} of 3: sent`).waitFor()
}
const outcomes = () => readStoredCases(world.relay.db, "1001")
test("three messages go out one by one, are one reply at the relay, and a customer's message in between stops them", async () => {
  await rewrite(panel, MESSAGES.join("\n\n"))
  await button(panel, "Message 1 of 3: next").waitFor()
  for (const [at, text] of MESSAGES.entries()) {
    await put(at + 1)
    expect(await editor(ticket).inputValue()).toBe(text)
    await send(at + 1)
    if (at < 2) expect(await outcomes()).toEqual([])
  }
  await says(panel, "Sent.")
  await expect.poll(outcomes).toHaveLength(1)
  const [row] = await outcomes()
  expect(row).toMatchObject({ kind: "inserted", ticket_id: "1001" })
  expect(JSON.parse(row?.body ?? "{}").sent).toMatch(
    /we are looking for it\.\n\nThe search takes two days\.\n\nYou hear/
  )

  await customerWrites(world, ticket, "1001", "My parcel is still shown as delivered. What happens next?")
  await openTicket(world, "1001", ticket)
  // A new draft is prepared, and takes the place of the one that was sent.
  await expect.poll(() => letter(panel).innerText()).not.toContain("we are looking for it")
  await ready(panel, "Edit").waitFor()
  await rewrite(panel, MESSAGES.join("\n\n"))
  await put(1)
  await send(1)
  await customerWrites(world, ticket, "1001", "I have found it!")
  await ready(panel, "Insert 2 of 3").click()
  await says(panel, "wrote again")
  expect(await editor(ticket).inputValue()).toBe("")
  await expect.poll(async () => (await outcomes()).length).toBe(2)
})
