import { LOCALE } from "../../../messages/locale.ts"

/**
 * Returns a fact as the card shows it: "13 Nov" for a day of this year, "13 Nov 2025" for one of another, "€98.90" for
 * an amount. Anything else stays as the system wrote it.
 * @param now in milliseconds
 */
export function shownFact(value: string, now: number): string {
  const day = dayOf(value)
  if (day) return (day.getUTCFullYear() === new Date(now).getUTCFullYear() ? DAY : DAY_AND_YEAR).format(day)
  return amountOf(value, LOCALE) ?? value
}

/** Returns a fact as a letter in this language says it: "13 November 2026", "98,90 €". @param language a BCP 47 tag */
export function writtenFact(value: string, language: string | null): string {
  // Of English this is the interface's kind.
  const locale = language === null || language === "en" ? LOCALE : language
  const day = dayOf(value)
  if (day)
    return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
      day
    )
  return amountOf(value, locale) ?? value
}

/** A day of a fact has no time and no zone. */
export function isDay(value: string): boolean {
  return dayOf(value) !== undefined
}

function dayOf(value: string): Date | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return day && !Number.isNaN(day.getTime()) ? day : undefined
}

function amountOf(value: string, locale: string): string | undefined {
  const [, amount, currency] = /^(-?\d{1,15}(?:\.\d{1,4})?) ([A-Z]{3})$/.exec(value) ?? []
  if (amount === undefined || currency === undefined) return undefined
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount))
}

const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" })
const DAY_AND_YEAR = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC"
})
