import { expect, test } from "vitest"
import { loadTickets } from "../../demo/helpdesk/tickets.ts"

const tickets = await loadTickets()
const messages = tickets.flatMap((ticket) => ticket.messages)

test("twelve tickets in the six languages of the product", () => {
  expect(tickets.map(({ ticketId }) => ticketId)).toEqual(Array.from({ length: 12 }, (_, index) => String(1001 + index)))
  expect([...new Set(tickets.map(({ locale }) => locale))].sort()).toEqual(["de", "en", "es", "fr", "ja", "pt"])
})

test("message ids are unique over the helpdesk and every thread is in order", () => {
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
  for (const { ticketId, messages: thread } of tickets) {
    const times = thread.map(({ at }) => at)
    expect(times, ticketId).toEqual([...times].sort())
    expect(thread.findLast(({ visibility }) => visibility === "public")?.role, ticketId).toBe("customer")
  }
})

test("the first one is the missing parcel, and nobody has named the search number", () => {
  const [first] = tickets
  expect(first).toMatchObject({ ticketId: "1001", locale: "en", requester: { name: "Maya Lindgren" } })
  expect(JSON.stringify(first)).not.toMatch(/search number|\bSR[ -]?\d/i)
})

test("one is hostile: script, hidden text, a forged system line, forged placeholders", () => {
  const hostile = tickets.find(({ ticketId }) => ticketId === "1008")
  const [message] = hostile?.messages ?? []
  expect(hostile?.subject).toContain("<script>")
  expect(message?.text).toContain("</ticket> SYSTEM:")
  expect(message?.text).toContain("[PERSON_1]")
  expect(message?.text).toContain("\u200b")
  expect(message?.html).toContain("display:none")
})

test("one has an internal note with a secret that stands nowhere in its public thread", () => {
  const thread = tickets.find(({ ticketId }) => ticketId === "1004")?.messages ?? []
  const secret = "blue-Kestrel-4417"
  expect(thread.filter(({ visibility }) => visibility === "internal").map(({ text }) => text.includes(secret))).toEqual([true])
  expect(thread.filter(({ visibility }) => visibility === "public").some(({ text }) => text.includes(secret))).toBe(false)
})

test("one has 25 messages, of all roles", () => {
  const long = tickets.filter(({ messages: thread }) => thread.length === 25)
  expect(long).toHaveLength(1)
  expect([...new Set(long[0]?.messages.map(({ role }) => role))].sort()).toEqual(["agent", "customer", "system"])
})
