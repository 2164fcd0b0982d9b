import { expect, test } from "vitest"
import { maskTicket } from "../../src/masking/index.ts"
import { givenName } from "../../src/masking/known/given-name.ts"
import type { Ticket } from "../../src/ticket/ticket.ts"

const ticketOf = (name: string, text: string): Ticket => ({
  helpdesk: "sample",
  ticketId: "1",
  subject: "Parcel",
  requester: { name },
  tags: [],
  messages: [
    {
      id: "m1",
      author: name,
      role: "customer",
      visibility: "public",
      at: "2026-11-20T09:00:00Z",
      text: "Where is it?"
    },
    { id: "m2", author: "Tom", role: "agent", visibility: "public", at: "2026-11-20T10:00:00Z", text }
  ]
})

test("a masked ticket tells which placeholder is the customer's first name, if the thread uses it", () => {
  const { ticket } = maskTicket(ticketOf("Maya Lindgren", "Hello Maya,\n\nwe look for it."))
  expect(ticket.firstName).toMatch(/^\[PERSON_\d\]$/)
  expect(ticket.firstName).not.toBe(ticket.requester)
  expect(ticket.messages[1]?.text).toContain(`Hello ${ticket.firstName},`)
  expect(maskTicket(ticketOf("Maya Lindgren", "We look for it.")).ticket.firstName).toBeUndefined()
})

test.each([
  ["Maya Lindgren", "Maya"],
  ["Lindgren, Maya", "Maya"],
  ["Jean-Luc Moreau", "Jean-Luc"],
  ["Maya", undefined],
  ["M. Lindgren", undefined],
  ["Frau Lindgren", undefined],
  ["Dr. Maya Lindgren", undefined],
  ["山田 太郎", undefined],
  ["maya@post.example", undefined],
  [undefined, undefined]
])("the first name of %s is %s", (name, first) => {
  expect(givenName(name)).toBe(first)
})
