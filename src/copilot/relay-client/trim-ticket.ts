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
import { newestMessages } from "./newest-messages.ts"

/** How many characters remain for the rest of a request: an instruction, the draft that it refers to, ids and names. */
const BESIDE = 40_000
/** How many characters a message has besides its values: the names of its fields. */
const NAMES = 70

/**
 * Cuts the masked ticket down to what the relay accepts: the newest messages, the first, and the customer's newest, and
 * the first of tags, fields and attachments. Messages between the first and the newest are left out first, beginning
 * with the oldest. It is measured as it is sent, because placeholders may be longer than what they stand for, and
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
  const read = (ticket.attached ?? []).flatMap(({ name, text }) => [name, text])
  const ofFields = sum(Object.entries(fields ?? {}).flat()) + sum(looked) + sum(read)
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
