import type { FactChange } from "../../ticket/rewrite.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import { dateFacts } from "../../text/dates.ts"
import { comparable, facts, sameFact, type Fact } from "../../text/facts.ts"
import type { ClaimedText, ClaimWord } from "../claim-words/claim-words.ts"
import { figureReadings } from "../figures/equal-figures.ts"
import { follows } from "../figures/follows.ts"

/**
 * Finds figures, dates, links and codes that only one of the texts states, and those that both state with another limit:
 * "at most 3 days" and "at least 3 days".
 */
export function changedFigures(before: ClaimedText, after: ClaimedText, language: string | null): FactChange[] {
  const [said, says] = [figuresOf(before.text, language), figuresOf(after.text, language)]
  const [readBefore, readAfter] = [readFigures(before.text, language), readFigures(after.text, language)]
  const [toldBefore, toldAfter] = [explaining(readBefore), explaining(readAfter)]
  const unheard = says.filter((fact) => !isStated(fact, toldAfter, said, toldBefore))
  const hasNewDay = unheard.some(({ kind }) => kind === "weekday")
  const unsaid = said.filter(
    (fact) => !isStated(fact, toldBefore, says, toldAfter) && (hasNewDay || !hasDateOf(fact, said, says))
  )
  // "Two for 6 euros" may be "a pair".
  const isClaimed = (fact: Fact) =>
    unsaid.length > 0 ||
    isOfAnotherDay(fact, says) ||
    !(fact.kind === "weekday" || (fact.kind === "number" && fact.unit === "" && !/\d/.test(fact.text)))
  const shares = changedShares(readBefore, readAfter)
  const { lost, gained } = withoutReckoned(
    [...unsaid, ...shares.lost],
    [...unheard.filter(isClaimed), ...shares.gained],
    { facts: said, readings: readBefore.readings },
    { facts: says, readings: readAfter.readings },
    same
  )
  return [
    ...paired(lost, gained).filter((change) => !isDayBefore(change, before, after)),
    ...changedLimits(said, says, before, after)
  ]
}

/** Finds figures that both texts state, but with limits on other sides. */
function changedLimits(said: Fact[], says: Fact[], before: ClaimedText, after: ClaimedText): FactChange[] {
  const limited = says.map((fact) => ({ fact, limit: limitOf(fact, after) }))
  const conflict = (one: Limit | undefined, other: Limit | undefined): boolean =>
    one !== undefined && other !== undefined && one.side !== other.side && one.denied !== other.denied
  return limited.flatMap(({ fact, limit: own }): FactChange[] => {
    const equal = said.filter((one) => same(one, fact))
    const exact = equal.filter(({ kind, unit }) => kind === fact.kind && unit === fact.unit)
    const alike = exact.length > 0 ? exact : equal
    // "Up to 500" may be said as "500 or less" and, for what is above it, as "more than 500".
    const isKept = (one: Fact) => {
      const limit = limitOf(one, before)
      const keeps = (each: Fact) => each.kind === one.kind && each.unit === one.unit && same(each, one)
      return limited.some((each) => each.limit && limit && keeps(each.fact) && !conflict(each.limit, limit))
    }
    const isChanged = (one: Fact) => conflict(own, limitOf(one, before)) && !isKept(one)
    return alike.length === 0 || !alike.every(isChanged)
      ? []
      : [{ kind: "limit", before: spanOf(alike[0] ?? fact), after: spanOf(fact) }]
  })
}

/** Says whether two days bound the same: "avant le 5 mai" and "au plus tard le 4 mai". */
function isDayBefore(change: FactChange, before: ClaimedText, after: ClaimedText): boolean {
  if (!change.before || !change.after) return false
  const bounds = [
    [change.before, before],
    [change.after, after]
  ] as const
  const days = bounds.map(([{ start, end }, text]) => {
    const word = text.words.findLast((one) => one.end <= start && start - one.end <= REACH && BOUND.has(one.kind))
    const date = dateFacts(text.text.slice(start, end))[0]?.value
    const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(String(date)) ?? []
    if (!word || day === undefined) return undefined
    return Date.UTC(Number(year) || LEAP, Number(month) - 1, Number(day) - (word.kind === "order-before" ? 1 : 0))
  })
  return days[0] !== undefined && days[0] === days[1]
}

const BOUND: ReadonlySet<ClaimWord["kind"]> = new Set(["order-before", "order-until", "limit-latest"])
/** A year with every day of a calendar. */
const LEAP = 2024

/** Returns the date that a weekday is said of: "Monday, 3 May". */
const dateBeside = (fact: Fact, own: readonly Fact[]): Fact | undefined =>
  fact.kind === "weekday"
    ? own.find(({ kind, start, end }) => kind === "date" && start - fact.end <= NEAR && fact.start - end <= NEAR)
    : undefined

