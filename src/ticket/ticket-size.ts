import type { MaskedMessage, MaskedTicket } from "./masked-ticket.ts"

/**
 * Counts the characters of a ticket that are read for a draft. Each message adds something to the count, because a
 * thousand empty ones take time, too.
 */
export function ticketSize({ subject, fields = {}, messages }: MaskedTicket): number {
  const ofFields = Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return messages.reduce((sum, { text }) => sum + text.length + EACH, subject.length + ofFields)
}

const EACH = 50

/**
 * Returns the ticket with those messages that a model is shown at least a part of: the first one, and the newest up to
 * some 14,000 characters. A thread of hundreds of messages would take longer to read than the model takes to answer.
 * A shorter thread is returned as it is.
 */
export function withRecentThread(ticket: MaskedTicket): MaskedTicket {
  const [first, ...later] = ticket.messages
  if (!first) return ticket
  let left = MAX_CHARACTERS
  const recent: MaskedMessage[] = []
  for (const message of later.toReversed()) {
    left -= HEAD + Math.min(message.text.length, SHORTENED)
    if (left < 0) break
    recent.unshift(message)
  }
  return recent.length === later.length ? ticket : { ...ticket, messages: [first, ...recent] }
}

/** In UTF-16 units, as in a model's prompt: of all messages, of an older one at most, and of a message's head. */
const MAX_CHARACTERS = 14_000
const SHORTENED = 400
const HEAD = 50
