import { comparable, type Fact } from "../../text/facts.ts"

/** The figures of one text, and what its words may say as figures. */
export interface Operands {
  facts: readonly Fact[]
  readings: readonly Fact[]
}

/**
 * Leaves out figures that follow from others by plain reckoning: "a quarter of an hour before 9.20" may be "9.05", half
 * of £27.50 £13.75, and the 30 minutes from 12:45 to 13:15 may be named or not. Of the two figures that one follows from,
 * one at least stands in both texts. A figure in the place of another of its kind is never excused: that it can be reckoned
 * may be chance.
 */
export function withoutReckoned(
  lost: readonly Fact[],
  gained: readonly Fact[],
  said: Operands,
  says: Operands,
  same: (a: Fact, b: Fact) => boolean
): { lost: Fact[]; gained: Fact[] } {
  if (lost.length + gained.length === 0 || lost.length + gained.length > MOST)
    return { lost: [...lost], gained: [...gained] }
  const kept = says.facts.filter((fact) => !gained.includes(fact) && said.facts.some((one) => same(one, fact)))
  const excused = new Set<Fact>()
  const excuse = (own: readonly Fact[], others: readonly Fact[], other: Operands) => {
    for (const fact of own) {
      if (others.some((one) => comparable(fact, one))) continue
      const terms = [...kept, ...others, ...other.readings.filter(isRelation)]
      for (const base of kept)
        for (const term of terms) if (term !== base && follows(fact, base, term)) excused.add(fact).add(term)
    }
  }
  excuse(gained, lost, said)
  excuse(lost, gained, says)
  const isLeft = (fact: Fact) => !excused.has(fact)
  return { lost: lost.filter(isLeft), gained: gained.filter(isLeft) }
}

/** A text that changes more figures isn't reckoned through. */
const MOST = 24

const isRelation = ({ kind }: Fact): boolean => kind === "duration" || kind === "percent"

/** Says whether a figure is what two others make. */
function follows(fact: Fact, base: Fact, term: Fact): boolean {
  const wanted = pointsOf(fact)
  return madeOf(base, term).some(({ kind, unit, value }) =>
    wanted.some((own) => own.kind === kind && own.unit === unit && Math.abs(own.value - value) < NEAR)
  )
}

const NEAR = 0.006

/** A figure as a number: a time in minutes of the day, a date in days of a year, a duration in hours. */
interface Point {
  kind: Fact["kind"]
  unit: string
  value: number
}

/** Returns the figures that two make together. */
function madeOf(base: Fact, term: Fact): Point[] {
  return pointsOf(base).flatMap((one) => pointsOf(term).flatMap((other) => combined(one, other)))
}

function combined(one: Point, other: Point): Point[] {
  const apart = Math.abs(one.value - other.value)
  if (one.kind === "money" && other.kind === "percent") {
    const part = (one.value * other.value) / 100
    // A third is 33 % here, and a tenth of a cent more.
    const parts = other.value === 33 ? [one.value / 3] : other.value === 67 ? [(one.value * 2) / 3] : [part]
    return parts.flatMap((value) => [value, one.value - value, one.value + value]).map((value) => ({ ...one, value }))
  }
  if (one.kind === "money" && isCount(other)) return [{ ...one, value: one.value * other.value }]
  if (one.kind === "time" && other.kind === "time") return [{ kind: "duration", unit: "hour", value: apart / 60 }]
  if (one.kind === "date" && other.kind === "date") return [{ kind: "duration", unit: "hour", value: apart * 24 }]
  if (other.kind !== "duration" || other.unit !== "hour") return []
  if (one.kind === "time") {
    const minutes = other.value * 60
    return [one.value + minutes, one.value - minutes].map((value) => ({ ...one, value: (value + DAY) % DAY }))
  }
  if (one.kind !== "date" || other.value % 24 !== 0) return []
  return [one.value + other.value / 24, one.value - other.value / 24].map((value) => ({ ...one, value }))
}

/** In minutes. */
const DAY = 1440

/** "Two tickets" of an amount. */
const isCount = ({ kind, unit, value }: Point): boolean =>
  kind === "number" && unit === "" && Number.isInteger(value) && value > 1 && value <= 12

function pointsOf({ kind, unit, value, text }: Fact): Point[] {
  if (typeof value === "number") {
    const [, hour, minute] = (kind === "number" && unit === "" && CLOCK.exec(text)) || []
    const time =
      hour === undefined ? [] : [{ kind: "time" as const, unit: "", value: Number(hour) * 60 + Number(minute) }]
    return COUNTED.has(kind) ? [{ kind, unit, value }, ...time] : []
  }
  if (kind === "time") {
    const [hour, minute] = value.split(":").map(Number)
    return hour === undefined || minute === undefined ? [] : [{ kind, unit: "", value: hour * 60 + minute }]
  }
  if (kind !== "date") return []
  return value.split("|").flatMap((one) => {
    const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(one) ?? []
    if (month === undefined || day === undefined) return []
    return [
      { kind, unit: "", value: Date.UTC(year === "-" ? LEAP : Number(year), Number(month) - 1, Number(day)) / MS }
    ]
  })
}

/** "9.20" may be a time of day. */
const CLOCK = /^([01]?\d|2[0-3])\.([0-5]\d)$/
const COUNTED: ReadonlySet<Fact["kind"]> = new Set(["money", "percent", "duration", "number"])
/** A year with every day of a calendar, for dates without one. */
const LEAP = 2024
/** Of a day. */
const MS = 86_400_000
