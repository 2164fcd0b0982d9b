import { LISTS } from "replywright/lexicon/branches"
import { languagesWith, optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { dayDistance, DAY_MS, isoDay } from "../../text/day-distance.ts"
import { facts, type Fact } from "../../text/facts.ts"
import { sentences } from "../../text/sentences.ts"
import { dayBefore } from "../periods.ts"
import type { FactDefinition, FactType, Period } from "../playbook.ts"
import type { KnownFact, KnownTicket } from "./known-ticket.ts"
import { distances } from "./clauses.ts"
import { findPhrase, isDenied } from "./phrases.ts"

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
