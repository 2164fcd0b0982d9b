import { useState } from "react"
import * as z from "zod/mini"
import { figuresBy, type FiguresBy } from "../../../protocol/review.ts"
import type { FiguresQuery } from "../../../protocol/review.ts"

/** Which cases the figures count. "" is all of them. It is kept in the page's address. */
export interface Filters {
  weeks: (typeof PERIODS)[number]
  by: FiguresBy
  helpdesk: string
  language: string
  model: string
  pipeline: string
}
export const PERIODS = ["4", "12", "52", "all"] as const

export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [filters, setFilters] = useState(() => read(location.hash))
  return [
    filters,
    (change) =>
      setFilters((now) => {
        const next = { ...now, ...change }
        history.replaceState(null, "", `#${new URLSearchParams({ ...next })}`)
        return next
      })
  ]
}

/** Whether nothing is left out. */
export function isEverything({ weeks, by: _, ...named }: Filters): boolean {
  return weeks === "all" && Object.values(named).every((value) => value === "")
}

/** Whole ISO weeks in UTC, including the current one. */
export function queryOf({ weeks, by, ...named }: Filters, now: Date): FiguresQuery {
  const chosen = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ""))
  return { by, ...chosen, ...(weeks === "all" ? {} : { from: monday(now, Number(weeks) - 1) }) }
}

/** Returns "2026-11-16", the Monday of the week that many weeks ago. */
function monday(now: Date, ago: number): string {
  const since = (now.getUTCDay() + 6) % 7
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - since - ago * 7))
    .toISOString()
    .slice(0, 10)
}

function read(hash: string): Filters {
  const given = new URLSearchParams(hash.slice(1))
  const text = (name: string) => given.get(name) ?? ""
  const weeks = z.enum(PERIODS).safeParse(given.get("weeks"))
  const by = figuresBy.safeParse(given.get("by"))
  return {
    weeks: weeks.success ? weeks.data : "12",
    by: by.success ? by.data : "week",
    helpdesk: text("helpdesk"),
    language: text("language"),
    model: text("model"),
    pipeline: text("pipeline")
  }
}
