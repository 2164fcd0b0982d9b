import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { comment } from "../../doubles/zendesk/tickets.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, button, draftReady, letter, openPanel, openPart, openTicket, region, says, shows } from "../help/steps.ts"
import { serveTicket, ticketOf } from "../help/tickets.ts"
import { openZendesk, startZendeskDouble } from "../help/zendesk.ts"

/**
 * Tickets that are empty, huge, hostile or of another helpdesk: each gets a draft or a clear sentence, and leaks
 * nothing.
 */
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

/** The bodies that left the browser for the draft in the panel, as the panel shows them. */
async function whatLeft(): Promise<string> {
  await openPart(panel, "more")
  await button(panel, "What the model saw").click()
  await panel.getByText("No model was asked.").waitFor()
  // A long body comes a moment after its first lines.
  await panel.locator("details pre").first().waitFor({ state: "attached" })
  const bodies = await panel.locator("details pre").allTextContents()
  await panel.keyboard.press("Escape")
  expect(bodies.length).toBeGreaterThan(0)
  return bodies.join("\n")
}

const draftsOf = async (ticketId: string) =>
  (await world.relay.db.selectFrom("drafts").where("ticket_id", "=", ticketId).selectAll().execute()).length

test("a ticket without any text: said, and nothing leaves", async () => {
  await serveTicket(ticket, ticketOf("2001", [{ text: "  \n " }, { text: "A note.", visibility: "internal" }]))
  await openTicket(world, "2001", ticket)
  await shows(panel, "2001")
  await says(panel, "This ticket has no text to answer.")
  expect(await draftsOf("2001")).toBe(0)
})

test("a ticket of one attachment: no draft, with the reason; the file itself stays here", async () => {
  await serveTicket(
    ticket,
    ticketOf(
      "2002",
      [{ text: "", attachments: [{ name: "Wilma Tessmer passport.pdf", type: "application/pdf", size: 90_000 }] }],
      { subject: "" }
    )
  )
  await openTicket(world, "2002", ticket)
  await shows(panel, "2002")
  await region(panel, "Draft")
    .getByText(/^No draft/)
    .waitFor()
  expect(await whatLeft()).not.toContain("Wilma")
})

test("200 messages: all are read, and the newest is what is asked", async () => {
  const chat = Array.from({ length: 199 }, (_, n) => ({
    text: `Message ${n + 1}: thank you.`,
    ...(n % 2 ? { role: "agent" as const, author: "Tom Ahlberg" } : {})
  }))
  await serveTicket(
    ticket,
    ticketOf("2003", [...chat, { text: "The parcel is shown as delivered, but nothing is here. What happens next?" }])
  )
  await openTicket(world, "2003", ticket)
  await shows(panel, "2003")
  await openPart(panel, "more:summary")
  await region(panel, "Summary").getByText("message 200").first().waitFor()
  const left = await whatLeft()
  for (const n of [1, 100, 199]) expect(left).toContain(`Message ${n}: thank you.`)
})

test("a message of 100,000 characters is read; one more is not, and says so before anything leaves", async () => {
  const question = "The parcel is shown as delivered, but nothing is here. What happens next?\n"
  const filler = "I have told you all of this before and will tell it again. "
  const subject = "Where is my parcel?"
  const most = (question + filler.repeat(2000)).slice(0, 100_000 - subject.length - 1)
  await serveTicket(ticket, ticketOf("2004", [{ text: `${most}.` }]))
  await openTicket(world, "2004", ticket)
  await draftReady(panel, "2004")
  await serveTicket(ticket, ticketOf("2005", [{ text: `${most}..` }]))
  await openTicket(world, "2005", ticket)
  await shows(panel, "2005")
  await says(panel, "This ticket is too long: its newest messages have more than 100,000 characters")
  expect(await draftsOf("2005")).toBe(0)
})

test("of a thread of 450,000 characters the first and the newest messages are answered, and it is said", async () => {
  const told = "I have told you all of this before and will tell it again. ".repeat(500)
  await serveTicket(
    ticket,
    ticketOf("2012", [
      { text: "My lamp was shown as delivered." },
      ...Array.from({ length: 15 }, (_, n) => ({ text: `Message ${n + 2}. ${told}` })),
      { text: "The parcel is shown as delivered, but nothing is here. What happens next?" }
    ])
  )
  await openTicket(world, "2012", ticket)
  await shows(panel, "2012")
  await says(panel, "12 older messages were left out.")
  const left = await whatLeft()
  expect([left.includes("My lamp was"), left.includes("Message 13."), left.includes("Message 14.")]).toEqual([
    true,
    false,
    true
  ])
})

test("hostile text is only ever text, in the panel and in the reply", async () => {
  await openTicket(world, "1008", ticket)
  await shows(panel, "1008")
  await region(panel, "Draft")
    .getByText(/^No draft/)
    .or(letter(panel))
    .first()
    .waitFor()
  await bar(panel).getByText("Writing. Each sentence").waitFor({ state: "hidden" })
  await panel.getByRole("heading", { level: 1 }).getByText("<script>").waitFor()
  expect([await panel.title(), await ticket.title()].join()).not.toContain("taken")
  expect(await panel.locator("main script, main img").count()).toBe(0)
  expect(await region(panel, "Draft").innerText()).not.toMatch(/€500|€200|customer list/)
})

test("text that looks like a placeholder is never mistaken for one of ours", async () => {
  await serveTicket(
    ticket,
    ticketOf("2006", [
      {
        text: "The parcel is shown as delivered, but nothing is here. [PERSON_1] at [EMAIL_1] and [PERSON_999] say so, [[what is missing]]. What happens next?"
      }
    ])
  )
  await openTicket(world, "2006", ticket)
  await draftReady(panel, "2006")
  const left = await whatLeft()
  expect(left).not.toContain("Wilma")
  // The requester's placeholder stands for the requester alone.
  const asked: { ticket: { requester: string; messages: { text: string }[] } } = JSON.parse(left.split("\n")[0] ?? "")
  expect(asked.ticket.messages[0]?.text).not.toContain(asked.ticket.requester)
  expect(await letter(panel).innerText()).not.toMatch(/\[PERSON_|\[EMAIL_/)
})

test("a real ticket never gets the invented shop's rules", async () => {
  const desk = await startZendeskDouble()
  try {
    const parcel =
      "My parcel is shown as delivered, but nothing is here. What happens next, and how long will the search take?"
    desk.state.tickets.get(35439)?.comments.splice(0, 1, comment(31, 9101, parcel))
    const agent = await openZendesk(world, desk, 35439)
    await shows(panel, "35439")
    await region(panel, "Draft").getByText("No draft: no articles are imported yet.").waitFor()
    expect(await region(panel, "Sources").innerText()).not.toMatch(/deliver/i)
    await agent.page.close()
    // The very same words in the sample helpdesk find them.
    await serveTicket(ticket, ticketOf("2007", [{ text: parcel }]))
    await openTicket(world, "2007", ticket)
    await draftReady(panel, "2007")
    await openPart(panel, "pages")
    await region(panel, "Sources")
      .getByText(/deliver/i)
      .first()
      .waitFor()
  } finally {
    await desk.close()
  }
})
