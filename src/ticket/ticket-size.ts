import type { MaskedTicket } from "./masked-ticket.ts"

/**
 * Counts the characters of a ticket that are read for a draft. Each message adds something to the count, because a
 * thousand empty ones take time, too.
 */
export function ticketSize({ subject, fields = {}, messages }: MaskedTicket): number {
  const ofFields = Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return messages.reduce((sum, { text }) => sum + text.length + EACH, subject.length + ofFields)
}

const EACH = 50
