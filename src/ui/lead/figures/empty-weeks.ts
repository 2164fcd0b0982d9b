import type { Figure, FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"

/** A group as it is drawn: a week in which there was no case has no figure. */
export interface DrawnGroup {
  key: string | null
  figure?: Figure
}

/** Returns the groups with the weeks between them without a case, so that weeks are drawn as far apart as they lie. */
export function withEmptyWeeks(by: FiguresBy, groups: FiguresAnswer["groups"]): DrawnGroup[] {
  if (by !== "week") return groups
  return groups.flatMap((group, index): DrawnGroup[] => {
    const before = groups[index - 1]?.key
    const empty = before && group.key ? weeksBetween(before, group.key) : []
    return [...empty.map((key) => ({ key })), group]
  })
}

/** Returns the ISO weeks between two, without them: "2026-W53" between "2026-W52" and "2027-W01". */
function weeksBetween(first: string, last: string): string[] {
  const weeks: string[] = []
  for (let day = mondayOf(first) + WEEK_MS; day < mondayOf(last) && weeks.length < MOST_WEEKS; day += WEEK_MS)
    weeks.push(isoWeek(new Date(day)))
  return weeks
}

const WEEK_MS = 7 * 24 * 3_600_000
/** Against a key that means something else. */
const MOST_WEEKS = 1000

/** In milliseconds, in UTC. The 4th of January is always in the first week. */
function mondayOf(week: string): number {
  const fourth = new Date(Date.UTC(Number(week.slice(0, 4)), 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * (WEEK_MS / 7)
  return monday + (Number(week.slice(-2)) - 1) * WEEK_MS
}

/** Names the week of a Monday: the year is its Thursday's. */
function isoWeek(monday: Date): string {
  const year = new Date(monday.getTime() + 3 * (WEEK_MS / 7)).getUTCFullYear()
  const n = Math.round((monday.getTime() - mondayOf(`${year}-W01`)) / WEEK_MS) + 1
  return `${year}-W${String(n).padStart(2, "0")}`
}
