import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Voice } from "../../voices/voice.ts"
import { alreadyDone, isStep } from "./already-done.ts"
import { alreadyKnown } from "./already-known.ts"
import type { Quotable } from "./quotable.ts"
import { DAY_MS, workingDaysAfter } from "../../../../text/day-distance.ts"
import { facts } from "../../../../text/facts.ts"
import { LISTS } from "replywright/lexicon/drafting"
import { entriesOf, languagesWith, wordPattern, optionalEntriesOf } from "../../../../lexicon/lexicon.ts"
import { sentences } from "../../../../text/sentences.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { word } from "../../voices/pattern.ts"
import { MARK } from "./customer-question.ts"
import { lookedUpLines } from "../../../../ticket/looked-up.ts"
import { boundsIn } from "../../../../text/bounds.ts"
import { PERIOD, ticketFigures, type TicketFigure } from "./ticket-figures.ts"
import { stems } from "../../../../search/words/stems.ts"
import { LISTS as GIVEN } from "replywright/lexicon/given"
import { onceEach } from "../../../../text/memo/text-memory.ts"

export interface CustomerKnows {
  /** Returns whether the customer needn't be told a sentence. */
  known: (one: Quotable) => boolean
  /**
   * Returns whether a known sentence may still be said because another leans on it: what an agent said, and what the
   * customer wrote unless it is a step, which was then done. Without it, a letter begins with "Open it".
   */
  mayRepeat: (one: Quotable) => boolean
  /**
   * Returns whether a text waits for what it asks for and the ticket gives: "Please send two photos. As soon as I have
   * the photos, ..." is for a step before.
   */
  waitsForGiven: (text: readonly Quotable[]) => boolean
  /** Returns whether a sentence asks for what the ticket gives, or to choose what the customer has chosen. */
  given: (one: Quotable) => boolean
}

interface KnownOf {
  language: string
  voice: Voice
  quotable: readonly Quotable[]
  otherCases: ReadonlySet<Quotable>
}

/** Tells which sentences say what the customer knows, gave or did already, or are about another case. */
export function customerKnows(ticket: MaskedTicket, { language, voice, quotable, otherCases }: KnownOf): CustomerKnows {
  const known = alreadyKnown(ticket, language, voice)
  const thingsGiven = alreadyGiven(ticket, language, voice.needed)
  const isGiven = (one: Quotable) => thingsGiven(one).length > 0
  const isChosen = alreadyChosen(ticket, language)
  const given = (one: Quotable) => isGiven(one) || isChosen(one)
  const done = alreadyDone(ticket, { language, voice, all: quotable })
  const waited = alreadyWaited(ticket, language)
  // Who writes that the glass is broken doesn't know yet that "Broken glass" is below "Not covered", and did no step.
  const toldBy = (one: Quotable) => (one.isDenied ? undefined : known(one))
  const isDone = (one: Quotable) => !one.isDenied && done(one)
  const isOutdated = (one: Quotable) => given(one) || waited(one) || isDone(one) || otherCases.has(one)
  return {
    known: (one) => toldBy(one) !== undefined || isOutdated(one),
    mayRepeat: (one) => {
      const from = toldBy(one)
      return (from === "agent" || (from === "customer" && !isStep(one, language))) && !isOutdated(one)
    },
    waitsForGiven: (text) => {
      const names = text.flatMap(thingsGiven).flatMap((thing) => askedThings(language).get(thing) ?? [])
      return text.some((one) => !isGiven(one) && names.some((name) => one.text.search(name) >= 0))
    },
    given
  }
}

/**
 * Finds the sentences that ask customers to wait who have waited that long already: as many days, or working days, lie
 * between their first message and their newest one.
 * @returns a test for one sentence
 */
