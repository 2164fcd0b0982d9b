import { LISTS } from "replywright/lexicon/rewrite"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { DAY_MS, isoDay } from "../../text/day-distance.ts"
import type { Fact } from "../../text/facts.ts"
import { weekdayOf, weekdaysOf } from "./points.ts"
import { onceEach } from "../../text/memo/text-memory.ts"

/**
 * Returns the days that texts name without their date, near the day on which a letter is written: today itself, the
 * Friday before and after it for "Friday", and the 9th of this month and of those beside it for "the 9th".
 * @param today as YYYY-MM-DD
 * @param named what the texts state; only weekdays and ordinals are read
 */
export function anchorDays(today: Fact, named: readonly Fact[]): Fact[] {
  const now = Date.parse(String(today.value)) / DAY_MS
  if (Number.isNaN(now)) return []
  return [today, ...named.flatMap((fact) => daysNamed(fact, now).map((day) => dayFact(day, fact)))]
}

/**
 * Returns the days of a month that a text names by a number after a word for it, as ordinals: "dia 2". Languages whose
 * ordinals say so have no such words.
 */
export function numberedDays(text: string, language: string | null): Fact[] {
  const pattern = language === null ? undefined : numberedDay(language)
  return [...(pattern ? text.matchAll(pattern) : [])].map(({ index, 0: words, 1: day }) => ({
    kind: "ordinal",
    value: Number(day),
    unit: "",
    start: index,
    end: index + words.length,
    text: words
  }))
}

const numberedDay = onceEach((language: string) => {
  const words = optionalEntriesOf(LISTS, language, "day-number")?.join("|")
  return words === undefined
    ? undefined
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words}) (3[01]|[12]?\\d)(?![\\p{L}\\p{N}%€$£]|[.,:]\\d| ?[%€$£])`, "giu")
})

/** Returns the days near another one that a weekday or an ordinal may mean. Other facts mean none. */
function daysNamed({ kind, value }: Fact, now: number): number[] {
  if (kind === "weekday")
    return near(now, 7).filter((day) => weekdayOf({ kind: "date", unit: "", value: day }) === Number(value))
  if (kind === "ordinal") return near(now, 31).filter((day) => new Date(day * DAY_MS).getUTCDate() === value)
  return []
}

/** Returns the days that are at most so many away, the nearest first. */
const near = (now: number, reach: number): number[] => [
  now,
  ...Array.from({ length: reach }, (_, away) => [now + away + 1, now - away - 1]).flat()
]

const dayFact = (day: number, { start, end, text }: Fact): Fact => ({
  kind: "date",
  value: isoDay(day * DAY_MS),
  unit: "",
  start,
  end,
  text
})

/**
 * Says whether a date and the weekday right beside it can't both be right: "Friday 17 October" where that day is a
 * Saturday.
 */
export function isOfOtherWeekday(date: Fact, beside: readonly Fact[], year: number | undefined): boolean {
  const weekday = beside.find((one) => one.kind === "weekday" && isBeside(one, date))
  const days = weekdaysOf(date, year)
  return weekday !== undefined && days.length > 0 && !days.includes(Number(weekday.value))
}

/** Says whether two facts of a text are right beside each other. */
export const isBeside = (one: Fact, other: Fact): boolean =>
  Math.abs(other.start - one.end) <= GAP || Math.abs(one.start - other.end) <= GAP

/** A comma, a space, a bracket and a small word such as "den" or "le" are between them. */
const GAP = 6

/**
 * Returns the facts of a text with the day of a month that stands right after its weekday as a date near another one:
 * the 18 of "Tuesday, the 18". If it isn't of that weekday, it is a date that nothing makes.
 * @param today as YYYY-MM-DD
 */
export function withNamedDays(all: readonly Fact[], today: string): Fact[] {
  const now = Date.parse(today) / DAY_MS
  return all.map((one, at) => {
    const before = all[at - 1]
    const isDay = (isBare(one) && isDayNumber(one)) || one.kind === "ordinal"
    if (before?.kind !== "weekday" || !isDay || !isBeside(before, one) || Number.isNaN(now)) return one
    const days = daysNamed({ ...one, kind: "ordinal" }, now)
    const day = days.find((each) => weekdayOf({ kind: "date", unit: "", value: each }) === Number(before.value))
    return { ...one, kind: "date", value: day === undefined ? "" : isoDay(day * DAY_MS) }
  })
}

/** Returns the facts of a text with the first day of a range as a date: the 9 of "from 9 to 12 June" is 9 June. */
export function withRangeDays(all: readonly Fact[], text: string): Fact[] {
  return all.map((one, at) => {
    const next = all[at + 1]
    const isRange =
      isBare(one) &&
      next?.kind === "date" &&
      /^(?:\d{4}|-)-\d\d-\d\d$/.test(String(next.value)) &&
      isDayNumber(one) &&
      RANGE.test(text.slice(one.end, next.start))
    if (!isRange) return one
    const day = String(next.value).slice(0, -2) + String(one.value).padStart(2, "0")
    return { ...one, kind: "date", value: day }
  })
}

const isBare = ({ kind, unit }: Fact): boolean => kind === "number" && unit === ""
const isDayNumber = ({ value }: Fact): boolean => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 31

/** What is between both days, in any language. */
const RANGE = /^(?:st|nd|rd|th|er|\.|º)? ?(?:-|–|—|\p{L}{1,5}) ?(?:the |den |dem |le |el |al |o |ao )?$/iu
