import { freshdesk } from "../../../src/helpdesks/freshdesk/adapter.ts"
import { fdRow, freshdeskAnswer, freshdeskPage, OMAR, type FreshdeskTicket } from "../../doubles/freshdesk/freshdesk.ts"
import { openDocument, type Case } from "../case.ts"

export const printer: FreshdeskTicket = {
  id: 10100,
  subject: "Printer not working",
  description: "<p>Hello,</p><p>it prints nothing.</p>",
  rows: [
    fdRow(11, "note", "SUPPLIER-SECRET. Do not tell."),
    fdRow(12, "out", "Is it plugged in?", {
      attachments: [{ name: "how-to.pdf", content_type: "application/pdf", size: 20_480 }]
    }),
    fdRow(13, "in", "It is.")
  ]
}

export function openFreshdesk(
  ticket = printer,
  {
    isOpen = true,
    html = freshdeskPage(ticket, isOpen),
    origin = "https://pots.freshdesk.com",
    ignoresPages = false
  } = {}
) {
  return openDocument(html, `${origin}/a/tickets/${ticket.id}`, (url) => freshdeskAnswer(ticket, url, ignoresPages))
}

const time = (second: number) => `2026-11-18T08:00:${second}Z`
const NADIA = "Nadia Rahman"
const expected: Case["ticket"] = {
  ticketId: "10100",
  subject: "Printer not working",
  status: "open",
  requester: { name: OMAR },
  tags: ["printer"],
  messages: [
    {
      id: "ticket-10100",
      author: OMAR,
      role: "customer",
      visibility: "public",
      at: "2026-11-18T07:00:00Z",
      text: "Hello,\n\nit prints nothing."
    },
    {
      id: "11",
      author: NADIA,
      role: "agent",
      visibility: "internal",
      at: time(11),
      text: "SUPPLIER-SECRET. Do not tell."
    },
    {
      id: "12",
      author: NADIA,
      role: "agent",
      visibility: "public",
      at: time(12),
      text: "Is it plugged in?",
      attachments: [{ name: "how-to.pdf", type: "application/pdf", size: 20_480 }]
    },
    { id: "13", author: OMAR, role: "customer", visibility: "public", at: time(13), text: "It is." }
  ]
}

/** A ticket with its editor open and closed. */
export const freshdeskCases: Case[] = [true, false].map((isOpen) => ({
  name: `freshdesk, editor ${isOpen ? "open" : "closed"}`,
  adapter: freshdesk,
  open: () => openFreshdesk(printer, { isOpen }),
  ticket: expected,
  editor: isOpen ? "not-public" : "none"
}))
