import { useState } from "react"

const NAME = "figures.visits"
const DAY_MS = 86_400_000
/** The day of a first visit is taken to be this long ago. */
const FIRST_DAYS = 7

/**
 * Returns the day of the last visit before today, in UTC, and remembers today's. Several visits of one day are one, so
 * that a reload doesn't end what is new.
 */
export function useLastVisit(now: Date): string {
  const [last] = useState(() => {
    const today = now.toISOString().slice(0, 10)
    const [newest, before] = (localStorage.getItem(NAME) ?? "").split(" ")
    const previous = newest === today ? before : newest
    const visit = isDay(previous) ? previous : dayBefore(today, FIRST_DAYS)
    localStorage.setItem(NAME, `${today} ${visit}`)
    return visit
  })
  return last
}

/** Returns the day that many days before another. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text)
