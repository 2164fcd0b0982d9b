import type { MaskedTicket } from "./masked-ticket.ts"

/**
 * Characters of a ticket that are read for a draft. A message weighs something too: a thousand empty ones take their
 * time.
 */
export function ticketSize({ subject, fields = {}, messages }: MaskedTicket): number {
  const ofFields = Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return messages.reduce((sum, { text }) => sum + text.length + EACH, subject.length + ofFields)
}

const EACH = 50
