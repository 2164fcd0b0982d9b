/**
 * Returns the day that a date of `facts` names, as YYYY-MM-DD, and how many days it is away from `now`: below 0 if it is
 * over. Without a year, the nearest such day is meant. Returns undefined for a month without a day, for a date with two
 * readings, if `now` is no time, and for a day to come where only days that are over are meant.
 * @param value as `dateFacts` gives it
 * @param now milliseconds since 1970
 * @param isOver the day isn't to come. Tomorrow in UTC is today in the east, so it counts as over.
 */
export function dayDistance(value: string, now: number, isOver = false): { date: string; days: number } | undefined {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (!month || !day || Number.isNaN(now)) return undefined
  const years = year && year !== "-" ? [Number(year)] : [-1, 0, 1].map((step) => new Date(now).getUTCFullYear() + step)
  const [days] = years
    .map((one) => (Date.UTC(one, Number(month) - 1, Number(day)) - startOfDay(now)) / DAY_MS)
    .filter((away) => !isOver || away <= 1)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
  if (days === undefined) return undefined
  return { date: isoDay(startOfDay(now) + days * DAY_MS), days }
}

export const DAY_MS = 24 * 60 * 60 * 1000

/** Returns the day of a time in UTC, as YYYY-MM-DD. */
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * Returns the day of a time in a place, as YYYY-MM-DD.
 * @param time milliseconds since 1970
 * @param zone minutes that the place is ahead of UTC
 */
export const dayIn = (time: number, zone = 0): string => isoDay(time + zone * 60_000)

/** Returns the same day so many months later, or the last one of a shorter month, in milliseconds. */
export function monthsLater(day: number, months: number): number {
  const date = new Date(day)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return first + (Math.min(date.getUTCDate(), length) - 1) * DAY_MS
}

/**
 * Returns the day so many working days later (step 1) or before (step -1), in milliseconds. Working days are Monday to
 * Friday. Holidays differ from place to place and count as working days.
 */
export function workingDaysLater(day: number, count: number, step: 1 | -1): number {
  let at = day
  for (let left = count; left > 0; ) {
    at += step * DAY_MS
    if (isWorkingDay(at)) left--
  }
  return at
}

/** Returns how many working days are over between two moments, both in milliseconds: those after the first day. */
export function workingDaysAfter(from: number, to: number): number {
  let days = 0
  for (let at = from + DAY_MS; at <= to; at += DAY_MS) if (isWorkingDay(at)) days++
  return days
}

const isWorkingDay = (time: number): boolean => new Date(time).getUTCDay() % 6 !== 0

/** Returns when the day of a time begins in UTC. */
export const startOfDay = (time: number): number => Math.floor(time / DAY_MS) * DAY_MS