export function alreadyWaited({ messages }: MaskedTicket, language: string): (one: Quotable) => boolean {
  const written = messages.filter(({ role }) => role === "customer").map(({ at }) => Date.parse(at))
  const [first = NaN, newest = NaN] = [written[0], written.at(-1)]
  const hours = (newest - first) / HOUR_MS
  const days = workingDaysAfter(first, Math.min(newest, first + LONGEST))
  const wait = WAIT[language]
  return ({ text }) => {
    if (!wait?.test(text) || Number.isNaN(hours)) return false
    const periods = facts(text, language).filter(({ kind }) => kind === "duration")
    return (
      periods.length > 0 &&
      periods.every(({ unit, value }) =>
        unit === "business-day"
          ? days >= Number(value)
          : unit === "hour" && Number(value) >= 24 && hours >= Number(value)
      )
    )
  }
}

/** Matches a sentence that asks somebody to wait, by language. */
const WAIT: Record<string, RegExp> = {
  en: /^(?:please |then |first )*(?:wait|allow|give it)\b/i,
  de: /^(?:bitte )?(?:warten sie|warte)\b/i,
  fr: /^(?:veuillez )?(?:attend(?:ez|re)|patient(?:ez|er))(?!\p{L})/iu,
  es: /^(?:por favor,? )?esper(?:e|ar)(?!\p{L})/iu,
  pt: /^(?:por favor,? )?(?:espere|aguarde)(?!\p{L})/iu,
  ja: /お待ち(?:ください|下さい|願)/u
}

const HOUR_MS = 3_600_000
/** Twelve weeks. No page asks to wait longer. */
const LONGEST = 84 * DAY_MS

/**
 * Finds the sentences that ask which of two ways the customer prefers, where the customer has said whether money or a
 * new product is wanted: who writes "I would rather have my money back" isn't asked to choose.
 * @returns a test for one sentence
 */
export function alreadyChosen(ticket: MaskedTicket, language: string): (one: Pick<Quotable, "text">) => boolean {
  const words = choiceIn(language)
  if (!words) return () => false
  const written = ticket.messages
    .filter(({ role }) => role === "customer")
    .flatMap(({ text }) => sentences(newlyWrittenText(text), language).map((sentence) => sentence.text))
  const chose = written.filter(
    (sentence) => words.prefers.test(sentence) && !MARK.test(sentence) && !words.open.test(sentence)
  )
  const ways = words.ways.filter((way) => chose.some((sentence) => way.test(sentence)))
  // Who names both has chosen neither. A sentence that names a way says what is possible.
  return ({ text }) =>
    ways.length === 1 &&
    words.asks.test(text) &&
    (words.requests.test(text) || MARK.test(text)) &&
    !words.ways.some((way) => way.test(text))
}

interface Choice {
  /** How a page or macro names the choice, without between what. */
  asks: RegExp
  /** What makes that a request. */
  requests: RegExp
  /** How a customer says what is preferred. */
  prefers: RegExp
  /** How a customer leaves it open. */
  open: RegExp
  /** Money, and a new product. */
  ways: readonly [money: RegExp, another: RegExp]
}

/** Returns what names money, and what names a new product, as a way to settle a matter. */
export const waysToSettle = (language: string): readonly RegExp[] => choiceIn(language)?.ways ?? []

const choiceIn = onceEach((language: string): Choice | undefined => {
  if (!languagesWith(LISTS, "choice-asks").includes(language)) return undefined
  const any = (list: string) => {
    const words = entriesOf(LISTS, language, list).join("|")
    return language === "ja" ? new RegExp(words, "u") : word(words)
  }
  return {
    asks: any("choice-asks"),
    requests: any("choice-requests"),
    prefers: any("prefers"),
    open: wordPattern(LISTS, language, "undecided") ?? /(?!)/,
    ways: [any("money-back"), any("another-one")]
  }
})

/**
 * Finds the sentences and list items that ask for what the ticket gives: nobody is asked twice for an address or an
 * order number. A sentence that asks for something else as well stays.
 * @returns the things that one sentence asks for, if the ticket gives all of them
 */
