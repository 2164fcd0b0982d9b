import { charactersOf } from "../../masking/job-size.ts"
import { MOST_CHARACTERS } from "../../masking/mask-host.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"
import { newestMessages } from "./newest-messages.ts"

/**
 * Splits a ticket that is too long to be masked at once. If the messages that a draft answers don't fit, it stays too
 * long.
 * @returns the ticket with its newest messages, and the others in parts that can be masked before it, so that whoever is
 * named in them is known: oldest first, without what isn't a message
 */
export function splitLongTicket(ticket: Ticket): { newest: Ticket; older: Ticket[] } {
  if (sizeOf(ticket, ticket.messages) <= MOST_CHARACTERS) return { newest: ticket, older: [] }
  let room = MOST_CHARACTERS - sizeOf(ticket, [])
  // A note that doesn't fit is only learnt from.
  const kept = newestMessages(ticket.messages, (message, mustStay) => {
    const size = sizeOf(BARE, [message])
    if (!mustStay && size > room) return false
    room -= size
    return true
  })
  const stays = new Set(kept)
  const rest = ticket.messages.filter((message) => !stays.has(message))
  const { tags: _tags, fields: _fields, lookups: _lookups, attached: _attached, ...people } = ticket
  const older = partsOf(rest).map((messages) => ({ ...people, tags: [], messages }))
  return { newest: { ...ticket, messages: kept }, older }
}

/** Groups messages into parts of half a job, with room for the subject; a longer one is cut at the ends of lines. */
function partsOf(messages: Message[]): Message[][] {
  const parts: Message[][] = []
  let left = 0
  for (const message of messages.flatMap(inPieces)) {
    const size = sizeOf(BARE, [message])
    if (size > left) {
      parts.push([])
      left = HALF
    }
    parts.at(-1)?.push(message)
    left -= size
  }
  return parts
}

function inPieces(message: Message): Message[] {
  if (message.text.length <= HALF) return [message]
  const pieces: Message[] = []
  for (let from = 0; from < message.text.length; ) {
    const end = message.text.lastIndexOf("\n", from + HALF)
    const to = end > from ? end + 1 : from + HALF
    pieces.push({ ...message, text: message.text.slice(from, to) })
    from = to
  }
  return pieces
}

const HALF = MOST_CHARACTERS / 2
const BARE = { subject: "", tags: [] }

const sizeOf = (ticket: Pick<Ticket, "subject" | "tags" | "fields" | "attached">, messages: Message[]): number =>
  charactersOf({ kind: "ticket", ticket: { ...ticket, helpdesk: "", ticketId: "", requester: {}, messages } })
