import { PageChanged } from "../contract/adapter.ts"
import { isoTime, timeOfDay } from "../contract/shown-time.ts"
import { withLatinDigits } from "../contract/time-words.ts"

/**
 * Reads a date as FreeScout writes it in each language: month, day, year and time, "Nov 16, 2026 06:30" or "Nov 16,
 * 2026 06:30am". The name of the month, the half of the day and the digits are those of the language, without dots.
 * @param language of the page, a BCP 47 tag, or "" when the page has none
 * @throws PageChanged
 */
export function isoShown(shown: string, language: string): string {
  const [, month = "", day = "", year, rest = ""] =
    /^(.+?)\s+(\d{1,2}),?\s+(\d{4})\s+(.*)$/.exec(withLatinDigits(shown).trim()) ?? []
  const number = /^\d{1,2}/.exec(month)?.[0] ?? monthOf(month, language)
  const time = timeOfDay(rest, language)
  if (number === undefined || time === undefined) throw new PageChanged("time")
  return isoTime(`${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}T${time}`)
}

/** By language. Formats are slow to make, and a page has as many dates as messages. */
const months = new Map<string, string[]>()

/** Servers and browsers may shorten a name differently ("Sept", "Sep"), so its beginning is compared. */
function monthOf(name: string, language: string): number | undefined {
  const wanted = letters(name)
  for (const locale of [language, "en"]) {
    const names = months.get(locale) ?? monthsIn(locale)
    months.set(locale, names)
    // In Vietnamese the name of the first month begins those of three others.
    const whole = names.indexOf(wanted)
    const at = whole === -1 ? names.findIndex((each) => each.startsWith(wanted) || wanted.startsWith(each)) : whole
    if (at !== -1) return (at % 12) + 1
  }
  return undefined
}

/** Returns the short names of the months, as they are alone and then as they are beside a day. */
function monthsIn(language: string): string[] {
  try {
    const styles: Intl.DateTimeFormatOptions[] = [{ month: "short" }, { month: "short", day: "numeric" }]
    return styles.flatMap((style) => {
      const format = new Intl.DateTimeFormat(`${language || "en"}-u-ca-gregory`, { ...style, timeZone: "UTC" })
      return Array.from({ length: 12 }, (_, month) =>
        letters(format.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === "month")?.value ?? "")
      )
    })
  } catch (error) {
    // The page names a language in a way that browsers don't know.
    if (error instanceof RangeError) return []
    throw error
  }
}

const letters = (name: string) => name.toLowerCase().replace(/[.\s]/g, "")
