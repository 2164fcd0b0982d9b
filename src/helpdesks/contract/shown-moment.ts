import { isoTime } from "./shown-time.ts"

/** A date with a time of day, or a part of them, as it is found in a text. */
export interface ShownMoment {
  /** ISO 8601 in UTC, or undefined for a time of day alone, which may be of any day. */
  at: string | undefined
  /** Its place in the text. */
  from: number
  to: number
}

/**
 * Finds when something was written in a short text of a page, such as "Ines Duarte · 19 Nov, 16:02", by the clock of
 * the agent's computer. It returns undefined if none is found or if day and month can't be told apart.
 * @param language of the page; in American English the month comes first
 */
export function findMoment(text: string, now: Date, language: string): ShownMoment | undefined {
  const iso = /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/.exec(text)
  if (iso) return found(iso[0].replace(" ", "T"), iso.index, iso.index + iso[0].length)
  const time = CLOCK.exec(text)
  const date = dateIn(text, now, language)
  if (!time && !date) return undefined
  const from = Math.min(date?.from ?? Infinity, time?.index ?? Infinity)
  const to = Math.max(date?.to ?? 0, time ? time.index + time[0].length : 0)
  if (!date) return { at: undefined, from, to }
  const [hours, minutes] = time ? clockOf(time, HALF_BEFORE.exec(text.slice(0, time.index))?.[1]) : [12, 0]
  const at = new Date(date.year, date.month, date.day, hours, minutes)
  // A date without a year is the last one of its kind.
  if (at.getTime() > now.getTime() + HALF_A_DAY_MS && !date.written) at.setFullYear(at.getFullYear() - 1)
  return { at: isoTime(at.getTime()), from, to }
}

const HALF_A_DAY_MS = 12 * 3600 * 1000
const CLOCK = /(?<![\d:])(\d{1,2})[:.](\d\d)(?::\d\d)?(?:\s*([ap])\.?\s?m\b\.?)?(?![\d.])/i

function found(text: string, from: number, to: number): ShownMoment | undefined {
  const ms = Date.parse(text)
  return Number.isFinite(ms) ? { at: isoTime(ms), from, to } : undefined
}

/** Which half of the day it is stands before the time in eastern languages. */
const HALF_BEFORE = /(午前|上午|오전|午後|下午|오후)\s*$/
const AFTERNOON = /^(?:p|午後|下午|오후)$/i

function clockOf([, hour = "", minute = "", after]: RegExpExecArray, before: string | undefined): [number, number] {
  const half = after ?? before
  const hours = half ? (Number(hour) % 12) + (AFTERNOON.test(half) ? 12 : 0) : Number(hour)
  return [hours, Number(minute)]
}

interface Day {
  year: number
  month: number
  day: number
  from: number
  to: number
  /** The year is written too. */
  written?: true
}

function dateIn(text: string, now: Date, language: string): Day | undefined {
  return numericDate(text, now, language) ?? namedDate(text, now, language) ?? relativeDay(text, now, language)
}

function numericDate(text: string, now: Date, language: string): Day | undefined {
  const ymd = /(\d{4})[/.年년]\s?(\d{1,2})[/.月월]\s?(\d{1,2})/.exec(text)
  if (ymd) return dayOf(ymd, Number(ymd[1]), Number(ymd[2]), Number(ymd[3]))
  const [whole] = [/(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)?(?!\d)/.exec(text)]
  if (!whole) return undefined
  const [, first = "", sign = "", second = "", year] = whole
  const full = year === undefined ? now.getFullYear() : Number(year.length === 2 ? `20${year}` : year)
  const dayFirst =
    sign === "." || Number(first) > 12 || (Number(second) <= 12 && language !== "" && !/^en(-US)?$/i.test(language))
  if (!dayFirst && Number(second) <= 12 && language === "") return undefined
  const [month, day] = dayFirst ? [second, first] : [first, second]
  return dayOf(whole, full, Number(month), Number(day), year !== undefined)
}

/** A date with its year comes first, because short days of the week are months elsewhere ("mar. 3 nov. 2026"). */
function namedDate(text: string, now: Date, language: string): Day | undefined {
  const dates = namedDates(text, now, language)
  return dates.find(({ written }) => written) ?? dates[0]
}

function namedDates(text: string, now: Date, language: string): Day[] {
  const dates: Day[] = []
  const words = [...text.matchAll(/\p{L}{3,}\.?/gu)]
  for (const word of words) {
    const month = monthOf(word[0].replace(/\.$/, ""), language)
    if (month === undefined) continue
    const before = /(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:de\s+)?$/i.exec(text.slice(0, word.index))
    const end = word.index + word[0].length
    const after = /^\s*(\d{1,2})(?!\d|:)(?:st|nd|rd|th)?/i.exec(text.slice(end))
    const day = before ?? after
    if (!day) continue
    const from = before ? before.index : word.index
    const dayEnd = before ? end : end + (after?.[0].length ?? 0)
    const year = /^\s*,?\s*(?:de\s+)?(\d{4})(?!\d)/.exec(text.slice(dayEnd))
    const found = dayOf(
      { index: from, 0: "" },
      Number(year?.[1] ?? now.getFullYear()),
      month + 1,
      Number(day[1]),
      !!year
    )
    if (found) dates.push({ ...found, to: dayEnd + (year?.[0].length ?? 0) })
  }
  return dates
}

/** By language. */
const dayNames = new Map<string, { days: number; name: string }[]>()

/** Returns what today and yesterday are called. */
function daysOf(language: string): { days: number; name: string }[] {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" })
  return [0, -1].map((days) => ({ days, name: format.format(days, "day").toLowerCase() }))
}

function relativeDay(text: string, now: Date, language: string): Day | undefined {
  const names = languagesOf(language).flatMap((one) => {
    const days = dayNames.get(one) ?? daysOf(one)
    dayNames.set(one, days)
    return days
  })
  const low = text.toLowerCase()
  const hit = names.find(({ name }) => low.includes(name))
  if (!hit) return undefined
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + hit.days)
  const from = low.indexOf(hit.name)
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    from,
    to: from + hit.name.length,
    written: true
  }
}

function dayOf(
  { index, 0: text }: { index: number; 0: string },
  year: number,
  month: number,
  day: number,
  written = true
): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { year, month: month - 1, day, from: index, to: index + text.length, ...(written ? { written: true } : {}) }
}

const monthNames = new Map<string, string[][]>()

/** The page's language first. Some pages write it as no browser knows it, such as "en_US". */
function languagesOf(language: string): string[] {
  const [base = "en"] = /^[a-z]{2,3}(?![a-z])/i.exec(language) ?? []
  return [...new Set([base.toLowerCase(), "en", "de", "fr", "es", "pt"])]
}

/** Returns the number of the month from 0, by its name or its first letters in the page's language or English. */
function monthOf(word: string, language: string): number | undefined {
  const low = word.toLowerCase()
  for (const one of languagesOf(language)) {
    const months = monthNames.get(one) ?? monthsOf(one)
    monthNames.set(one, months)
    const month = months.findIndex((names) => names.includes(low))
    if (month >= 0) return month
  }
  return undefined
}

function monthsOf(language: string): string[][] {
  return Array.from({ length: 12 }, (_, month) =>
    (["long", "short"] as const).map((style) =>
      new Intl.DateTimeFormat(language, { month: style })
        .format(new Date(2026, month, 15))
        .toLowerCase()
        .replace(".", "")
    )
  )
}
