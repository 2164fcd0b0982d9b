import { namesLocalTime, wordPattern } from "../../../../text/case-signs.ts"
import { DAY_MS, dayDistance, startOfDay } from "../../../../text/day-distance.ts"
import { facts, type Fact } from "../../../../text/facts.ts"

/** A period in hours that clock times of a text make. What isn't known exactly is a range. */
export interface ClockPeriod {
  least: number
  most: number
  /** Nobody knows whether it is about the same: "tomorrow" may be the event or the customer's next call. */
  isVague?: boolean
  /** The words that give it. */
  text: string
}

/** When and where something was written. */
export interface Written {
  /** Milliseconds since 1970. */
  at: number
  /** The time of the thread's newest message, in the same unit. */
  now: number
  /** Minutes that its place is ahead of UTC, if known. */
  zone: number | undefined
  language: string
}

/**
 * Returns how long it is from now to what a sentence says of a day and a time of day: "tomorrow at 14:20", "on 6
 * November at 09:00". In an older message it is a range that begins at the time of writing, because nobody knows which
 * of the two counts. "Tomorrow" without a time of day is known to a day. A weekday alone may be over or to come, so it
 * gives nothing, and neither does a sentence that names two days, or a weekday and another day.
 */
export function leadTimes(sentence: string, { at, now, zone, language }: Written): ClockPeriod[] {
  if (Number.isNaN(at) || Number.isNaN(now)) return []
  const here = at + (zone ?? 0) * MINUTE_MS
  const found = facts(sentence, language)
  const times = found.filter(({ kind }) => kind === "time")
  const words = dayWords(sentence, language)
  const day = onlyDay(found, words, here)
  if (times.length === 0 || day === undefined)
    return words
      .filter(({ days }) => days > 0)
      .map(({ days, start, end }) => ({
        least: (days - 1) * DAY_HOURS,
        most: (days + 2) * DAY_HOURS,
        isVague: true,
        text: sentence.slice(start, end)
      }))
  if (namesLocalTime(sentence, language)) return []
  const hours = times.flatMap(readings).map((minutes) => (day + minutes * MINUTE_MS - here) / HOUR_MS)
  const soonest = Math.min(...hours) - (now - at) / HOUR_MS
  if (soonest <= 0) return []
  const unsure = zone === undefined ? ANY_ZONE : NEAR_ZONE
  const marks = [...found.filter(({ kind }) => DAY_OR_TIME.has(kind)), ...words].sort((a, b) => a.start - b.start)
  return [
    {
      least: Math.max(0, soonest - unsure),
      most: Math.max(...hours) + unsure,
      text: sentence.slice(marks[0]?.start, marks.at(-1)?.end).slice(0, MAX_CHARACTERS)
    }
  ]
}

/** Returns the start of the only day that a sentence names, in the time of its place. */
function onlyDay(found: readonly Fact[], words: readonly DayWord[], here: number): number | undefined {
  const dates = found
    .filter(({ kind }) => kind === "date")
    .map(({ value }) => dayDistance(String(value), here)?.days ?? Number.NaN)
  const [days, ...others] = new Set([...dates, ...words.map((word) => word.days)])
  if (days === undefined || Number.isNaN(days) || others.length > 0) return undefined
  const day = startOfDay(here) + days * DAY_MS
  const weekday = String(new Date(day).getUTCDay() || 7)
  return found.every(({ kind, value }) => kind !== "weekday" || value === weekday) ? day : undefined
}

/** Returns the minutes of the day that a time may mean: "5:30" in English is in the morning or in the afternoon. */
function readings(time: Fact): number[] {
  const minutes = minutesOf(time)
  return isHalfDay(time) ? [minutes, minutes + HALF_DAY * 60] : [minutes]
}

export const minutesOf = ({ value }: Fact) => {
  const [hours = 0, minutes = 0] = String(value).split(":").map(Number)
  return hours * 60 + minutes
}

/** A time such as "5:30" leaves open which half of the day is meant. */
export const isHalfDay = ({ text }: Fact) => /^(?:[1-9]|1[0-2])(?:[:.]\d\d)?$|^hal[bf]\b/i.test(text.trim())

const DAY_OR_TIME: ReadonlySet<Fact["kind"]> = new Set(["time", "date", "weekday"])
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_HOURS = 24
export const HALF_DAY = 12
/** Hours by which the customer's place may differ from the agent's. */
const NEAR_ZONE = 3
/** Hours by which a place may differ from UTC. */
const ANY_ZONE = 14
const MAX_CHARACTERS = 60

/** What a clock time is: when something was to come, or when it came. */
export type Arrival = "due" | "came"

/** A word for a day that only the time of writing tells. */
interface DayWord {
  /** 0 for "today", 1 for "tomorrow". */
  days: number
  start: number
  end: number
}

/** Returns the words of a text for today, tomorrow and the day after. */
function dayWords(text: string, language: string): DayWord[] {
  return ["this-day", "next-day", "second-day"].flatMap((list, days) =>
    matches(text, list, language).map(({ 0: word, index }) => ({ days, start: index, end: index + word.length }))
  )
}

/**
 * Returns what a clock time is by the words before it: those of its own clause, where "should have arrived" is due, and
 * then the nearest ones. Behind it they count in German and Japanese, where verbs come last. "At 18:34 instead of
 * 17:12" gives the time at which it came first.
 */
export function saysWhenItCame(before: string, after: string, language: string): Arrival | undefined {
  const firstWord = after.search(/\p{L}/u)
  if (firstWord >= 0 && after.search(wordPattern("instead-of", language)) === firstWord) return "came"
  const clause = before.split(CLAUSE).at(-1) ?? ""
  const ahead = inClause(clause, language) ?? nearest(before, language)
  const behind = LAST_VERBS.has(language) ? inClause(after.split(CLAUSE)[0] ?? "", language) : undefined
  return language === "ja" ? (behind ?? ahead) : (ahead ?? behind)
}

const CLAUSE = /[,;:、，→]|(?<!\p{L})(?:and|but|und|aber|et|mais|y|pero|e|mas)(?!\p{L})/u
const LAST_VERBS: ReadonlySet<string> = new Set(["de", "ja"])

const inClause = (clause: string, language: string): Arrival | undefined =>
  (["due", "came"] as const).find((arrival) => matches(clause, arrival, language).length > 0)

function nearest(text: string, language: string): Arrival | undefined {
  const signs = (["due", "came"] as const).flatMap((arrival) =>
    matches(text, arrival, language).map(({ index }) => ({ arrival, index }))
  )
  return signs.sort((a, b) => b.index - a.index)[0]?.arrival
}

const matches = (text: string, list: string, language: string): RegExpExecArray[] => [
  ...text.matchAll(wordPattern(list, language))
]
