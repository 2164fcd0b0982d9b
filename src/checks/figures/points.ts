import { DAY_MS, isoDay, monthsLater, workingDaysAfter, workingDaysLater } from "../../text/day-distance.ts"
import type { Fact } from "../../text/facts.ts"

/**
 * A figure as a number: a time in minutes of the day, a date in days since 1970, a month in months since the year 0, a
 * duration in its unit (hours, months, working days).
 */
export interface Point {
  kind: Fact["kind"] | "month"
  unit: string
  value: number
  /** A date without a year is one of any year. */
  isYearless?: boolean
}

/** Returns what a figure may be as a number. @param year a date without a year is one of this year or the next one */
export function pointsOf({ kind, unit, value, text }: Fact, year: number | undefined): Point[] {
  if (typeof value === "number") {
    const [, hour, minute] = (kind === "number" && unit === "" && CLOCK.exec(text)) || []
    const time =
      hour === undefined ? [] : [{ kind: "time" as const, unit: "", value: Number(hour) * 60 + Number(minute) }]
    // "Two seats" counts amounts like "2".
    const counted = kind === "number" ? [{ kind, unit: "", value }] : []
    return COUNTED.has(kind) ? [{ kind, unit, value }, ...(unit === "" ? [] : counted), ...time] : []
  }
  if (kind === "time") {
    const [hour, minute] = value.split(":").map(Number)
    return hour === undefined || minute === undefined ? [] : [{ kind, unit: "", value: hour * 60 + minute }]
  }
  return kind === "date" ? value.split("|").flatMap((date) => daysOf(date, year)) : []
}

/** "9.20" may be a time of day. */
const CLOCK = /^([01]?\d|2[0-3])\.([0-5]\d)$/
const COUNTED: ReadonlySet<Fact["kind"]> = new Set(["money", "percent", "duration", "number"])

function daysOf(date: string, thisYear: number | undefined): Point[] {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)(?:-(\d\d))?$/.exec(date) ?? []
  if (month === undefined) return []
  const at = (of: number): Omit<Point, "isYearless"> =>
    day === undefined
      ? { kind: "month", unit: "", value: of * 12 + Number(month) - 1 }
      : { kind: "date", unit: "", value: Date.UTC(of, Number(month) - 1, Number(day)) / DAY_MS }
  return year === "-"
    ? (thisYear === undefined ? ANY_YEARS : [thisYear, thisYear + 1]).map((of) => ({ ...at(of), isYearless: true }))
    : [at(Number(year))]
}

/** One without a 29 February and one with it. */
const ANY_YEARS = [2023, 2024]

/** Says whether a figure is what was made of others. */
export function isSamePoint(own: Point, made: Point): boolean {
  // "390 euros instead of 468"
  const isBareAmount = own.kind === "number" && own.unit === "" && own.value > MAX_TIMES && made.kind === "money"
  if (isBareAmount) return Math.abs(own.value - made.value) < NEAR
  // "In July" says less than the day does.
  if (own.kind === "month" && made.kind === "date") return isSamePoint(own, monthOf(made))
  if (own.kind !== made.kind || own.unit !== made.unit) return false
  const isYearless = own.isYearless || made.isYearless
  if (own.kind === "month") return own.value === made.value || (isYearless === true && isMonthOf(own, made))
  if (own.kind !== "date") return Math.abs(own.value - made.value) < NEAR
  const [one, other] = [isoOf(own), isoOf(made)]
  return isYearless ? one.slice(5) === other.slice(5) : one === other
}

/** Amounts are rounded to cents. */
const NEAR = 0.006
/** More of something is no count of days, seats or months. */
export const MAX_TIMES = 31
const isMonthOf = (one: Point, other: Point): boolean => one.value % 12 === other.value % 12
const isoOf = ({ value }: Point): string => isoDay(value * DAY_MS)

/** Returns the month of a day. */
export function monthOf(day: Point): Point {
  const date = new Date(day.value * DAY_MS)
  return { ...day, kind: "month", value: date.getUTCFullYear() * 12 + date.getUTCMonth() }
}

/** Returns the day so many months later, or the last one of a shorter month. */
export const byMonths = (day: Point, months: number): Point => ({
  ...day,
  value: monthsLater(day.value * DAY_MS, months) / DAY_MS
})

/** Returns the weekday of a day, from 1 for Monday. */
export const weekdayOf = (day: Point): number => new Date(day.value * DAY_MS).getUTCDay() || 7

/** Returns the weekdays that a date may be, from 1 for Monday. Without a year they aren't known. */
export const weekdaysOf = (date: Fact, year: number | undefined): number[] =>
  pointsOf(date, year)
    .filter(({ kind, isYearless }) => kind === "date" && (!isYearless || year !== undefined))
    .map(weekdayOf)

/** Returns the day so many working days later or before, of which the first hundred count. */
export const byWorkingDays = (day: Point, count: number, step: 1 | -1): Point => ({
  ...day,
  value: workingDaysLater(day.value * DAY_MS, Math.min(count, MAX_DAYS), step) / DAY_MS
})
const MAX_DAYS = 100

/** Returns how many working days lie between two days, of at most a year. */
export function workingDaysBetween(one: Point, other: Point): number {
  const [from, to] = [one.value, other.value].sort((a, b) => a - b) as [number, number]
  return workingDaysAfter(from * DAY_MS, Math.min(to - 1, from + YEAR) * DAY_MS)
}
const YEAR = 366
