const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS

/** Returns the Monday of an ISO week such as "2026-W47", in milliseconds and in UTC. */
export function mondayOf(week: string): number {
  // The 4th of January is always in the first week.
  const fourth = new Date(Date.UTC(Number(week.slice(0, 4)), 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS
  return monday + (Number(week.slice(-2)) - 1) * WEEK_MS
}

/** Returns the ISO week of a Monday. Its year is that of its Thursday. */
export function isoWeek(monday: Date): string {
  const year = new Date(monday.getTime() + 3 * DAY_MS).getUTCFullYear()
  const n = Math.round((monday.getTime() - mondayOf(`${year}-W01`)) / WEEK_MS) + 1
  return `${year}-W${String(n).padStart(2, "0")}`
}
