import { expect, test } from "vitest"
import { loadTickets } from "../../demo/helpdesk/tickets.ts"
import { languageOfThread } from "../../src/text/language-of-thread.ts"

const tickets = await loadTickets()
const messages = tickets.flatMap((ticket) => ticket.messages)

test("seventeen tickets in the six languages of the product, and one that the helpdesk has no locale for", () => {
  expect(tickets.map(({ ticketId }) => ticketId)).toEqual(
    Array.from({ length: 17 }, (_, index) => String(1001 + index))
  )
  const locales = tickets.map(({ locale }) => locale)
  expect([...new Set(locales)].sort()).toEqual(["de", "en", "es", "fr", "ja", "pt", undefined])
  expect(locales.filter((locale) => locale === undefined)).toHaveLength(1)
})

test("each is in the language that its locale says", () => {
  expect(
    tickets.filter((ticket) => languageOfThread(ticket) !== (ticket.locale ?? "it")).map(({ ticketId }) => ticketId)
  ).toEqual([])
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
  expect(thread.filter(({ visibility }) => visibility === "internal").map(({ text }) => text.includes(secret))).toEqual(
    [true]
  )
  expect(thread.filter(({ visibility }) => visibility === "public").some(({ text }) => text.includes(secret))).toBe(
    false
  )
})

test("one has 25 messages, of all roles", () => {
  const long = tickets.filter(({ messages: thread }) => thread.length === 25)
  expect(long).toHaveLength(1)
  expect([...new Set(long[0]?.messages.map(({ role }) => role))].sort()).toEqual(["agent", "customer", "system"])
})
