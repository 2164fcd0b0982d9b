import { LOCALE } from "./locale.ts"

/** "09:42" of an ISO 8601 time, in the person's own zone; "" when it is none. */
export function clock(iso: string): string {
  return format(iso, CLOCK)
}

/** "3 Sep 2026" of an ISO 8601 date. */
export function day(iso: string): string {
  return format(iso, DAY)
}

/** "3 Sep 2026" of a day without a time and a zone, YYYY-MM-DD. */
export function calendarDay(isoDay: string): string {
  return format(isoDay, CALENDAR_DAY)
}

/** "3 September": for what happened lately. */
export function dayOfYear(iso: string): string {
  return format(iso, DAY_OF_YEAR)
}

/** "1 minute ago": how long before `now` (milliseconds) it was. */
export function ago(iso: string, now: number): string {
  const minutes = Math.round((Date.parse(iso) - now) / 60_000)
  if (Number.isNaN(minutes)) return ""
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" })
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
  if (days < 14) return AGE.format(-days, "day")
  const [unit, length] =
    days < 61 ? (["week", 7] as const) : days < 731 ? (["month", 30.44] as const) : (["year", 365.25] as const)
  return AGE.format(-Math.floor(days / length), unit)
}

/** "German" of a BCP 47 tag; the tag itself when nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(LOCALE, { type: "language" }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** "2.1 s" of milliseconds. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** "72 %" of a share from 0 to 1. */
export function percent(share: number): string {
  return PERCENT.format(Math.min(1, Math.max(0, share)))
}

/** "19 Nov, 16:02" */
export function shortTime(iso: string): string {
  return format(iso, SHORT)
}

/** a, b and c. */
export function listed(words: string[]): string {
  return new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(words)
}

/** “a”, “b” and “c”. */
export function quoted(words: string[]): string {
  return listed(words.map((word) => `“${word}”`))
}

const DAY_MS = 24 * 3_600_000
const AGE = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" })
// Each takes longer to make than to use a hundred times, and every picture of the panel tells times.
const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" })
const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" })
const SHORT = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })
const CALENDAR_DAY = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC"
})
const PERCENT = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 })
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long" })

function format(iso: string, { format }: Intl.DateTimeFormat): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? "" : format(at)
}
