import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { latinDigit } from "../../text/words/letters.ts"
import { tagsOf } from "./page-language.ts"

/** What times are written with in a page's language, and in languages that pages mix with it. */
export interface TimeWords {
  /** The number of a month from 0, by its name without dots in lower case. */
  months: ReadonlyMap<string, number>
  /** Finds any of these names. */
  monthNames: RegExp
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
  yield keptWords([...tagsOf(language), "en"])
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

function makeWords(all: readonly string[]): TimeWords {
  // The page's own language is the first: a name may be another month elsewhere.
  const months = all.flatMap(monthsIn)
  const names = new Set(months.map(([name]) => name.replace(/[.׳’']+$/, "")))
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escapeRegExp)
  return {
    months: new Map(months.map(([name, month]) => [bare(name), month] as const).reverse()),
    monthNames: new RegExp(`(?<![\\p{L}\\p{M}\\d])ב?(?:${longestFirst.join("|")})(?![\\p{L}\\p{M}\\d])`, "giu"),
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

const partOf = (format: Intl.DateTimeFormat, at: Date, type: "month"): string =>
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
