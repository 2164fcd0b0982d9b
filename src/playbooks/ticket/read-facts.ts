import { parseDigits, plainWidth } from "../../text/numerals.ts"
import { patternMatches } from "../../text/order-pattern.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import type { FactOrigin } from "../../ticket/playbook-standing.ts"
import type { FactDefinition, KnownFact, KnownTicket } from "../playbook.ts"
import { comparable, findPhrase, isNegated } from "./phrases.ts"
import { typedFact } from "./typed-fact.ts"

/**
 * Reads a fact of a playbook: as the agent gave it, looked up, from a field, a tag, or from messages, the newest first.
 * What the agent typed in the panel is a field of the ticket by the fact's label.
 * Returns undefined if nothing gives it.
 */
export function readFact(name: string, fact: FactDefinition, known: KnownTicket): KnownFact | undefined {
  const { ticket, lookups = {}, given = {} } = known
  const fields = Object.entries(ticket.fields ?? {})
  const typed = fields.find(([key, value]) => value.trim() !== "" && isSame(fact.label, key))
  const field = fields.find(([key, value]) => value.trim() !== "" && fact.field.some((one) => isSame(one, key)))
  const tag = Object.entries(fact.tags).find(([one]) => ticket.tags.some((other) => isSame(one, other)))
  // A name may be "constructor", which every object has.
  const looked = fact.lookup !== undefined && Object.hasOwn(lookups, fact.lookup) ? lookups[fact.lookup] : undefined
  const written: [string | undefined, FactOrigin][] = [
    [Object.hasOwn(given, name) ? given[name] : undefined, { by: "agent" }],
    [typed?.[1], { by: "agent" }],
    [looked, { by: "lookup", name: fact.lookup ?? "" }],
    [field?.[1], { by: "field", name: field?.[0] ?? "" }],
    [tag?.[1], { by: "tag", name: tag?.[0] ?? "" }]
  ]
  for (const [text, origin] of written) {
    const read = text === undefined || text.trim() === "" ? undefined : ofText(text.trim(), fact, known)
    if (read) return { ...read, origin }
  }
  return fromMessages(fact, known)
}

/** Returns whether two names or values are the same but for capitals and spaces around them. */
export const isSame = (one: string, other: string): boolean =>
  comparable(one).trim().toLowerCase() === comparable(other).trim().toLowerCase()

/**
 * A field's text may be a value of the playbook, hold one of its phrases, or is taken as it is. An amount may be there
 * without its currency.
 */
function ofText(text: string, fact: FactDefinition, known: KnownTicket): Omit<KnownFact, "origin"> | undefined {
  if ((fact.type === "number" || fact.type === "money") && BARE.test(plainWidth(text))) {
    const figure = parseDigits(plainWidth(text))
    if (!Number.isNaN(figure)) return { text, value: String(figure), figure }
  }
  // In a message "am" tells that "17.11." is a day.
  const said = comparable(text).replace(/^\d{1,2}\.\d{1,2}\.$/, "am $&")
  if (fact.type !== "text") return typedFact(said, { ...fact, type: fact.type, near: [] }, known)
  const value = Object.keys(fact.words).find((one) => isSame(one, text))
  return { text, value: value ?? valueInWords(comparable(text), fact, known)?.value ?? text }
}

function fromMessages(fact: FactDefinition, known: KnownTicket): KnownFact | undefined {
  const wanted = fact.in === "agent" ? "agent" : "customer"
  const numbered = known.ticket.messages.map((message, at) => ({ ...message, n: at + 1 }))
  const read = numbered.filter(({ role }) => role === wanted).toReversed()
  for (const { n, at, text, attachments = [] } of fact.in === "newest" ? read.slice(0, 1) : read) {
    const match = inMessage(text, fact, asOf(at, known))
    if (match) return { ...match, origin: { by: "message", n } }
    if (fact.attachment && attachments.length > 0)
      return { text: attachments[0] ?? "", value: "yes", origin: { by: "message", n } }
  }
  const begun = asOf(numbered[0]?.at, known)
  const match = fact.in === "customer" ? inMessage(known.ticket.subject, fact, begun) : undefined
  return match && { ...match, origin: { by: "message", n: 0 } }
}

/** "Yesterday" in a message is the day before it was written. */
function asOf(at: string | undefined, known: KnownTicket): KnownTicket {
  const written = Date.parse(at ?? "")
  return Number.isNaN(written) ? known : { ...known, now: Math.min(written, known.now) }
}

function inMessage(message: string, fact: FactDefinition, known: KnownTicket): Omit<KnownFact, "origin"> | undefined {
  const text = comparable(visibleReply(message.slice(0, CHARACTERS)).visible)
  if (fact.type !== "text")
    return fact.near.length > 0 ? typedFact(text, { ...fact, type: fact.type }, known) : undefined
  const matched = fact.pattern === undefined ? undefined : patternMatches(fact.pattern, text, true).at(-1)
  if (matched) {
    const own = matched[1] ?? matched[0]
    return { text: own, value: own }
  }
  return valueInWords(text, fact, known)
}

/**
 * Returns the value for which the text has a phrase. A phrase within a longer one says nothing ("damaged" in "not
 * damaged"), nor does a negated one, and of several values the last one counts.
 */
function valueInWords(
  text: string,
  { words }: FactDefinition,
  { language }: KnownTicket
): Omit<KnownFact, "origin"> | undefined {
  const all = Object.entries(words).flatMap(([value, phrases]) =>
    phrases.flatMap((phrase) => findPhrase(phrase, text).map((match) => ({ ...match, value })))
  )
  const outer = all.filter(
    (one) =>
      !all.some(
        (other) => other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start
      )
  )
  const last = outer
    .filter(({ start }) => !isNegated(text, start, language))
    .sort((a, b) => a.start - b.start)
    .at(-1)
  return last && { text: text.slice(last.start, last.end).replace(/\s+/g, " "), value: last.value }
}

/** A figure that stands alone, with whatever separates its thousands. */
const BARE = /^\d{1,15}(?:[.,'’ \u00a0\u202f]\d{1,15}){0,6}$/

/** A message as long as this says its facts at its beginning. */
const CHARACTERS = 20_000
