import { createContext, use } from "react"
import type { CaseFilter, FiguresBy } from "../../../protocol/review.ts"
import { DAY_MS, isoDay } from "../../../text/day-distance.ts"
import { mondayOf, WEEK_MS } from "../../../text/iso-week.ts"
import { caseLink } from "../case-link.ts"

/** What the page is filtered by, which every link to cases narrows. */
export const PageFilter = createContext<CaseFilter>({})

/** Returns a function that gives the address of the cases of a figure: those of the page, narrowed. */
export function useCaseLinks(): (narrowed: CaseFilter) => string {
  const filter = use(PageFilter)
  return (narrowed) => caseLink({ ...filter, ...narrowed })
}

/** Returns a function that gives the address of the cases of one group, or undefined if no filter names the group. */
export function useGroupLinks(by: FiguresBy): (key: string | null, narrowed: CaseFilter) => string | undefined {
  const page = use(PageFilter)
  return (key, narrowed) => {
    const group = groupFilter(by, key, page)
    return group && caseLink({ ...page, ...group, ...narrowed })
  }
}

/** The filter of one group, or undefined if no filter names it. */
function groupFilter(by: FiguresBy, key: string | null, { from, to }: CaseFilter): CaseFilter | undefined {
  if (key === null) return undefined
  if (by !== "week") return { [by]: key }
  const [first, last] = [isoDay(mondayOf(key)), isoDay(mondayOf(key) + WEEK_MS - DAY_MS)]
  return { from: from !== undefined && from > first ? from : first, to: to !== undefined && to < last ? to : last }
}
