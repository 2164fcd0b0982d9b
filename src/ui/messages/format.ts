import { locale, perLocale } from "./locale.ts"
import { t } from "./t.ts"

/** "09:42" of an ISO 8601 time, in the person's own zone; "" when it is none. */
export function clock(iso: string): string {
  return format(iso, clockFormat())
}

/** "3 Sep 2026" of an ISO 8601 date. */
export function day(iso: string): string {
  return format(iso, dayFormat())
}

/** "3 Sep 2026" of a day without a time and a zone, YYYY-MM-DD. */
export function calendarDay(isoDay: string): string {
  return format(isoDay, calendarDayFormat())
}

/** "3 September": for what happened lately. */
export function dayOfYear(iso: string): string {
  return format(iso, dayOfYearFormat())
}

/** "1 minute ago": how long before `now` (milliseconds) it was. */
export function ago(iso: string, now: number): string {
  const minutes = Math.round((Date.parse(iso) - now) / 60_000)
  if (Number.isNaN(minutes)) return ""
  const relative = relativeTime()
  if (minutes > -1) return relative.format(0, "second")
  if (minutes > -60) return relative.format(minutes, "minute")
  return minutes > -60 * 24
    ? relative.format(Math.round(minutes / 60), "hour")
    : relative.format(Math.round(minutes / 60 / 24), "day")
}

/** "2 months ago", of a day that may be years back: "" for one that is still to come. */
export function age(iso: string, now: number): string {
  const days = Math.floor((now - Date.parse(iso)) / DAY_MS)
  if (Number.isNaN(days) || days < 0) return ""
  if (days < 14) return relativeTime().format(-days, "day")
  const [unit, length] =
    days < 61 ? (["week", 7] as const) : days < 731 ? (["month", 30.44] as const) : (["year", 365.25] as const)
  return relativeTime().format(-Math.floor(days / length), unit)
}

/** "German" of a BCP 47 tag; the tag itself when nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: "language" }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** "2.1 s" of milliseconds. */
export function seconds(ms: number): string {
  return t("time.tenths", { seconds: ms / 1000 })
}

/** "72 %" of a share from 0 to 1. */
export function percent(share: number): string {
  return percentFormat().format(Math.min(1, Math.max(0, share)))
}

/** "19 Nov, 16:02" */
export function shortTime(iso: string): string {
  return format(iso, shortFormat())
}

/** "19 Nov" */
export function shortDay(iso: string): string {
  return format(iso, shortDayFormat())
}

/** a, b and c. */
export function listed(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(words)
}

/** a, b or c. */
export function either(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: "disjunction" }).format(words)
}

/** “a”, “b” and “c”. */
export function quoted(words: string[]): string {
  return listed(words.map((text) => t("quoted", { text })))
}

/** a, b, c: as parts of a whole, without a word between the last two where the language does without. */
export function inRow(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: "unit" }).format(words)
}

/** a; b; c. */
export function clauses(words: string[]): string {
  return words.length === 0 ? "" : words.reduce((before, next) => t("clauses", { before, next }))
}

const DAY_MS = 24 * 3_600_000
const relativeTime = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }))
// Each takes longer to make than to use a hundred times, and every picture of the panel tells times.
const clockFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }))
const shortDayFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }))
const dayFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" })
)
const shortFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })
)
const calendarDayFormat = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC"
    })
)
const percentFormat = perLocale(
  (locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 })
)
const dayOfYearFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }))

function format(iso: string, { format }: Intl.DateTimeFormat): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? "" : format(at)
}
