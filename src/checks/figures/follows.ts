import type { Fact } from "../../text/facts.ts"
import { byMonths, byWorkingDays, isSamePoint, MAX_TIMES, pointsOf, type Point } from "./points.ts"

export interface Reckoning {
  /** Two amounts or two periods may also make a third one, which is more often chance. */
  isSummed?: boolean
  /** A date without a year is one of this year or the next one. Without it, of any year. */
  year?: number | undefined
}

/**
 * Says whether a figure is what two others make by plain reckoning: a time so many minutes before another, a date so
 * many days, working days or months after one, a share of an amount, a count of one, a part of one, and the time
 * between two times or dates.
 */
export function follows(fact: Fact, base: Fact, term: Fact, { isSummed = false, year }: Reckoning = {}): boolean {
  const wanted = pointsOf(fact, year)
  return pointsOf(base, year).some((one) =>
    pointsOf(term, year).some((other) =>
      combined(one, other, isSummed).some((made) => wanted.some((own) => isSamePoint(own, made)))
    )
  )
}

/** Returns the figures that two make together, the first of which is what the second is added to or taken from. */
export function combined(one: Point, other: Point, isSummed: boolean): Point[] {
  const apart = Math.abs(one.value - other.value)
  if (one.kind === "money") return amounts(one, other, isSummed)
  if (one.kind === "time" && other.kind === "time") return [{ kind: "duration", unit: "hour", value: apart / 60 }]
  if (one.kind === "date" && other.kind === "date") return [{ kind: "duration", unit: "hour", value: apart * 24 }]
  if (one.kind === "number" || one.kind === "duration") return isSummed ? counts(one, other) : []
  if (other.kind !== "duration") return []
  if (one.kind === "time" && other.unit === "hour") {
    const minutes = other.value * 60
    return [one.value + minutes, one.value - minutes].map((value) => ({ ...one, value: (value + DAY) % DAY }))
  }
  return one.kind === "date" || one.kind === "month" ? days(one, other) : []
}

/** In minutes. */
const DAY = 1440

/** Returns the days or months so long before and after one. */
function days(one: Point, period: Point): Point[] {
  if (one.kind === "month")
    return period.unit === "month"
      ? [one.value + period.value, one.value - period.value].map((value) => ({ ...one, value }))
      : []
  if (period.unit === "business-day") return [byWorkingDays(one, period.value, 1), byWorkingDays(one, period.value, -1)]
  if (period.unit === "month" && Number.isInteger(period.value)) {
    const later = byMonths(one, period.value)
    // A year from 3 February on ends with 2 February.
    return [later, { ...later, value: later.value - 1 }, byMonths(one, -period.value)]
  }
  if (period.unit !== "hour" || period.value % 24 !== 0) return []
  return [one.value + period.value / 24, one.value - period.value / 24].map((value) => ({ ...one, value }))
}

function amounts(one: Point, other: Point, isSummed: boolean): Point[] {
  const money = (...values: number[]) => values.map((value) => ({ ...one, value }))
  // Customers write "the 800" of an amount.
  const isAmount = other.kind === "money" ? one.unit === other.unit : other.kind === "number" && other.value > MAX_TIMES
  if (isAmount) {
    if (!isSummed) return []
    return [...money(one.value + other.value, Math.abs(one.value - other.value)), ...timesIn(one, other)]
  }
  if (other.kind === "percent") return money(...shares(one.value, other.value))
  const times = timesOf(other)
  if (times === undefined) return []
  return money(one.value * times, ...(isSummed ? [one.value / times] : []))
}

/** Returns how often a smaller amount is in another one, rounded up: "£800 at £600 a day" takes two days. */
function timesIn(one: Point, other: Point): Point[] {
  const times = Math.ceil(one.value / other.value - 1e-9)
  if (!Number.isFinite(times) || times < 2 || times > MAX_TIMES) return []
  return [
    { kind: "number", unit: "", value: times },
    { kind: "duration", unit: "hour", value: times * 24 },
    { kind: "duration", unit: "month", value: times }
  ]
}

/**
 * Returns what two counts or two periods make: their sum and difference, one so many times, or its parts, and whole
 * multiples, as 340 points are 3 hundreds, or 300.
 */
function counts(one: Point, other: Point): Point[] {
  const made = (...values: number[]) => values.map((value) => ({ ...one, value }))
  if (other.kind === "percent") return made(...shares(one.value, other.value))
  const isSame = one.kind === other.kind && one.unit === other.unit
  const parts = one.kind === "number" && other.value >= MIN_STEP ? Math.floor(one.value / other.value) : 0
  const multiples = parts > 0 ? [parts, parts * other.value] : []
  const summed = isSame ? made(one.value + other.value, Math.abs(one.value - other.value), ...multiples) : []
  const times = other.kind === "number" ? timesOf(other) : undefined
  return times === undefined ? summed : [...summed, ...made(one.value * times, one.value / times)]
}

/** A smaller count is a price's or a person's, not a step. */
const MIN_STEP = 10

/** Returns a percentage of a value, and the value less and more that much. */
function shares(value: number, percent: number): number[] {
  // A third is 33 % here, and a third of a per cent more.
  const part = { 33: value / 3, 67: (value * 2) / 3 }[percent] ?? (value * percent) / 100
  return [part, value - part, value + part]
}

/** "Two tickets", "four days" or "twelve months" of an amount. */
function timesOf({ kind, unit, value }: Point): number | undefined {
  const times = kind === "number" ? value : kind === "duration" ? (unit === "hour" ? value / 24 : value) : undefined
  return times !== undefined && Number.isInteger(times) && times > 1 && times <= MAX_TIMES ? times : undefined
}
