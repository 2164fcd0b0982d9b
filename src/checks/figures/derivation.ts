import type { Fact } from "../../text/facts.ts"
import { combined, follows } from "./follows.ts"
import { isSamePoint, pointsOf, weekdayOf, type Point } from "./points.ts"

export interface DerivationOptions {
  /** A date without a year is one of this year or the next one. */
  year?: number | undefined
  /** Days between two dates may be counted with both of them, as "from 9 to 12 June" are four. */
  isInclusive?: boolean
}

/**
 * Returns the two or three figures that one follows from by plain reckoning, the shortest way first, or undefined. With
 * three, two make a figure that stands nowhere, and the third makes this one of it: a fee and a daily rate for some
 * days, or interest on a sum for some days.
 */
export function derivation(
  fact: Fact,
  operands: readonly Fact[],
  { year, isInclusive = false }: DerivationOptions
): Fact[] | undefined {
  const others = withoutRepeats(operands.filter((one) => one !== fact)).slice(0, MAX_OPERANDS)
  for (const base of others) {
    const term = others.find(
      (one) => one !== base && (follows(fact, base, one, { isSummed: true, year }) || isCounted(fact, base, one))
    )
    if (term) return [base, term]
  }
  return ofThree(fact, others, year)

  /** "From 9 to 12 June, that is four days." */
  function isCounted(own: Fact, from: Fact, to: Fact): boolean {
    if (!isInclusive || own.kind !== "duration" || own.unit !== "hour" || from.kind !== "date" || to.kind !== "date")
      return false
    return pointsOf(from, year).some((one) =>
      pointsOf(to, year).some((other) => (Math.abs(one.value - other.value) + 1) * 24 === own.value)
    )
  }
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
      (other) => other.kind === "duration" && pairs(points, pointsOf(other, year)).some(isOfDay)
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

function ofThree(fact: Fact, operands: readonly Fact[], year: number | undefined): Fact[] | undefined {
  const wanted = pointsOf(fact, year).filter(({ kind }) => REACHED.has(kind))
  if (wanted.length === 0) return undefined
  const read = operands.slice(0, MAX_OF_THREE).map((one) => ({ one, points: pointsOf(one, year) }))
  for (const first of read)
    for (const second of read) {
      if (first === second) continue
      const made = pairs(first.points, second.points)
      if (made.length === 0) continue
      const third = read.find(
        (each) =>
          each !== first &&
          each !== second &&
          (pairs(made, each.points).some((point) => wanted.some((own) => isSamePoint(own, point))) ||
            isInterest(wanted, first.points, second.points, each.points))
      )
      if (third) return [first.one, second.one, third.one]
    }
  return undefined
}

const REACHED = new Set<Point["kind"]>(["money", "date", "duration", "time"])
const MAX_OF_THREE = 16

const pairs = (ones: readonly Point[], others: readonly Point[]): Point[] =>
  ones.flatMap((one) => others.flatMap((other) => combined(one, other, true)))

/** Says whether an amount is the interest on a sum at a yearly rate for some days or months, rounded or not. */
function isInterest(
  wanted: readonly Point[],
  [sum]: readonly Point[],
  [rate]: readonly Point[],
  [period]: readonly Point[]
): boolean {
  if (sum?.kind !== "money" || rate?.kind !== "percent" || period?.kind !== "duration") return false
  const years = { hour: period.value / 24 / 365, month: period.value / 12 }[period.unit]
  if (years === undefined) return false
  const interest = (sum.value * rate.value * years) / 100
  return wanted.some(({ kind, unit, value }) => {
    const isRounded = Number.isInteger(value) && Math.abs(value - interest) < 1
    return kind === "money" && unit === sum.unit && (isRounded || Math.abs(value - interest) < CENT)
  })
}

const CENT = 0.011
