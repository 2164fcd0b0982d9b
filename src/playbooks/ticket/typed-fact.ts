import { LISTS } from "replywright/lexicon/branches"
import { languagesWith, optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { dayDistance, DAY_MS, isoDay } from "../../text/day-distance.ts"
import { facts, type Fact } from "../../text/facts.ts"
import { sentences } from "../../text/sentences.ts"
import { dayBefore } from "../periods.ts"
import type { FactDefinition, FactType, Period, KnownFact, KnownTicket } from "../playbook.ts"
import { findPhrase, isDenied, type PhraseMatch } from "./phrases.ts"
import { LISTS as CHECKS } from "replywright/lexicon/checks"

/**
 * Reads a figure, a day or a period of a comparable text. With phrases, it must be in the sentence of one, and the one
 * that is nearest to a phrase counts; a phrase that the sentence denies, as in "not shipped yet", is none, and a day of
 * another clause isn't the phrase's. "Three weeks ago" and "yesterday" are days.
 */
export function typedFact(
  text: string,
  wanted: TypedDefinition,
  { language, now }: Pick<KnownTicket, "language" | "now">
): Omit<KnownFact, "origin"> | undefined {
  const { near } = wanted
  const candidates = sentences(text, language).flatMap((sentence) => {
    const places = near
      .flatMap((phrase) => findPhrase(phrase, sentence.text))
      .filter((place) => !isDenied(sentence.text, place, language))
      .slice(0, MOST)
    if (near.length > 0 && places.length === 0) return []
    const matches = [...facts(sentence.text, language), ...yesterdays(sentence.text)].slice(0, MOST)
    const distance = distances(sentence.text, matches, language)
    return matches.flatMap((fact) => {
      const read = valueOf(fact, wanted, sentence.text, now)
      const apart = places.flatMap((place) => distance(place, fact) ?? [])
      const isOfAnother = wanted.type === "date" && places.length > 0 && apart.length === 0
      return read && !isOfAnother ? [{ read: { text: fact.text, ...read }, apart: Math.min(...apart, Infinity) }] : []
    })
  })
  return candidates.sort((a, b) => (a.apart === b.apart ? 0 : a.apart - b.apart))[0]?.read
}

/** More phrases or figures in one sentence are hostile text, which stays cheap like this. */
const MOST = 40

type TypedDefinition = Pick<FactDefinition, "near" | "future"> & { type: Exclude<FactType, "text"> }

function valueOf(
  fact: Fact,
  { type, future }: TypedDefinition,
  sentence: string,
  now: number
): Omit<KnownFact, "origin" | "text"> | undefined {
  const { kind, value, unit } = fact
  if (type === "date") {
    const day = kind === "date" ? dayDistance(String(value), now, !future)?.date : dayAgo(fact, sentence, now)
    return day === undefined ? undefined : { value: day, day }
  }
  if (type === "period") {
    const period = periodOf(fact)
    return period && { value: fact.text, period }
  }
  const figure = type === "money" ? kind === "money" : kind === "number" || kind === "money"
  return figure && typeof value === "number" ? { value: `${value}${unit ? ` ${unit}` : ""}`, figure: value } : undefined
}

function periodOf({ kind, value, unit, text }: Fact): Period | undefined {
  if (kind !== "duration" || typeof value !== "number" || value > MAX_HOURS) return undefined
  return unit === "hour" || unit === "business-day" || unit === "month" ? { amount: value, unit, text } : undefined
}
/** Nobody tells of a longer period. */
const MAX_HOURS = 24 * 366 * 100

function dayAgo(fact: Fact, sentence: string, now: number): string | undefined {
  if (fact.kind === "weekday" && fact.value === YESTERDAY) return isoDay(now - DAY_MS)
  const period = periodOf(fact)
  if (!period || period.amount === 0) return undefined
  const around = [sentence.slice(Math.max(0, fact.start - 12), fact.start), sentence.slice(fact.end - 1, fact.end + 12)]
  const isPast = AGO.test(` ${around[0] ?? ""} `) || AGO.test(` ${around[1] ?? ""} `)
  return isPast ? dayBefore(isoDay(now), period) : undefined
}

function yesterdays(sentence: string): Fact[] {
  return Array.from(sentence.matchAll(YESTERDAYS), ({ 0: text, index }) => ({
    ...{ kind: "weekday" as const, value: YESTERDAY, unit: "", text },
    ...{ start: index, end: index + text.length }
  }))
}

const YESTERDAY = "yesterday"
const wordsOf = (list: string) =>
  languagesWith(LISTS, list)
    .flatMap((language) => optionalEntriesOf(LISTS, language, list) ?? [])
    .join("|")
const AGO = new RegExp(`(?<!\\p{L})(?:${wordsOf("ago")})(?!\\p{L})|前`, "iu")
const YESTERDAYS = new RegExp(`(?<!\\p{L})(?:${wordsOf("yesterday")})(?!\\p{L})|昨日`, "giu")

/**
 * Reads the clauses of a sentence. The function that it returns gives the characters between a phrase and a figure or
 * day, or undefined if that is in another clause and belongs to what happens there: "I ordered on 24 November and it
 * was shipped". A clause of a day alone ("On 4 November, it arrived") belongs to its neighbour, and counts behind one
 * in the phrase's own clause.
 * @param facts all figures and days of the sentence
 */
function distances(
  text: string,
  facts: readonly PhraseMatch[],
  language: string | null
): (phrase: PhraseMatch, fact: PhraseMatch) => number | undefined {
  const breaks = breaksIn(text, facts, language)
  return (phrase, fact) => {
    const apart = Math.max(phrase.start - fact.end, fact.start - phrase.end, 0)
    // "Bought and paid on 3 March": behind the phrase, what "and" joins may share the day.
    const isCut = breaks.some(({ at, isMark }) =>
      fact.end <= phrase.start ? at >= fact.end && at < phrase.start : isMark && at >= phrase.end && at < fact.start
    )
    if (!isCut) return apart
    const from = breaks.findLast(({ at }) => at < fact.start)?.end ?? 0
    const to = breaks.find(({ at }) => at >= fact.end)?.at ?? text.length
    const inner = facts.filter(({ start, end }) => start >= from && end <= to)
    const rest = inner.reduceRight(
      (left, { start, end }) => `${left.slice(0, start - from)} ${left.slice(end - from)}`,
      text.slice(from, to)
    )
    return (language === "ja" ? ALONE_JA : ALONE).test(rest) ? apart + text.length : undefined
  }
}

/** Beside a day that stands alone there are two small words at most: "on the". */
const ALONE = /^[^\p{L}]*(?:\p{L}{1,3}[^\p{L}]+){0,2}$/u
const ALONE_JA = /^[\p{sc=Hiragana}\s]{0,3}$/u

/** Returns the marks and words at which a clause ends. A comma within a figure is none. */
function breaksIn(text: string, facts: readonly PhraseMatch[], language: string | null) {
  const words = optionalEntriesOf(CHECKS, language ?? "en", "clause-breaks") ?? []
  // In Japanese these words end in a mark.
  const inner = language === "ja" || words.length === 0 ? "" : `|(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`
  return Array.from(text.matchAll(new RegExp(`[,;、，]${inner}`, "giu")), ({ 0: found, index }) => ({
    at: index,
    end: index + found.length,
    isMark: !/\p{L}/u.test(found)
  })).filter(({ at }) => !facts.some(({ start, end }) => start <= at && at < end))
}