/** A weekday may be left out where the other text has its date. */
function hasDateOf(fact: Fact, own: readonly Fact[], others: readonly Fact[]): boolean {
  const date = dateBeside(fact, own)
  return date !== undefined && others.some((one) => one.kind === "date" && same(one, date))
}

/** Says whether a weekday is none of the date beside it, where that has a year. */
function isOfAnotherDay(fact: Fact, own: readonly Fact[]): boolean {
  const dates = String(dateBeside(fact, own)?.value).split("|")
  const days = dates.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date)).map((date) => new Date(date).getUTCDay() || 7)
  return days.length > 0 && !days.includes(Number(fact.value))
}

/** In characters. Between a weekday and its date there may be ", the " or a bracket. */
const NEAR = 6

/** What a text states in figures, and what its words may say as figures. */
export interface ReadFigures {
  facts: readonly Fact[]
  readings: readonly Fact[]
}

/** @param language ISO 639-1 */
export const readFigures = (text: string, language: string | null): ReadFigures => ({
  facts: facts(text, language),
  readings: figureReadings(text, language)
})

/** What may explain a figure of the other text: further readings, and what counts nothing by itself ("one litre"). */
const explaining = ({ facts: stated, readings }: ReadFigures): Fact[] => [
  ...readings,
  ...stated.filter(({ kind, value }) => kind === "number" && value === 1)
]

/**
 * Says whether the other text states a figure, in figures or as one of its readings. What both texts have as a reading
 * alone explains nothing: "1.5" may be a date in both, and be followed by another unit.
 */
function isStated(fact: Fact, readings: readonly Fact[], there: readonly Fact[], others: readonly Fact[]): boolean {
  if (there.some((one) => same(one, fact)) || others.some((one) => same(one, fact))) return true
  return readings.some(
    (reading) =>
      reading.start <= fact.start &&
      reading.end >= fact.end &&
      there.some((one) => (one.kind === reading.kind || reading.kind === "time") && same(one, reading))
  )
}

/** Finds a half or third in words that the other text has neither in words nor in figures. */
export function changedShares(before: ReadFigures, after: ReadFigures): { lost: Fact[]; gained: Fact[] } {
  const [said, says] = [sharesIn(before), sharesIn(after)]
  const valuesOf = (shares: Fact[], { facts: stated }: ReadFigures) =>
    new Set([...shares, ...stated.filter(({ kind }) => kind === "percent")].map(({ value }) => value))
  const [told, tells] = [valuesOf(said, before), valuesOf(says, after)]
  return { lost: said.filter(({ value }) => !tells.has(value)), gained: says.filter(({ value }) => !told.has(value)) }
}

/** "Half" is a share, and "half an hour" and "half past two" aren't. */
function sharesIn({ facts: stated, readings }: ReadFigures): Fact[] {
  const shares = readings.filter(({ kind, value }) => kind === "percent" && SHARES.has(value))
  if (shares.length === 0) return []
  const others = [...stated, ...readings.filter(({ kind }) => kind !== "percent")]
  const taken = new Uint8Array(Math.max(...shares.map(({ end }) => end)))
  for (const { start, end } of others) taken.fill(1, start, end)
  return shares.filter(({ start, end }) => taken.subarray(start, end).every((each) => each === 0))
}

/** "A quarter" may be a part of a year, and "un cuarto" is a room. */
const SHARES: ReadonlySet<Fact["value"]> = new Set([50, 33])

/** Shows a figure beside the one that took its place. */
export function paired(lost: Fact[], gained: Fact[]): FactChange[] {
  const free = new Set(gained)
  const gone = lost.map((fact): FactChange => {
    const instead = [...free].find((one) => comparable(fact, one))
    if (instead) free.delete(instead)
    return { kind: kindOf(fact), before: spanOf(fact), ...(instead && { after: spanOf(instead) }) }
  })
  return [...gone, ...[...free].map((fact) => ({ kind: kindOf(fact), after: spanOf(fact) }))]
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
export const kindOf = ({ kind }: Fact): FactChange["kind"] => (kind === "link" || kind === "email" ? "link" : "figure")

/** "One of them" counts nothing. */
export const figuresOf = (text: string, language: string | null): Fact[] =>
  facts(withoutListNumbers(text), language).filter(
    ({ kind, value, text: words }) =>
      kind !== "name" &&
      !(kind === "number" && value === 1 && !/\d/.test(words)) &&
      !(kind === "ordinal" && !/\d/.test(words))
  )

/** The numbers of a list's items count nothing, nor do those of "Step 2:". */
const withoutListNumbers = (text: string): string => text.replace(LIST_NUMBER, (number) => " ".repeat(number.length))

const LIST_NUMBER =
  /^[ \t]*\d{1,2}[.)](?=\s)|(?<!\p{L})(?:step|schritt|étape|paso|passo|手順|ステップ) ?\d{1,2}[.)]?(?=[ \t]?[:：–—-])/gimu

