import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Voice } from "../../voices/voice.ts"
import { alreadyDone, isStep } from "./already-done.ts"
import { alreadyGiven } from "./already-given.ts"
import { alreadyKnown } from "./already-known.ts"
import type { Quotable } from "./quotable.ts"
import { DAY_MS, workingDaysAfter } from "../../../../text/day-distance.ts"
import { facts } from "../../../../text/facts.ts"
import { LISTS } from "replywright/lexicon/drafting"
import { entriesOf, languagesWith, wordPattern } from "../../../../lexicon/lexicon.ts"
import { sentences } from "../../../../text/sentences.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { onceEach } from "../../../../text/memo/once.ts"
import { word } from "../../voices/pattern.ts"
import { MARK } from "./customer-question.ts"

export interface CustomerKnows {
  /** Returns whether the customer needn't be told a sentence. */
  known: (one: Quotable) => boolean
  /**
   * Returns whether a known sentence may still be said because another leans on it: what an agent said, and what the
   * customer wrote unless it is a step, which was then done. Without it, a letter begins with "Open it".
   */
  mayRepeat: (one: Quotable) => boolean
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
  const isGiven = alreadyGiven(ticket, language, voice.needed)
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
