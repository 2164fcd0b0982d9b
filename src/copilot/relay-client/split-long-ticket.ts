import { charactersOf } from "../../masking/job-size.ts"
import { MOST_CHARACTERS } from "../../masking/mask-host.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"

/**
 * Splits a ticket that is too long to be masked at once. The customer's newest message, the last and the first one stay
 * in it, and the newest of the others that fit. If the first two don't fit, the ticket stays too long.
 * @returns the ticket with these, and the other messages in parts that can be masked before it, so that whoever is
 * named in them is known: oldest first, without what isn't a message
 */
export function splitLongTicket(ticket: Ticket): { newest: Ticket; older: Ticket[] } {
  if (sizeOf(ticket, ticket.messages) <= MOST_CHARACTERS) return { newest: ticket, older: [] }
  const all = ticket.messages
  const isPublic = ({ visibility }: Message) => visibility === "public"
  let room = MOST_CHARACTERS - sizeOf(ticket, [])
  const kept = new Set<number>()
  const take = (at: number, always = false): boolean => {
    const message = all[at]
    if (message === undefined || kept.has(at)) return true
    const size = sizeOf(BARE, [message])
    if (!always && size > room) return false
    room -= size
    kept.add(at)
    return true
  }
  take(
    all.findLastIndex((message) => isPublic(message) && message.role === "customer"),
    true
  )
  take(all.findLastIndex(isPublic), true)
  take(all.findIndex(isPublic))
  // A note that doesn't fit is only learnt from. Of the public messages none is left out between two that stay.
  for (let at = all.length - 1; at >= 0; at--) {
    const message = all[at]
    if (message && !take(at) && isPublic(message)) break
  }
  const { tags: _tags, fields: _fields, lookups: _lookups, attached: _attached, ...people } = ticket
  const older = partsOf(all.filter((_, at) => !kept.has(at))).map((messages) => ({ ...people, tags: [], messages }))
  return { newest: { ...ticket, messages: all.filter((_, at) => kept.has(at)) }, older }
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
