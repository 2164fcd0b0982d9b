import type { MaskedMessage, MaskedTicket } from "../ticket/masked-ticket.ts"
import { lookedUpLines, type LookedUp } from "../ticket/looked-up.ts"
import { newestPublicId, type Message, type Person, type Ticket } from "../ticket/ticket.ts"
import { findPersonalValues, type FoundValue, type FindOptions } from "./find/index.ts"
import { orderNumbers } from "./find/keep/keep-facts.ts"
import { givenName } from "./known/given-name.ts"
import { identitiesOf } from "./known/looked-up-identities.ts"
import { KnownPeople } from "./known/known-people.ts"
import { namesIn, replace, type MaskOptions } from "./mask-text.ts"
import { findOptionsOf } from "./find-options.ts"
import { NO_PLACEHOLDERS, Placeholders, type MaskTable, type MaskType } from "./basis/placeholder-table.ts"
import { KnownValues } from "./basis/known-values.ts"

/**
 * Returns the ticket as it may leave the browser: public messages only, with people and personal values replaced by
 * placeholders. Internal notes are read for their values, so that these are found elsewhere and are never restored in a
 * public reply. The text is read twice, so that a value that one message announces ("password: ...") is masked in all
 * others.
 */
export function maskTicket(
  ticket: Ticket,
  table: MaskTable = NO_PLACEHOLDERS,
  options: MaskOptions = {}
): { ticket: MaskedTicket; table: MaskTable } {
  const placeholders = new Placeholders(table)
  const shown = ticket.messages.filter((message) => message.visibility === "public")
  const by = findOptionsOf({ ...options, locale: options.locale ?? ticket.locale })
  const identities = identitiesOf(ticket)
  const known = [...peopleOfTicket(ticket), ...identities.people, ...by.names]
  const found = [...namesIn(table, options.told), ...identities.names]
  const texts = publicTexts(ticket, shown)
  const orders = new Set(texts.flatMap(orderNumbers))
  const before: FindOptions = {
    ...by,
    people: new KnownPeople(known, found),
    values: new KnownValues(table.entries),
    orders
  }

  namePeople(ticket, shown, placeholders)
  const sure: string[] = []
  const look = (text: string) => findPersonalValues(text, before)
  const withSure = (text: string, spans: FoundValue[]) => {
    for (const { sure: isSure, start, end } of spans) if (isSure) sure.push(text.slice(start, end))
    return spans
  }
  const looked = texts.map((text) => ({ text, found: look(text) }))
  const messageTexts = new Set(shown.map(({ text }) => text))
  const messages = looked.filter(({ text }) => messageTexts.has(text))
  const inContext = (text: string, spans: FoundValue[]) =>
    text === ticket.subject ? withoutOpenWords(text, spans, { messages, people: known }) : spans
  for (const { text, found } of looked) publish(text, withSure(text, inContext(text, found)), placeholders)
  for (const message of ticket.messages) {
    if (message.visibility === "internal")
      for (const text of textsOf(message)) learn(text, withSure(text, look(text)), placeholders)
  }

  for (const { type, value } of identities.values) placeholders.assign(type, value, true)

  const sought: FindOptions = {
    ...before,
    people: new KnownPeople(known, [...found, ...sure]),
    values: new KnownValues(placeholders.entries)
  }
  const mask = (text: string) => {
    const values = inContext(text, findPersonalValues(text, sought))
    publish(text, values, placeholders)
    return replace(text, values, placeholders).text
  }
  const hide = (text: string) => identities.hide(text, placeholders)
  const masked = withoutPersonal(ticket, shown, { mask, hide, placeholders })
  return { ticket: masked, table: placeholders.table() }
}

/** Says how texts are masked, and which placeholders stand for the people. */
interface Masking {
  mask: (text: string) => string
  /** Masks what tells who somebody is, even where it is too short to be looked for. */
  hide: (text: string) => string
  placeholders: Placeholders
}

function withoutPersonal(
  ticket: Ticket,
  shown: readonly Message[],
  { mask, hide, placeholders }: Masking
): MaskedTicket {
  const field = (key: string, value: string) => maskField(key, value, mask)
  const messages = shown.map((message) => maskMessage(message, mask, placeholders))
  const firstName = firstNameOf(ticket.requester, placeholders)
  return {
    helpdesk: ticket.helpdesk,
    ticketId: ticket.ticketId,
    version: newestPublicId(ticket),
    subject: mask(ticket.subject),
    requester: nameOf(ticket.requester, placeholders),
    ...(firstName === undefined ? {} : { firstName }),
    agent: ticket.agent ? nameOf(ticket.agent, placeholders) : "",
    ...(ticket.channel && { channel: ticket.channel }),
    locale: ticket.locale,
    tags: ticket.tags.map(mask),
    fields: ticket.fields && Object.fromEntries(Object.entries(ticket.fields).map(([key, value]) => field(key, value))),
    ...(ticket.lookups
      ? {
          lookups: ticket.lookups.map((one) => maskLookup(one, field, hide))
        }
      : {}),
    ...(ticket.attached
      ? { attached: ticket.attached.map(({ n, name, text }) => ({ n, name: mask(name), text: mask(text) })) }
      : {}),
    messages
  }
}

function maskMessage(message: Message, mask: (text: string) => string, placeholders: Placeholders): MaskedMessage {
  return {
    id: message.id,
    role: message.role,
    author: nameOf({ name: message.author }, placeholders),
    at: message.at,
    text: mask(message.text),
    attachments: message.attachments?.map(({ name }) => mask(name))
  }
}

/** Masks a field as "name: value", because the name says what the value is: "Order: 4807712345", "Password: ...". */
function maskField(key: string, value: string, mask: (text: string) => string): [string, string] {
  const name = mask(key)
  const whole = mask(fieldText(key, value))
  return whole.startsWith(`${name}: `) ? [name, whole.slice(name.length + 2)] : [name, mask(value)]
}

