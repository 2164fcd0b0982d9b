import type { Period, KnownFact } from "../playbook.ts"
import { dayAfter, readPeriod } from "../periods.ts"

/** A place for a fact in a text: `{order}`, `{delivered + 30 days}`. `period` is null if it can't be read. */
export interface TextPlace {
  whole: string
  fact: string
  period?: Period | null
}

/** Returns what stands in braces in a text and is no place for a fact: `{sent - 3 days}`, `{{sent}}`, a brace alone. */
export const unreadPlacesIn = (text: string): string[] =>
  (text.match(/\{+[^{}]{0,200}\}*|\}+/g) ?? []).filter(
    (written) => written.replace(PLACE, "") !== "" || /^\{\{/.test(written)
  )

/** Returns the places for facts in a text of a playbook. */
export function placesIn(text: string): TextPlace[] {
  return Array.from(text.matchAll(PLACE), ([whole, fact = "", period]) => ({
    whole,
    fact,
    ...(period !== undefined && { period: readPeriod(period) ?? null })
  }))
}

const PLACE = /\{\s*([a-z][\w-]*)\s*(?:\+\s*([^{}]{1,60}?)\s*)?\}/gi

/**
 * Fills in the facts of a text. Days are written in its language, without a year if it is this one. A fact that isn't
 * known becomes a blank with its label.
 * @param today YYYY-MM-DD
 */
export function fillText(
  text: string,
  language: string,
  today: string,
  { factOf, labelOf }: { factOf: (name: string) => KnownFact | undefined; labelOf: (name: string) => string }
): string {
  return text.replace(PLACE, (whole, name: string, written: string | undefined) => {
    const fact = name === "today" ? { text: "", day: today } : factOf(name)
    const day = fact?.day
    const period = written === undefined ? undefined : readPeriod(written)
    if (!fact || (period && day === undefined)) return `[[${labelOf(name)}]]`
    if (day === undefined) return fact.text
    return dayIn(language, period ? dayAfter(day, period) : day, today)
  })
}

function dayIn(language: string, day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" as const }
  const locale = language === "en" ? "en-GB" : language
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...year, timeZone: "UTC" }).format(
    Date.parse(day)
  )
}
