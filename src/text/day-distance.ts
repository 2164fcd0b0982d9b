/**
 * Returns the day that a date of `facts` names, as YYYY-MM-DD, and how many days it is away from `now`: below 0 if it is
 * over. Without a year, the nearest such day is meant. Returns undefined for a month without a day, for a date with two
 * readings, and if `now` is no time.
 * @param value as `dateFacts` gives it
 * @param now milliseconds since 1970
 */
export function dayDistance(value: string, now: number): { date: string; days: number } | undefined {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (!month || !day || Number.isNaN(now)) return undefined
  const years = year && year !== "-" ? [Number(year)] : [-1, 0, 1].map((step) => new Date(now).getUTCFullYear() + step)
  const [days = 0] = years
    .map((one) => (Date.UTC(one, Number(month) - 1, Number(day)) - startOfDay(now)) / DAY_MS)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
  return { date: isoDay(startOfDay(now) + days * DAY_MS), days }
}

export const DAY_MS = 24 * 60 * 60 * 1000

/** Returns the day of a time in UTC, as YYYY-MM-DD. */
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Returns when the day of a time begins in UTC. */
export const startOfDay = (time: number): number => Math.floor(time / DAY_MS) * DAY_MS
