import type { Fact } from "../../text/facts.ts"
import { combined } from "./follows.ts"
import { isSamePoint, monthOf, pointsOf, weekdayOf, workingDaysBetween, type Point } from "./points.ts"

export interface DerivationOptions {
  /** A date without a year is one of this year or the next one. */
  year?: number | undefined
  /**
   * A verifier confirmed the figure. Then days between two dates may be counted as working days or with both of them,
   * as "from 9 to 12 June" are four, and a month begins and ends: "to the end of the month" is 30 June.
   */
  isConfirmed?: boolean
}

/**
 * Returns the two or three figures that one follows from by plain reckoning, the shortest way first, or undefined. With
 * three, two make a figure that no text states, and the third makes this one of it: a fee and a daily rate for some
 * days, or interest on a sum for some days.
 */
export function derivation(
  fact: Fact,
  operands: readonly Fact[],
  { year, isConfirmed = false }: DerivationOptions
): Fact[] | undefined {
  const days = pointsOf(fact, year)
  const goals = isConfirmed ? [...days, ...days.flatMap(monthItEnds)] : days
  const others = withoutRepeats(operands.filter((one) => one !== fact))
    .slice(0, MAX_OPERANDS)
    .map((one): Operand => ({ one, points: pointsOf(one, year) }))
  for (const base of others) {
    const term = others.find(
      (other) =>
        other !== base &&
        (isReached(goals, combinations(base.points, other.points)) ||
          (isConfirmed && isCounted(goals, base.points, other.points)))
    )
    if (term) return [base.one, term.one]
  }
  return ofThree(goals, others)
}

/** A figure with what it may be as a number. */
interface Operand {
  one: Fact
  points: readonly Point[]
}

const combinations = (ones: readonly Point[], others: readonly Point[]): Point[] =>
  ones.flatMap((one) => others.flatMap((other) => combined(one, other, true)))

const isReached = (goals: readonly Point[], results: readonly Point[]): boolean =>
  results.some((point) => goals.some((goal) => isSamePoint(goal, point)))

/** "From 9 to 12 June, that is four days", "there are 17 working days left", "since 3 August it has been 54". */
const isCounted = (goals: readonly Point[], from: readonly Point[], to: readonly Point[]): boolean =>
  goals.some((goal) => {
    const days = countOf(goal)
    return (
      days !== undefined &&
      from.some((one) =>
        to.some((other) => one.kind === "date" && other.kind === "date" && countedDays(one, other, goal).includes(days))
      )
    )
  })

/** Returns a period in days or working days, or a bare number. */
function countOf({ kind, unit, value }: Point): number | undefined {
  if (kind === "duration") return unit === "hour" ? value / 24 : unit === "business-day" ? value : undefined
  return kind === "number" && unit === "" ? value : undefined
}

/** Returns the days between two dates, without both of them, with one and with both. */
function countedDays(one: Point, other: Point, { unit }: Point): number[] {
  const between = unit === "business-day" ? workingDaysBetween(one, other) : Math.abs(one.value - other.value) - 1
  return [between, between + 1, between + 2]
}

/** Returns the month that a day ends, or that ended on the day before it. */
function monthItEnds(day: Point): Point[] {
  if (day.kind !== "date") return []
  const monthAt = (step: number) => monthOf({ ...day, value: day.value + step })
  const [before, own] = [monthAt(-1), monthAt(0)]
  const isLastDay = monthAt(1).value !== own.value
  const isFirstDay = before.value !== own.value
  return [...(isLastDay ? [own] : []), ...(isFirstDay ? [before] : [])]
}

/**
 * Returns the date that a weekday is of, or the date and the period before or after it. One of seven days is right by
 * chance, so no more figures than these make it.
 */
export function weekdayOrigin(
  { value }: Fact,
  operands: readonly Fact[],
  year: number | undefined
): Fact[] | undefined {
  const isOfDay = (point: Point) => point.kind === "date" && !point.isYearless && weekdayOf(point) === Number(value)
  const dates = operands
    .filter(({ kind }) => kind === "date")
    .map((one) => ({ one, points: inYear(pointsOf(one, year), one, year) }))
  const date = dates.find(({ points }) => points.some(isOfDay))
  if (date) return [date.one]
  for (const { one, points } of dates) {
    const term = operands.find(
      (other) => other.kind === "duration" && combinations(points, pointsOf(other, year)).some(isOfDay)
    )
    if (term) return [one, term]
  }
  return undefined
}

