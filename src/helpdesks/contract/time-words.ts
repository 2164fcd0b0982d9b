import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { latinDigit } from "../../text/words/other-digits.ts"

/** What times are written with in a page's language, and in languages that pages mix with it. */
export interface TimeWords {
  /** The number of a month from 0, by its name without dots in lower case. */
  months: ReadonlyMap<string, number>
  /** Finds any of these names. */
  monthNames: RegExp
  /** Whether a name of half a day, without dots in lower case, is the afternoon's. */
  halves: ReadonlyMap<string, boolean>
  /** What today and yesterday are called. */
  days: readonly { days: number; name: string }[]
  /** What "6 hours ago" is written with, by its unit. */
  spans: readonly { ms: number; pattern: RegExp }[]
}

/** Formats are slow to make, and a page has as many times as messages. */
const known = new Map<string, TimeWords>()

/**
 * Returns the words of a page's language and English, and after them, where those are asked for, of the languages that
 * pages mix with their own.
 * @param language of the page, which some pages write as no browser knows it, such as "en_US"
 */
export function* wordsOfTime(language: string): Iterable<TimeWords> {
  const [whole = "en", base = "en"] = /^([a-z]{2,3})(?:[-_][a-z]{2})?(?![a-z])/i.exec(language) ?? []
  yield keptWords([whole.replace("_", "-"), base.toLowerCase(), "en"])
  yield keptWords(["de", "fr", "es", "pt"])
}

function keptWords(languages: string[]): TimeWords {
  const name = languages.join()
  const words = known.get(name) ?? makeWords([...new Set(languages)])
  known.set(name, words)
  return words
}

/** Returns a name in lower case, without the dots that some languages write in or behind it. */
export const bare = (name: string): string => name.toLowerCase().replace(/[.׳’']/g, "")

/** Returns a text of the same length with the digits of other scripts as those from 0 to 9. */
export const withLatinDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => latinDigit(digit.charCodeAt(0)) ?? digit)

/** Which half of the day it is stands before the time in eastern languages. */
const MORNING_BEFORE = /(?:凌晨|清晨|早上|午前|上午|오전)\s*$/
const AFTERNOON_BEFORE = /(?:中午|午後|下午|傍晚|晚上|오후)\s*$/

/**
 * Returns whether what stands before or behind a time of day says that it is after noon, and how long what says so
 * behind it is. Undefined if nothing says which half of the day it is.
 */
export function halfOfDay(
  before: string,
  behind: string,
  language: string
): { isAfternoon: boolean; length: number } | undefined {
  const [latin, letter] = /^\s*([ap])\.?\s?m\b\.?/i.exec(behind) ?? []
  if (latin !== undefined) return { isAfternoon: /p/i.test(letter ?? ""), length: latin.length }
  if (AFTERNOON_BEFORE.test(before)) return { isAfternoon: true, length: 0 }
  if (MORNING_BEFORE.test(before)) return { isAfternoon: false, length: 0 }
  const [whole, name] = /^\s*([\p{L}\p{M}.]+)/u.exec(behind) ?? []
  if (whole === undefined || name === undefined) return undefined
  const [words] = wordsOfTime(language)
  const isAfternoon = words?.halves.get(bare(name)) ?? EASTERN.get(name)
  return isAfternoon === undefined ? undefined : { isAfternoon, length: whole.length }
}

/** Returns the hour of 24. One after twelve is none of half a day, whatever is written beside it. */
export const hourOfDay = (hour: number, half: { isAfternoon: boolean } | undefined): number =>
  half === undefined || hour > 12 ? hour : (hour % 12) + (half.isAfternoon ? 12 : 0)

/** Some pages write them behind the time all the same, and in other languages than the page's. */
const EASTERN = new Map([
  ...["午前", "上午", "오전"].map((name) => [name, false] as const),
  ...["午後", "下午", "오후"].map((name) => [name, true] as const)
])

function makeWords(all: readonly string[]): TimeWords {
  // The page's own language is the first: a name may be another month elsewhere.
  const months = all.flatMap(monthsIn)
  const names = new Set(months.map(([name]) => name.replace(/[.׳’']+$/, "")))
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escapeRegExp)
  return {
    months: new Map(months.map(([name, month]) => [bare(name), month] as const).reverse()),
    monthNames: new RegExp(`(?<![\\p{L}\\p{M}\\d])ב?(?:${longestFirst.join("|")})(?![\\p{L}\\p{M}\\d])`, "giu"),
    halves: new Map([3, 15].map((hour) => [bare(halfAt(all[0] ?? "en", hour)), hour === 15])),
    days: all.flatMap(daysIn),
    spans: all.flatMap(spansIn)
  }
}

/** Returns the names of months, alone and as they stand in a date, where many languages bend them or write a number. */
function monthsIn(language: string): [name: string, month: number][] {
  const calendar = `${language}-u-ca-gregory`
  const all = (["long", "short"] as const).flatMap((month) =>
    [{ month }, { month, day: "numeric", year: "numeric" } as const].flatMap((shown) => {
      const format = new Intl.DateTimeFormat(calendar, shown)
      return Array.from({ length: 12 }, (_, at): [string, number] => [
        partOf(format, new Date(2026, at, 15), "month"),
        at
      ])
    })
  )
  return all.filter(([name]) => /\p{L}/u.test(name))
}

const halfAt = (language: string, hour: number) =>
  partOf(new Intl.DateTimeFormat(language, { hour: "numeric", hour12: true }), new Date(2026, 0, 15, hour), "dayPeriod")

const partOf = (format: Intl.DateTimeFormat, at: Date, type: "month" | "dayPeriod"): string =>
  format.formatToParts(at).find((part) => part.type === type)?.value ?? ""

function daysIn(language: string): { days: number; name: string }[] {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" })
  return [0, -1].map((days) => ({ days, name: format.format(days, "day").toLowerCase() }))
}

/** In milliseconds. A month and a year are as long as they are on average. */
const UNITS = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30.4 * 86_400_000,
  year: 365.25 * 86_400_000
} as const

/** Returns patterns of a number of units ago, long and short, for one and for several: "1 hour ago", "vor 6 Std.". */
function spansIn(language: string): TimeWords["spans"] {
  const units = new Map<string, number>()
  for (const style of ["long", "short", "narrow"] as const)
    for (const unit of Object.keys(UNITS) as (keyof typeof UNITS)[])
      for (const count of [-1, -2, -5]) {
        const parts = new Intl.RelativeTimeFormat(language, { style }).formatToParts(count, unit)
        const source = parts.map(({ type, value }) => (type === "literal" ? escapeRegExp(value.trim()) : "(\\d{1,3})"))
        units.set(source.join("\\s?"), UNITS[unit])
      }
  return [...units].map(([source, ms]) => ({
    ms,
    pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?!\\p{L})`, "iu")
  }))
}
