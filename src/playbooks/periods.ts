import { DAY_MS, isoDay, monthsLater, workingDaysLater } from "../text/day-distance.ts"
import { facts } from "../text/facts.ts"
import { MOST_COMPARED } from "../ticket/playbook-standing.ts"
import type { Period } from "./playbook.ts"

/** Reads a period in words, such as "30 days", "15 working days" or "2 years"; undefined if it is none. */
export function readPeriod(written: unknown): Period | undefined {
  if (typeof written !== "string") return undefined
  const [only, ...others] = facts(written, "en")
  if (only?.kind !== "duration" || others.length > 0 || typeof only.value !== "number") return undefined
  const { unit } = only
  if (!(only.value <= MOST_COMPARED)) return undefined
  return unit === "hour" || unit === "business-day" || unit === "month"
    ? { amount: only.value, unit, text: written.trim() }
    : undefined
}

/**
 * Returns the day on which a period that began on a day ends. Working days are Monday to Friday; holidays differ from
 * place to place and count as working days.
 * @param day YYYY-MM-DD
 */
export function dayAfter(day: string, { amount, unit }: Period): string {
  const from = Date.parse(day)
  if (unit === "hour") return isoDay(from + Math.ceil(amount / 24) * DAY_MS)
  if (unit === "month") return isoDay(monthsLater(from, Math.round(amount)))
  return isoDay(workingDaysLater(from, amount, 1))
}

/** Returns the day on which a period began that ends on a day. */
export function dayBefore(day: string, { amount, unit }: Period): string {
  const to = Date.parse(day)
  if (unit === "hour") return isoDay(to - Math.floor(amount / 24) * DAY_MS)
  if (unit === "month") return isoDay(monthsLater(to, -Math.round(amount)))
  return isoDay(workingDaysLater(to, amount, -1))
}

/** Returns about how many hours a period has, to compare two. */
export const hoursOf = ({ amount, unit }: Pick<Period, "amount" | "unit">): number =>
  amount * { hour: 1, "business-day": (7 / 5) * 24, month: (365.25 / 12) * 24 }[unit]
