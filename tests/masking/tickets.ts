import type { Message, Ticket } from "../../src/ticket/ticket.ts"
import { maskText, type MaskTable } from "../../src/masking/index.ts"
import { NO_RULES, type MaskRules } from "../../src/masking/basis/masking-rules.ts"

export const EMPTY: MaskTable = { entries: [] }

/** A text of its own, nobody known. */
export const masked = (text: string, rules: Partial<MaskRules> = {}) =>
  maskText(text, EMPTY, [], { rules: { ...NO_RULES, ...rules } }).text

export function message(text: string, rest: Partial<Message> = {}): Message {
  return {
    id: "m1",
    author: "Anna-Lena O’Hara",
    role: "customer",
    visibility: "public",
    at: "2026-11-18T07:30:00Z",
    text,
    ...rest
  }
}

export function ticket(messages: Message[], rest: Partial<Ticket> = {}): Ticket {
  return {
    helpdesk: "sample",
    ticketId: "7",
    subject: "Late parcel",
    tags: [],
    requester: { name: "Anna-Lena O’Hara", email: "al.ohara77@post.example" },
    messages,
    ...rest
  }
}
