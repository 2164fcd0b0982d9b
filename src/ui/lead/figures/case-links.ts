import { createContext, use } from "react"
import type { CaseFilter, FiguresBy } from "../../../protocol/review.ts"
import { mondayOf, WEEK_MS } from "../../../text/iso-week.ts"
import { caseLink } from "../case-link.ts"

/** What the page is filtered by, which every link to cases narrows. */
export const PageFilter = createContext<CaseFilter>({})

/** Returns a function that gives the address of the cases of a figure: those of the page, narrowed. */
export function useCaseLinks(): (narrowed: CaseFilter) => string {
  const filter = use(PageFilter)
  return (narrowed) => caseLink({ ...filter, ...narrowed })
}

/** The filter of one group, or undefined if no filter names it. */
export function groupFilter(by: FiguresBy, key: string | null, { from, to }: CaseFilter): CaseFilter | undefined {
  if (key === null) return undefined
  if (by !== "week") return { [by]: key }
  const days = [mondayOf(key), mondayOf(key) + WEEK_MS - DAY_MS].map((at) => new Date(at).toISOString().slice(0, 10))
  const [first = "", last = ""] = days
  return { from: from !== undefined && from > first ? from : first, to: to !== undefined && to < last ? to : last }
}

const DAY_MS = WEEK_MS / 7