/** Also "the 6th" and "6 September", "11 am" and "11" say the same. */
export const same = (a: Fact, b: Fact): boolean => sameFact(a, b) || isPart(a, b) || isPart(b, a)

function isPart(a: Fact, b: Fact): boolean {
  if (/^\d{1,2} ?h$/i.test(a.text)) return b.kind === "time" && numbersIn(String(b.value))[0] === numbersIn(a.text)[0]
  if (a.kind !== "ordinal" && (a.kind !== "number" || a.unit !== "")) return false
  if (b.kind !== "date" && b.kind !== "time" && b.kind !== "ordinal") return false
  const own = numbersIn(a.text)
  if (own.length === 2) return own.every((number) => numbersIn(String(b.value)).includes(number))
  if (b.kind !== "time") return numbersIn(b.text).includes(Number(a.value))
  const [hour, minute] = numbersIn(String(b.value))
  return minute === 0 && [hour, numbersIn(b.text)[0]].includes(Number(a.value))
}

const numbersIn = (text: string): number[] => Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits))

type Side = "most" | "least"
interface Limit {
  side: Side
  /** What a denial before it may make of it. */
  denied: Side
}

/** Returns on which side the nearest limit bounds a figure. */
function limitOf({ start, end }: Fact, { text, words }: ClaimedText): Limit | undefined {
  const before = words.findLast(
    (word) =>
      SIDES[word.kind] !== undefined &&
      word.start < start &&
      !BREAK.test(text.slice(word.end, start)) &&
      start - word.end <= REACH
  )
  const behind = words.find(
    (word) =>
      /^limit-(?:latest|most|least)$/.test(word.kind) &&
      word.start >= end &&
      word.start - end <= REACH_BEHIND &&
      !BREAK.test(text.slice(end, word.start)) &&
      // "From the 1st up to and including the 3rd" bounds the 3rd.
      !/^[^.!?;:,\n。！？、]{0,18}\d/u.test(text.slice(word.end))
  )
  const word = behind ?? before
  const side = word && SIDES[word.kind]
  if (!word || !side) return undefined
  // "At the latest 14 days before" is "at least 14 days before".
  const isBefore = words.some((one) => one.kind === "order-before" && one.start >= end && one.start - end < 3)
  if (word.kind === "limit-latest" && isBefore) return { side: "least", denied: "least" }
  return { side, denied: (word.denied && SIDES[word.denied]) ?? side }
}

/** In characters. */
const REACH = 14
const REACH_BEHIND = 12
const BREAK = /[.!?;:,\n。！？]|\d/u
const SIDES: Partial<Record<ClaimWord["kind"], Side>> = {
  "limit-latest": "most",
  "limit-most": "most",
  "limit-within": "most",
  "limit-under": "most",
  "order-until": "most",
  "order-before": "most",
  "limit-least": "least",
  "limit-over": "least",
  "order-after": "least"
}

/** The figures of one text, and what its words may say as figures. */
interface Operands {
  facts: readonly Fact[]
  readings: readonly Fact[]
}

/**
 * Leaves out figures that follow from others by plain reckoning: "a quarter of an hour before 9.20" may be "9.05", half
 * of £27.50 £13.75, and the 30 minutes from 12:45 to 13:15 may be named or not. Of the two figures that one follows
 * from, one at least stands in both texts. A figure in the place of another of its kind is never excused: that it can
 * be reckoned may be chance.
 */
function withoutReckoned(
  lost: readonly Fact[],
  gained: readonly Fact[],
  said: Operands,
  says: Operands,
  same: (a: Fact, b: Fact) => boolean
): { lost: Fact[]; gained: Fact[] } {
  if (lost.length + gained.length === 0 || lost.length + gained.length > MOST)
    return { lost: [...lost], gained: [...gained] }
  const remaining = says.facts.filter((fact) => !gained.includes(fact) && said.facts.some((one) => same(one, fact)))
  const excused = new Set<Fact>()
  const excuse = (own: readonly Fact[], others: readonly Fact[], other: Operands) => {
    for (const fact of own) {
      if (others.some((one) => comparable(fact, one))) continue
      const terms = [...remaining, ...others, ...other.readings.filter(isRelation)]
      for (const base of remaining)
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
