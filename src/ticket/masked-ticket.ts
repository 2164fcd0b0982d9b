import type { SentAttachment } from "./attachment.ts"
import type { Channel } from "./ticket.ts"
import type { EarlierPromise } from "./earlier-ticket.ts"
import type { LookedUp } from "./looked-up.ts"

/** A ticket as it may leave the browser: public thread only, identities replaced by placeholders like `[PERSON_1]`. */
export interface MaskedTicket {
  helpdesk: string
  ticketId: string
  /** Id of the newest public message. */
  version: string
  subject: string
  /** The placeholder of the requester's name, or "". */
  requester: string
  /** The placeholder of the requester's first name, if it has one of its own. */
  firstName?: string | undefined
  /** The placeholder of the agent who signs, or "". */
  agent: string
  /** How customer and agent write to each other, if the helpdesk shows it. */
  channel?: Channel | undefined
  locale?: string | undefined
  /** Minutes that the agent's browser was ahead of UTC at the newest message. */
  zone?: number | undefined
  tags: string[]
  fields?: Record<string, string> | undefined
  /** What the browser looked up in other systems. The relay never stores it. */
  lookups?: LookedUp[] | undefined
  /** What the team promised in earlier tickets of the same requester. The relay never stores it. */
  earlier?: EarlierPromise[] | undefined
  /** Passages of attachments that the agent had read. The relay never stores them. */
  attached?: SentAttachment[] | undefined
  messages: MaskedMessage[]
}

export interface MaskedMessage {
  id: string
  role: "customer" | "agent" | "system"
  author: string
  at: string
  text: string
  /** File names, masked. */
  attachments?: string[] | undefined
}

type ReadElsewhere = Pick<MaskedTicket, "lookups" | "earlier" | "attached">

/** Returns the ticket without what the browser read elsewhere. Only a request for a draft has that along. */
export function withoutReadElsewhere<Whole extends ReadElsewhere>(whole: Whole): Omit<Whole, keyof ReadElsewhere> {
  const { lookups: _lookups, earlier: _earlier, attached: _attached, ...ticket } = whole
  return ticket
}

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
