import { useState } from "react"
import { DAY_MS, isoDay } from "../../../text/day-distance.ts"

const NAME = "figures.visits"
/** At the first visit, what is new is that of this many days. */
const FIRST_DAYS = 7

/** Since when things are new to the lead: the day of the last visit, in UTC, if there was one. */
export interface LastVisit {
  day: string
  isFirst: boolean
}

/**
 * Returns the day of the last visit before today, and remembers today's. Several visits of one day are one, so that a
 * reload doesn't end what is new.
 */
export function useLastVisit(now: Date): LastVisit {
  const [last] = useState(() => {
    const today = isoDay(now.getTime())
    const [newest, before] = (localStorage.getItem(NAME) ?? "").split(" ")
    const previous = newest === today ? before : newest
    localStorage.setItem(NAME, isDay(previous) ? `${today} ${previous}` : today)
    return isDay(previous) ? { day: previous, isFirst: false } : { day: dayBefore(today, FIRST_DAYS), isFirst: true }
  })
  return last
}

/** Returns the day that many days before another. */
export const dayBefore = (day: string, days: number): string => isoDay(Date.parse(day) - days * DAY_MS)

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text)