/** Masks what was looked up like fields; title and labels are words of the relay. What tells who somebody is goes even where it is too short to be sought. */
function maskLookup(
  { name, title, facts }: LookedUp,
  field: (key: string, value: string) => [string, string],
  hide: (text: string) => string
): LookedUp {
  return {
    name,
    title,
    facts: facts.map(({ value, ...named }) =>
      value === undefined ? named : { ...named, value: hide(field(named.label, value)[1]) }
    )
  }
}

const fieldText = (key: string, value: string) => `${key}: ${value}`

/** Returns the placeholder of a person's name, or else of the address, or "". */
function nameOf({ name, email }: Person, placeholders: Placeholders): string {
  const value = (name ?? "").trim() || (email ?? "").trim()
  return value ? placeholders.assign(typeOfName(value), value).placeholder : ""
}

/** Returns the placeholder of the requester's first name, if the public thread uses it. */
function firstNameOf({ name }: Person, placeholders: Placeholders): string | undefined {
  const first = givenName(name)
  if (first === undefined) return undefined
  return placeholders.entries.find(({ type, value, internal }) => type === "PERSON" && value === first && !internal)
    ?.placeholder
}

/**
 * Assigns placeholders to names in the order of the thread, so that the requester is [PERSON_1]. People who only wrote
 * notes are internal.
 */
function namePeople(ticket: Ticket, shown: Message[], placeholders: Placeholders) {
  const publicPeople: Person[] = [
    ticket.requester,
    ...shown.map(({ author }) => ({ name: author })),
    ...(ticket.agent ? [ticket.agent] : []),
    ...(ticket.people ?? [])
  ]
  for (const person of publicPeople) {
    for (const value of [person.name?.trim(), person.email?.trim()]) {
      if (value) placeholders.published(placeholders.assign(typeOfName(value), value))
    }
  }
  for (const { author, visibility } of ticket.messages) {
    if (visibility === "internal" && author.trim()) placeholders.assign(typeOfName(author.trim()), author.trim(), true)
  }
}

function typeOfName(value: string): MaskType {
  return /^\S+@\S+$/.test(value) ? "EMAIL" : "PERSON"
}

function publish(text: string, found: FoundValue[], placeholders: Placeholders) {
  for (const { start, end, type } of found) placeholders.published(placeholders.assign(type, text.slice(start, end)))
}

function learn(text: string, found: FoundValue[], placeholders: Placeholders) {
  for (const { start, end, type } of found) {
    if (type !== "LIT") placeholders.assign(type, text.slice(start, end), true)
  }
}

function peopleOfTicket(ticket: Ticket): Person[] {
  return [
    ticket.requester,
    ...(ticket.agent ? [ticket.agent] : []),
    ...(ticket.people ?? []),
    ...ticket.messages.map(({ author }) => authorOf(author))
  ]
}

function authorOf(author: string): Person {
  return typeOfName(author.trim()) === "EMAIL" ? { email: author.trim() } : { name: author }
}

function publicTexts(ticket: Ticket, shown: Message[]): string[] {
  return [
    ticket.subject,
    ...Object.entries(ticket.fields ?? {}).map(([key, value]) => fieldText(key, value)),
    ...ticket.tags,
    ...lookedUpLines(ticket.lookups),
    ...(ticket.attached ?? []).flatMap(({ name, text }) => [name, text]),
    ...shown.flatMap(textsOf)
  ]
}

function textsOf(message: Message): string[] {
  return [message.text, ...(message.attachments ?? []).map(({ name }) => name)]
}

/** The messages of a ticket with what is found in them, and who is known to be on it. */
interface SubjectContext {
  messages: readonly { text: string; found: readonly FoundValue[] }[]
  people: readonly Person[]
}

/**
 * Returns what is found in a subject without names of words that the messages have and keep: "Hiya", "Anteilig", "Mala
 * perdida". A subject of few words shows little of what they are, and nothing more is given away by that. Whoever is
 * known to be on the ticket stays masked.
 */
function withoutOpenWords(
  subject: string,
  found: readonly FoundValue[],
  { messages, people }: SubjectContext
): FoundValue[] {
  const names = found.filter(({ type }) => NAMES.has(type))
  if (names.length === 0) return [...found]
  const wordsIn = ({ start, end }: FoundValue) =>
    (subject.slice(start, end).match(WORD) ?? []).map((word) => word.toLowerCase())
  const open = openAmong(new Set(names.flatMap(wordsIn)), messages)
  const peopleSpans = new KnownPeople(people).find(subject)
  const isOpen = (name: FoundValue) =>
    !peopleSpans.some(({ start, end }) => start < name.end && name.start < end) &&
    wordsIn(name).every((word) => open.has(word))
  return found.filter((one) => !names.includes(one) || !isOpen(one))
}

/** Returns those of the words, in lower case, that the messages have and that nothing found in them holds. */
function openAmong(words: ReadonlySet<string>, messages: SubjectContext["messages"]): ReadonlySet<string> {
  const open = new Set<string>()
  const masked = new Set<string>()
  for (const { text, found } of messages)
    for (const { 0: written, index } of text.matchAll(WORD)) {
      const word = written.toLowerCase()
      if (!words.has(word)) continue
      const isMasked = found.some(({ start, end }) => start < index + written.length && index < end)
      if (isMasked) masked.add(word)
      else open.add(word)
    }
  return new Set([...open].filter((word) => !masked.has(word)))
}

const WORD = /[\p{L}\p{M}]+/gu
const NAMES: ReadonlySet<MaskType> = new Set<MaskType>(["PERSON", "PLACE", "ORG"])
