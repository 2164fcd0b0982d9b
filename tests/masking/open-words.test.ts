import { expect, test } from "vitest"
import { maskTicket } from "../../src/masking/index.ts"
import type { Ticket } from "../../src/ticket/ticket.ts"

const masked = (subject: string, text: string, { locale = "en", name = "Maya Lindgren" } = {}) => {
  const ticket: Ticket = {
    helpdesk: "sample",
    ticketId: "1",
    subject,
    locale,
    tags: [],
    requester: { name },
    messages: [{ id: "1", role: "customer", visibility: "public", author: name, at: "2026-03-02T09:00:00Z", text }]
  }
  return maskTicket(ticket).ticket.subject
}

test.each([
  ["Mala perdida", "Olá, a minha mala não chegou.", "pt"],
  ["Anteilig", "Wird mir der Monat anteilig berechnet?", "de"],
  ["Rebonjour", "Rebonjour, toujours pas de nouvelles. Le forfait a-t-il changé ?", "fr"]
])("a subject keeps a word that the message keeps: %s", (subject, text, locale) => {
  expect(masked(subject, text, { locale })).toBe(subject)
})

test("a subject's name that the message doesn't have, or that is masked there, stays masked", () => {
  expect(masked("Holger Brandeis", "Hello, my order hasn't come.")).toBe("[PERSON_2]")
  expect(masked("Holger Brandeis", "Hello, Holger Brandeis has my parcel.")).toBe("[PERSON_2]")
})

test("who is on the ticket stays masked in the subject, though the message has the word in another sense", () => {
  expect(masked("Rose", "The rose lamp flickers.", { name: "Rose Miller" })).not.toContain("Rose")
})
