import { visibleReply } from "../../text/mail/visible-reply.ts"
import type { KnownTicket } from "./known-ticket.ts"
import { comparable } from "./phrases.ts"

/** Returns what the customer wrote, as phrases are sought in it: the subject, and all messages without quoted mails. */
export function customerText(ticket: KnownTicket["ticket"]): { subject: string; messages: string } {
  const own = ticket.messages
    .filter(({ role }) => role === "customer")
    .map(({ text }) => visibleReply(text.slice(0, CHARACTERS)).visible)
  return { subject: comparable(ticket.subject), messages: comparable(own.join("\n\n")) }
}

/** As much of a message as says what it is about. */
const CHARACTERS = 20_000
