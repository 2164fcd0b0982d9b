import { charactersOf } from "../../masking/job-size.ts"
import { MOST_CHARACTERS } from "../../masking/mask-host.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"
import type { OutgoingTicket } from "../../protocol/outgoing.ts"
import {
  MAX_ATTACHMENTS,
  MAX_FIELD_CHARACTERS,
  MAX_FIELDS,
  MAX_MASKED_CHARACTERS,
  MAX_MESSAGES,
  MAX_REQUEST_CHARACTERS,
  MAX_TAGS
} from "../../protocol/relay.ts"

/**
 * Splits a ticket that is too long to be masked at once. If the messages that a draft answers don't fit, it stays too
 * long.
 * @returns the ticket with its newest messages, and the others in parts that can be masked before it, so that whoever
 * is named in them is known: oldest first, without what isn't a message
 */
export function splitLongTicket(ticket: Ticket): { newest: Ticket; older: Ticket[] } {
  if (sizeOf(ticket, ticket.messages) <= MOST_CHARACTERS) return { newest: ticket, older: [] }
  let room = MOST_CHARACTERS - sizeOf(ticket, [])
  // A note that doesn't fit is only learnt from.
  const newest = newestMessages(ticket.messages, (message, mustStay) => {
    const size = sizeOf(BARE, [message])
    if (!mustStay && size > room) return false
    room -= size
    return true
  })
  const stays = new Set(newest)
  const rest = ticket.messages.filter((message) => !stays.has(message))
  const { tags: _tags, fields: _fields, lookups: _lookups, attached: _attached, ...people } = ticket
  const older = partsOf(rest).map((messages) => ({ ...people, tags: [], messages }))
  return { newest: { ...ticket, messages: newest }, older }
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

/** How many characters remain for the rest of a request: an instruction, the draft that it refers to, ids and names. */
const BESIDE = 40_000
/** How many characters a message has besides its values: the names of its fields. */
const NAMES = 70

/**
 * Cuts the masked ticket down to what the relay accepts: the newest messages, the first, and the customer's newest, and
 * the first of tags, fields and attachments. Messages between the first and the newest are left out first, beginning
 * with the oldest. It is measured as it is sent, because placeholders may be longer than what they replace, and
 * because people who are named in a message that is left out must be masked in the others.
 */
export function trimTicket(ticket: OutgoingTicket): OutgoingTicket {
  const fields = ticket.fields && fieldsWithin(ticket.fields)
  const tags = ticket.tags.slice(0, MAX_TAGS)
  const all = ticket.messages.map((message) =>
    message.attachments && message.attachments.length > MAX_ATTACHMENTS
      ? { ...message, attachments: message.attachments.slice(0, MAX_ATTACHMENTS) }
      : message
  )
  const rest = { ...ticket, tags, ...(fields ? { fields } : {}) }
  const looked = (ticket.lookups ?? []).flatMap(({ name, title, facts }) => [
    name,
    title,
    ...facts.flatMap((fact) => [fact.name, fact.label, fact.value ?? ""])
  ])
  const attachmentTexts = (ticket.attached ?? []).flatMap(({ name, text }) => [name, text])
  const ofFields = sum(Object.entries(fields ?? {}).flat()) + sum(looked) + sum(attachmentTexts)
  const room = {
    messages: MAX_MESSAGES,
    texts: MAX_MASKED_CHARACTERS - ticket.subject.length - ofFields,
    all: MAX_REQUEST_CHARACTERS - BESIDE - ticket.subject.length - ofFields - sum(tags)
  }
  const messages = newestMessages(all, ({ id, author, text, attachments = [] }, mustStay) => {
    const whole = text.length + id.length + author.length + sum(attachments) + NAMES
    if (!mustStay && (room.messages < 1 || room.texts < text.length || room.all < whole)) return false
    room.messages -= 1
    room.texts -= text.length
    room.all -= whole
    return true
  })
  return { ...rest, messages }
}

/** Keeps the fields in their order, as many as there is room for. */
function fieldsWithin<Text extends string>(fields: Record<string, Text>): Record<string, Text> {
  let room = MAX_FIELD_CHARACTERS
  return Object.fromEntries(
    Object.entries(fields)
      .slice(0, MAX_FIELDS)
      .filter(([name, value]) => {
        const fits = room >= name.length + value.length
        if (fits) room -= name.length + value.length
        return fits
      })
  )
}

const sum = (texts: string[]) => texts.reduce((all, text) => all + text.length, 0)

/**
 * Chooses the messages that stay where there isn't room for all: the customer's newest one and the last, which a draft
 * answers, then the first, and then the others from the newest on. Of the public ones none is left out between two of
 * the newest; an internal note may be.
 * @param take uses up the room that a message needs, or returns false if there is none. What `mustStay` is taken anyway
 * @returns those that stay, in their order
 */
export function newestMessages<One extends Pick<Message, "role"> & Partial<Pick<Message, "visibility">>>(
  all: readonly One[],
  take: (message: One, mustStay: boolean) => boolean
): One[] {
  const isPublic = ({ visibility }: One) => visibility !== "internal"
  const chosen = new Set<One>()
  const keep = (message: One | undefined, mustStay = false): boolean => {
    if (message === undefined || chosen.has(message)) return true
    const hasRoom = take(message, mustStay)
    if (hasRoom) chosen.add(message)
    return hasRoom
  }
  keep(
    all.findLast((message) => isPublic(message) && message.role === "customer"),
    true
  )
  keep(all.findLast(isPublic), true)
  keep(all.find(isPublic))
  for (const message of all.toReversed()) if (!keep(message) && isPublic(message)) break
  return all.filter((message) => chosen.has(message))
}