/** A date without a year is taken to be of this one. */
const inYear = (points: readonly Point[], { value }: Fact, year: number | undefined): Point[] =>
  year !== undefined && String(value).startsWith("--")
    ? points.slice(0, 1).map(({ kind, unit, value: day }) => ({ kind, unit, value: day }))
    : [...points]

/** What is said twice counts once: two sentences that say "the next working day" mean the same one. */
const withoutRepeats = (all: readonly Fact[]): Fact[] =>
  [...new Map(all.toReversed().map((one) => [`${one.kind} ${one.unit} ${one.value}`, one])).values()].reverse()

/** A sentence with its evidence has fewer. More of them make anything. */
const MAX_OPERANDS = 40

function ofThree(goals: readonly Point[], operands: readonly Operand[]): Fact[] | undefined {
  const reachable = goals.filter(({ kind }) => REACHED.has(kind))
  if (reachable.length === 0) return undefined
  const few = operands.slice(0, MAX_OF_THREE)
  for (const first of few)
    for (const second of few) {
      if (first === second) continue
      const results = combinations(first.points, second.points)
      if (results.length === 0) continue
      const third = few.find(
        (each) =>
          each !== first &&
          each !== second &&
          (isReached(reachable, [...combinations(results, each.points), ...amountsOf(each, results)]) ||
            isInterest(reachable, first.points, second.points, each.points))
      )
      if (third) return [first.one, second.one, third.one]
    }
  return undefined
}

/** "€3 for 100 points", of 300. */
const amountsOf = ({ one, points }: Operand, counts: readonly Point[]): Point[] =>
  one.kind === "money"
    ? combinations(
        points,
        counts.filter(({ kind }) => kind === "number")
      )
    : []

const REACHED = new Set<Point["kind"]>(["money", "date", "duration", "time"])
const MAX_OF_THREE = 16

/** Says whether an amount is the interest on a sum at a yearly rate for some days or months, rounded or not. */
function isInterest(
  goals: readonly Point[],
  [sum]: readonly Point[],
  [rate]: readonly Point[],
  [period]: readonly Point[]
): boolean {
  if (sum?.kind !== "money" || rate?.kind !== "percent" || period?.kind !== "duration") return false
  const years = { hour: period.value / 24 / 365, month: period.value / 12 }[period.unit]
  if (years === undefined) return false
  const interest = (sum.value * rate.value * years) / 100
  return goals.some(({ kind, unit, value }) => {
    const isRounded = Number.isInteger(value) && Math.abs(value - interest) < 1
    return kind === "money" && unit === sum.unit && (isRounded || Math.abs(value - interest) < CENT)
  })
}

const CENT = 0.011

/** A figure that no text states, and those that it follows from. */
export interface DerivedFigure {
  fact: Fact
  from: readonly Fact[]
}

/**
 * Derives figure after figure. What was derived may be reckoned with: "£5.20 plus £24.50, £29.70 in all".
 * @param originOf returns what a figure follows from, also from those that were derived so far, or undefined
 */
export function derivedFigures(
  figures: readonly Fact[],
  originOf: (fact: Fact, derived: readonly Fact[]) => readonly Fact[] | undefined
): DerivedFigure[] {
  const derived: DerivedFigure[] = []
  let left = figures
  let before: number
  do {
    before = derived.length
    left = left.filter((fact) => {
      const from = originOf(
        fact,
        derived.map((one) => one.fact)
      )
      if (from) derived.push({ fact, from })
      return from === undefined
    })
  } while (derived.length > before)
  return derived
}

/** Returns the figures that one follows from as the panel shows them: "£38 · half". */
export const originText = ({ from }: DerivedFigure): string => [...new Set(from.map(({ text }) => text))].join(" · ")