function alreadyGiven(ticket: MaskedTicket, language: string, needed: RegExp): (one: Quotable) => AskedThing[] {
  const written = [
    ticket.subject,
    ...ticket.messages.filter(({ role }) => role === "customer").map(({ text }) => text),
    ...Object.values(ticket.fields ?? {}),
    ...lookedUpLines(ticket.lookups)
  ].join("\n")
  const files = ticket.messages.flatMap(({ role, attachments = [] }) => (role === "customer" ? attachments : []))
  const isGiven = (thing: AskedThing) =>
    thing === "photo" ? files.some((file) => PICTURE.test(file)) : SHOWN[thing]?.test(written) === true
  const things = [...askedThings(language)].map(([thing, name]) => ({ thing, name, given: isGiven(thing) }))
  const figures = ticketFigures(ticket, language)
  return (one) => {
    if (!one.isListItem && !one.inItem && !needed.test(one.text)) return []
    const named = things.filter(({ name }) => one.text.search(name) >= 0)
    const hasGiven = ({ thing, given }: (typeof things)[number]) =>
      thing === "message" ? isInTime(one, figures, language) : given
    if (named.length === 0 || !named.every(hasGiven)) return []
    // "The order number and two photos" asks for more than the order number.
    const rest = named.reduce((text, { name }) => text.replace(name, " "), withoutDetails(one.text, named))
    const isAll = !AND_MORE.test(rest) && stems(rest, language).length <= MAX_STEMS_BESIDE * (language === "ja" ? 2 : 1)
    return isAll ? named.map(({ thing }) => thing) : []
  }
}

/** "Two photos: one of the damage, one of the box" asks for photos; what is behind the colon only describes them. */
function withoutDetails(text: string, named: readonly { name: RegExp }[]): string {
  const colon = text.search(/[:：]\s/u)
  const before = colon < 0 ? text : text.slice(0, colon)
  return named.every(({ name }) => before.search(name) >= 0) ? before : text
}

/**
 * Tells whether customers who are asked to write within a period wrote in time: the one past day that the ticket names is
 * within it.
 */
function isInTime({ text }: Quotable, figures: readonly TicketFigure[], language: string): boolean {
  const past = figures.filter(({ side }) => side === "after")
  const limits = boundsIn(text, language).filter(({ unit, side }) => unit === PERIOD && side !== "before")
  return (
    new Set(past.map(({ date }) => date)).size === 1 &&
    limits.length > 0 &&
    limits.every(({ least, most }) => past.every((figure) => figure.least >= least && figure.most <= most))
  )
}

/** What joins a second thing to the first. */
const AND_MORE = /(?<!\p{L})(?:and|plus|und|sowie|et|ainsi que|y|e|con)(?!\p{L})|[&と]/iu
/** A sentence with more stems besides does more than ask. Japanese is taken apart into about twice as many. */
const MAX_STEMS_BESIDE = 6
/** How a ticket shows a thing: by its placeholder, or by its form. A serial number has no form of its own. */
const SHOWN: Partial<Record<AskedThing, RegExp>> = {
  order: /(?<![\p{L}\p{N}])(?:#\d{3,}|\p{Lu}{1,5}-?\d{4,})/u,
  address: /\[ADDRESS_\d+\]/,
  iban: /\[IBAN_\d+\]/,
  phone: /\[PHONE_\d+\]/,
  tax: /\[GOV_\d+\]/
}
const PICTURE = /\.(?:jpe?g|png|gif|webp|heic|bmp|mp4|mov|webm)$/i

/** A thing that teams ask customers for. */
type AskedThing = "order" | "address" | "iban" | "phone" | "serial" | "tax" | "photo" | "message"

/**
 * Returns for each thing what matches its name in a language ("order number"). The patterns are global, for `replace`
 * and `search`.
 */
function askedThings(language: string): ReadonlyMap<AskedThing, RegExp> {
  const known = patterns.get(language)
  if (known) return known
  const read = new Map(
    THINGS.flatMap((thing): [AskedThing, RegExp][] => {
      const any = optionalEntriesOf(GIVEN, language, thing)?.join("|")
      if (!any) return []
      return [[thing, new RegExp(language === "ja" ? any : `(?<!\\p{L})(?:${any})(?!\\p{L})`, "giu")]]
    })
  )
  patterns.set(language, read)
  return read
}

const THINGS: readonly AskedThing[] = ["order", "address", "iban", "phone", "serial", "tax", "photo", "message"]
const patterns = new Map<string, ReadonlyMap<AskedThing, RegExp>>()
