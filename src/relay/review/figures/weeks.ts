import { DAY_MS, startOfDay } from "../../../text/day-distance.ts"
import { mondayOf, WEEK_MS } from "../../../text/iso-week.ts"

/** The days that are counted. Each may be open. */
export interface CountedDays {
  /** When the team's first case came, whatever is filtered. */
  began: Date | undefined
  from: string | undefined
  to: string | undefined
}

/** Whether a week isn't over, or begins before or ends after the days that are counted. */
export function isPartialWeek(week: string, { began, from, to }: CountedDays, now: Date): boolean {
  const monday = mondayOf(week)
  const first = Math.max(began ? startOfDay(began.getTime()) : 0, from === undefined ? 0 : Date.parse(from))
  const end = Math.min(now.getTime(), to === undefined ? Infinity : Date.parse(to) + DAY_MS)
  return first > monday || end < monday + WEEK_MS
}
