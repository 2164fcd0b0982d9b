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

function makeWords(all: readonly string[]): TimeWords {
  // The page's own language is the first: a name may be another month elsewhere.
  const months = all.flatMap(monthsIn)
  const names = new Set(months.map(([name]) => name.replace(/[.׳’']+$/, "")))
  const longestFirst = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&"))
  return {
    months: new Map(months.map(([name, month]) => [bare(name), month] as const).reverse()),
    monthNames: new RegExp(`(?<![\\p{L}\\p{M}\\d])ב?(?:${longestFirst.join("|")})(?![\\p{L}\\p{M}\\d])`, "giu"),
    halves: new Map([3, 15].map((hour) => [bare(halfAt(all[0] ?? "en", hour)), hour === 15])),
    days: all.flatMap(daysIn)
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
