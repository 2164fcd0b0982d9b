import { expect, test } from "vitest"
import { splitLongTicket } from "../../../src/copilot/relay-client/fit-ticket.ts"
import type { Message, Ticket } from "../../../src/ticket/ticket.ts"

const message = (id: string, size: number, more: Partial<Message> = {}): Message => ({
  id,
  author: "Anna Bergmann",
  role: "customer",
  visibility: "public",
  at: "2026-11-20T09:00:00.000Z",
  text: `${"a line of text here\n".repeat(size / 20)}`,
  ...more
})
const agent = { role: "agent", author: "Tom" } as const
const note = { ...agent, visibility: "internal" } as const
const ticketOf = (...messages: Message[]): Ticket => ({
  helpdesk: "sample",
  ticketId: "1",
  subject: "Parcel",
  requester: { name: "Anna Bergmann" },
  tags: ["delivery"],
  fields: { Order: "LL-48213" },
  messages
})
const idsOf = ({ messages }: Ticket) => messages.map(({ id }) => id)

test("a ticket that fits is left as it is", () => {
  const ticket = ticketOf(message("1", 40_000), message("2", 40_000, agent))
  expect(splitLongTicket(ticket)).toEqual({ newest: ticket, older: [] })
})

test("first and newest stay, the rest is learnt from in parts, without tags and fields", () => {
  const ticket = ticketOf(
    ...["1", "2", "3", "4"].map((id) => message(id, 30_000)),
    message("5", 30_000, note),
    message("6", 30_000, agent)
  )
  const { newest, older } = splitLongTicket(ticket)
  expect(idsOf(newest)).toEqual(["1", "4", "6"])
  expect([newest.tags, newest.fields]).toEqual([["delivery"], { Order: "LL-48213" }])
  expect(older.map(idsOf)).toEqual([["2"], ["3"], ["5"]])
  for (const part of older) expect([part.subject, part.tags, part.fields]).toEqual(["Parcel", [], undefined])
})

test("the customer's newest message stays before longer ones of agents", () => {
  const ticket = ticketOf(
    message("1", 60_000),
    message("2", 30_000),
    message("3", 40_000, agent),
    message("4", 60_000, agent)
  )
  expect(idsOf(splitLongTicket(ticket).newest)).toEqual(["2", "4"])
})

test("a message that is too long to be learnt from at once is cut at the end of a line", () => {
  const ticket = ticketOf(message("1", 240_000), message("2", 20_000))
  const { newest, older } = splitLongTicket(ticket)
  expect(idsOf(newest)).toEqual(["2"])
  const pieces = older.flatMap(({ messages }) => messages.map(({ text }) => text))
  expect(pieces.join("")).toBe(ticket.messages[0]?.text)
  for (const piece of pieces) expect([piece.length <= 50_001, piece.endsWith("\n")]).toEqual([true, true])
})

test("an answered message that doesn't fit leaves the ticket too long", () => {
  const { newest } = splitLongTicket(ticketOf(message("1", 20_000), message("2", 120_000)))
  expect(idsOf(newest)).toEqual(["2"])
})
