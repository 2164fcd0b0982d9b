import type { Fact } from "../../text/facts.ts"

export interface Reckoning {
  /** Two amounts may also make a third one, which is more often chance. */
  isSummed?: boolean
  /** A date without a year is one of this year or the next one. Without it, of any year. */
  year?: number | undefined
}

/**
 * Says whether a figure is what two others make by plain reckoning: a time so many minutes before another, a date so
 * many days or working days after one, a share of an amount, a count of one, and the time between two times or dates.
 */
export function follows(fact: Fact, base: Fact, term: Fact, { isSummed = false, year }: Reckoning = {}): boolean {
  const wanted = pointsOf(fact, year)
  return pointsOf(base, year).some((one) =>
    pointsOf(term, year).some((other) =>
      combined(one, other, isSummed).some((made) => wanted.some((own) => isSamePoint(own, made)))
    )
  )
}

/** Returns the weekdays that a date may be, from 1 for Monday. */
export const weekdaysOf = (date: Fact, year: number | undefined): number[] =>
  pointsOf(date, year)
    .filter(({ kind, isYearless }) => kind === "date" && (!isYearless || year !== undefined))
    .map((day) => new Date(day.value * MS).getUTCDay() || 7)

/** A figure as a number: a time in minutes of the day, a date in days since 1970, a duration in hours. */
interface Point {
  kind: Fact["kind"]
  unit: string
  value: number
  /** A date without a year is one of any year. */
  isYearless?: boolean
}

function isSamePoint(own: Point, made: Point): boolean {
  // "390 euros instead of 468"
  const isBareAmount = own.kind === "number" && own.unit === "" && own.value > MAX_TIMES && made.kind === "money"
  if (isBareAmount) return Math.abs(own.value - made.value) < NEAR
  if (own.kind !== made.kind || own.unit !== made.unit) return false
  if (own.kind !== "date") return Math.abs(own.value - made.value) < NEAR
  const [one, other] = [isoOf(own), isoOf(made)]
  return own.isYearless || made.isYearless ? one.slice(5) === other.slice(5) : one === other
}

const NEAR = 0.006
const isoOf = ({ value }: Point): string => new Date(value * MS).toISOString().slice(0, 10)

/** Returns the figures that two make together, the first of which is what the second is added to or taken from. */
function combined(one: Point, other: Point, isSummed: boolean): Point[] {
  const apart = Math.abs(one.value - other.value)
  if (one.kind === "money") return amounts(one, other, isSummed)
  if (one.kind === "time" && other.kind === "time") return [{ kind: "duration", unit: "hour", value: apart / 60 }]
  if (one.kind === "date" && other.kind === "date") return [{ kind: "duration", unit: "hour", value: apart * 24 }]
  if (other.kind !== "duration") return []
  if (one.kind === "time" && other.unit === "hour") {
    const minutes = other.value * 60
    return [one.value + minutes, one.value - minutes].map((value) => ({ ...one, value: (value + DAY) % DAY }))
  }
  if (one.kind !== "date") return []
  if (other.unit === "business-day")
    return [1, -1].map((step) => ({ ...one, value: workingDays(one.value, other.value, step) }))
  if (other.unit !== "hour" || other.value % 24 !== 0) return []
  return [one.value + other.value / 24, one.value - other.value / 24].map((value) => ({ ...one, value }))
}

/** In minutes. */
const DAY = 1440

function amounts(one: Point, other: Point, isSummed: boolean): Point[] {
  const money = (...values: number[]) => values.map((value) => ({ ...one, value }))
  // Customers write "the 800" of an amount.
  const isAmount = other.kind === "money" ? one.unit === other.unit : other.kind === "number" && other.value > MAX_TIMES
  if (isAmount) return isSummed ? money(one.value + other.value, Math.abs(one.value - other.value)) : []
  if (other.kind === "percent") {
    // A third is 33 % here, and a third of a per cent more.
    const part = { 33: one.value / 3, 67: (one.value * 2) / 3 }[other.value] ?? (one.value * other.value) / 100
    return money(part, one.value - part, one.value + part)
  }
  const times = timesOf(other)
  return times === undefined ? [] : money(one.value * times)
}

/** "Two tickets" or "four days" of an amount. */
function timesOf({ kind, unit, value }: Point): number | undefined {
  const times = kind === "number" ? value : kind === "duration" ? (unit === "hour" ? value / 24 : value) : undefined
  return times !== undefined && Number.isInteger(times) && times > 1 && times <= MAX_TIMES ? times : undefined
}
const MAX_TIMES = 31

/** Counts working days on from a day. Holidays differ by place, and aren't known. */
function workingDays(from: number, count: number, step: number): number {
  let day = from
  for (let left = Math.min(count, MAX_DAYS); left > 0; ) {
    day += step
    const weekday = new Date(day * MS).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return day
}
const MAX_DAYS = 100

function pointsOf({ kind, unit, value, text }: Fact, of: number | undefined): Point[] {
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
  return kind === "date" ? value.split("|").flatMap((date) => daysOf(date, of)) : []
}

/** "9.20" may be a time of day. */
const CLOCK = /^([01]?\d|2[0-3])\.([0-5]\d)$/
const COUNTED: ReadonlySet<Fact["kind"]> = new Set(["money", "percent", "duration", "number"])

function daysOf(date: string, thisYear: number | undefined): Point[] {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(date) ?? []
  if (month === undefined || day === undefined) return []
  const at = (of: number) => Date.UTC(of, Number(month) - 1, Number(day)) / MS
  return year === "-"
    ? (thisYear === undefined ? ANY_YEARS : [thisYear, thisYear + 1]).map((of) => ({
        kind: "date",
        unit: "",
        value: at(of),
        isYearless: true
      }))
    : [{ kind: "date", unit: "", value: at(Number(year)) }]
}

/** One without a 29 February and one with it. */
const ANY_YEARS = [2023, 2024]
/** Of a day. */
const MS = 86_400_000
