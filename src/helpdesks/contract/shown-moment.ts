import { halfOfDay, hourOfDay, isoTime } from "./shown-time.ts"
import { bare, withLatinDigits, wordsOfTime, type TimeWords } from "./time-words.ts"

/** A date with a time of day, or a part of them, as it is found in a text. */
export interface ShownMoment {
  /** ISO 8601 in UTC, or undefined for a time of day alone, which may be of any day. */
  at: string | undefined
  /** Its place in the text. */
  from: number
  to: number
  /** It is so long ago: "6 hours ago". A text may say that of other things, too. */
  isSpan?: true
}

/**
 * Finds when something was written in a short text of a page, such as "Ines Duarte · 19 Nov, 16:02", by the clock of
 * the agent's computer. It returns undefined if none is found or if day and month can't be told apart.
 * @param language of the page; in American English the month comes first
 */
export function findMoment(shown: string, now: Date, language: string): ShownMoment | undefined {
  const text = withLatinDigits(shown)
  const iso = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/.exec(text)
  if (iso) return found(iso[0].replace(" ", "T"), iso.index, iso.index + iso[0].length)
  const time = CLOCK.exec(text)
  const date = numericDate(text, now, language) ?? dateInWords(text, now, language)
  if (!time && !date) return undefined
  const timeEnd = time ? time.index + time[0].length : 0
  const half = time ? halfOfDay(text.slice(0, time.index), text.slice(timeEnd), language) : undefined
  const from = Math.min(date?.from ?? Infinity, time?.index ?? Infinity)
  const to = Math.max(date?.to ?? 0, timeEnd + (half?.length ?? 0))
  if (!date) return { at: undefined, from, to }
  const [hours, minutes] = time ? [hourOfDay(Number(time[1]), half), Number(time[2])] : [12, 0]
  const at = new Date(date.year, date.month, date.day, hours, minutes)
  // A date without a year is the last one of its kind.
  if (at.getTime() > now.getTime() + HALF_A_DAY_MS && !date.written) at.setFullYear(at.getFullYear() - 1)
  return { at: isoTime(at.getTime()), from, to }
}

/**
 * Does the same, and finds "6 hours ago" where there is no other time. That is as exact as it is written, which is
 * enough to tell which message is the newer one.
 */
export function findMomentOrSpan(shown: string, now: Date, language: string): ShownMoment | undefined {
  return findMoment(shown, now, language) ?? spanAgo(withLatinDigits(shown), now, language)
}

function spanAgo(text: string, now: Date, language: string): ShownMoment | undefined {
  for (const { spans } of wordsOfTime(language))
    for (const { ms, pattern } of spans) {
      const hit = pattern.exec(text)
      if (!hit) continue
      const at = isoTime(now.getTime() - Number(hit[1] ?? 1) * ms)
      return { at, from: hit.index, to: hit.index + hit[0].length, isSpan: true }
    }
  return undefined
}

const HALF_A_DAY_MS = 12 * 3600 * 1000
/** "18:30", "18.30", "18 h 30". */
const CLOCK = /(?<![\d:])(\d{1,2})(?:[:.]|\s?h\s?)(\d\d)(?::\d\d)?(?![\d.])/i

function found(text: string, from: number, to: number): ShownMoment | undefined {
  const ms = Date.parse(text)
  return Number.isFinite(ms) ? { at: isoTime(ms), from, to } : undefined
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

function numericDate(text: string, now: Date, language: string): Day | undefined {
  const ymd = /(\d{4})[/.年년-]\s?(\d{1,2})[/.月월-]\s?(\d{1,2})/.exec(text)
  if (ymd) return dayOf(ymd, yearIn(ymd[1], now), Number(ymd[2]), Number(ymd[3]))
  // Languages that are written from right to left have marks of that between the numbers.
  const whole = /(?<!\d)(\d{1,2})\p{Cf}?([./-]) ?(\d{1,2})\p{Cf}?\2(?: ?(\d{4}|\d\d)(?![\d:]))?(?!\d)/u.exec(text)
  if (!whole) return undefined
  const [, first = "", sign = "", second = "", year] = whole
  const full = year === undefined ? now.getFullYear() : yearIn(year.length === 2 ? `20${year}` : year, now)
  const dayFirst =
    sign === "." || Number(first) > 12 || (Number(second) <= 12 && language !== "" && !/^en(-US)?$/i.test(language))
  if (!dayFirst && Number(second) <= 12 && language === "") return undefined
  const [month, day] = dayFirst ? [second, first] : [first, second]
  return dayOf(whole, full, Number(month), Number(day), year !== undefined)
}

/** Thai pages count from the year of the Buddha. */
function yearIn(written: string | undefined, now: Date): number {
  const year = Number(written)
  return year > now.getFullYear() + 400 ? year - 543 : year
}

function dateInWords(text: string, now: Date, language: string): Day | undefined {
  for (const words of wordsOfTime(language)) {
    const day = namedDate(text, now, words) ?? relativeDay(text, now, words)
    if (day) return day
  }
  return undefined
}

/** A date with its year comes first, because short days of the week are months elsewhere ("mar. 3 nov. 2026"). */
function namedDate(text: string, now: Date, words: TimeWords): Day | undefined {
  const dates = namedDates(text, now, words)
  return dates.find(({ written }) => written) ?? dates[0]
}

/** "16.", "1er", "11 d’oct.", "16-noy" */
const DAY_BEFORE = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|d[’']|-)?$/i
const DAY_BEHIND = /^\.?\s*(\d{1,2})(?!\d|:)(?:st|nd|rd|th)?/i
/** "2026. nov. 16.", "2026 m. lapkričio 16 d." */
const YEAR_BEFORE = /(?<!\d)(\d{4})(?:\s?\p{L}{1,2})?[.,]?\s*$/u
const YEAR_BEHIND = /^[.׳]?\s*,?\s*(?:del?\s+)?(\d{4})(?!\d)/i

function namedDates(text: string, now: Date, { months, monthNames }: TimeWords): Day[] {
  const dates: Day[] = []
  for (const word of text.matchAll(monthNames)) {
    const name = bare(word[0])
    // Hebrew writes "in" and the month as one word.
    const month = months.get(name) ?? months.get(name.replace(/^ב/, ""))
    if (month === undefined) continue
    const before = DAY_BEFORE.exec(text.slice(0, word.index))
    const end = word.index + word[0].length
    const behind = DAY_BEHIND.exec(text.slice(end))
    const day = before ?? behind
    if (!day) continue
    const first = before ? undefined : YEAR_BEFORE.exec(text.slice(0, word.index))
    const from = (before ?? first)?.index ?? word.index
    const dayEnd = before ? end : end + (behind?.[0].length ?? 0)
    const year = first ? undefined : YEAR_BEHIND.exec(text.slice(dayEnd))
    const written = (first ?? year)?.[1]
    const dayNumber = dayOf(
      { index: from, 0: "" },
      written === undefined ? now.getFullYear() : yearIn(written, now),
      month + 1,
      Number(day[1]),
      written !== undefined
    )
    if (dayNumber) dates.push({ ...dayNumber, to: dayEnd + (year?.[0].length ?? 0) })
  }
  return dates
}

function relativeDay(text: string, now: Date, { days }: TimeWords): Day | undefined {
  const low = text.toLowerCase()
  const hit = days.find(({ name }) => low.includes(name))
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
