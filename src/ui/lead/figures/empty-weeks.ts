import { isoWeek, mondayOf, WEEK_MS } from "../../../text/iso-week.ts"
import type { Figure, FiguresAnswer, FiguresBy, FiguresGroup } from "../../../protocol/review.ts"

/** A group as it is drawn: a week in which there was no case has no figure. */
export interface DrawnGroup {
  key: string | null
  figure?: Figure
  partial?: boolean
  versions?: FiguresGroup["versions"]
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

/** Against a key that means something else. */
const MOST_WEEKS = 1000
