import { facts, sameFact, type Fact } from "../../text/facts.ts"
import { anchorDays, numberedDays, isOfOtherWeekday, withNamedDays, withRangeDays } from "./anchors.ts"
import { derivation, weekdayOrigin, derivedFigures, originText } from "./derivation.ts"
import { daySteps, figureReadings, namedMonths } from "./equal-figures.ts"

/** What a sentence may have its figures from. All texts are masked. */
export interface FigureEvidence {
  /** The sentences of sources and ticket that a verifier named for it. */
  evidence: readonly string[]
  /** What customer and team wrote. It states figures, too: "your exam on 10 October". */
  thread?: readonly string[]
  /** The day on which the letter is written, as YYYY-MM-DD. */
  today: string
  /** The sentences of the letter before it. What they state or work out may be reckoned with. */
  earlier: readonly string[]
  /** The sentence after it, which may show how its figure was worked out: "You pay £60. That is half of £120." */
  next?: string | undefined
}

export interface Derivable {
  isDerivable: boolean
  /** The first figure that no text states and that follows from others, and these, as the panel shows them. */
  from?: { words: string; says: string }
}

/**
 * Says whether every figure of a sentence that a verifier confirmed is stated by its evidence or follows from it by
 * plain reckoning, so that a model's word alone never lets a figure pass. It reckons with the figures of the sentence,
 * its evidence and the letter so far, and with today: working days, weekdays, months, sums, shares, counts, rates, and
 * what lies inside a band ("between 5 and 10 kg"). Of names, links and codes it says nothing.
 * @param language ISO 639-1 of the letter
 */
export function derivable(
  sentence: string,
  { evidence, thread = [], today, earlier, next = "" }: FigureEvidence,
  language: string | null
): Derivable {
  const own = reckoned(withNamedDays(withRangeDays(facts(sentence, language), sentence), today))
  const ofEvidence = evidence.flatMap((text) => figuresOf(text, language))
  const ofEarlier = earlier.flatMap((text) => figuresOf(text, language))
  const readings = [...evidence, ...earlier].flatMap((text) => readingsOf(text, language))
  const ofThread = thread.flatMap((text) => figuresOf(text, language))
  const statedFacts = [...ofEvidence, ...ofEarlier, ...readings, ...ofThread]
  const isStated = (fact: Fact) => statedFacts.some((one) => sameFact(one, fact) || isYearOf(fact, one))
  const bands = evidence.flatMap((text) => bandsIn(figuresOf(text, language), text))
  const missing = own.filter((fact) => !isStated(fact) && !bands.some((band) => isInside(fact, band)))
  if (missing.length === 0) return { isDerivable: true }
  const confirmed = own.filter((fact) => !missing.includes(fact))
  const dayNames = [...evidence, ...earlier].flatMap((text) => [
    ...facts(text, language),
    ...numberedDays(text, language)
  ])
  const anchors = anchorDays(dayFact(today), [...confirmed, ...dayNames])
  const operands = [
    ...confirmed,
    ...readingsOf(sentence, language),
    ...ofEvidence,
    ...readings,
    ...ofEarlier,
    ...[...evidence, ...thread].flatMap(namedMonths),
    ...anchors,
    ...figuresOf(next, language),
    ...readingsOf(next, language),
    ...ofThread
  ]
  const context = { anchors, sentence: own, year: Number(today.slice(0, 4)) }
  const derived = derivedFigures(missing, (fact, before) => originOf(fact, [...before, ...operands], context))
  const [first] = derived
  return {
    isDerivable: derived.length === missing.length,
    ...(first && { from: { words: first.fact.text, says: originText(first) } })
  }
}

/** "In 2023", of a day in 2023. */
const isYearOf = ({ kind, unit, value }: Fact, date: Fact): boolean =>
  kind === "number" && unit === "" && date.kind === "date" && String(date.value).startsWith(`${value}-`)

interface SentenceDays {
  /** Today, and the days that weekdays and ordinals mean. */
  anchors: readonly Fact[]
  /** All figures of the sentence. */
  sentence: readonly Fact[]
  year: number
}

function originOf(
  fact: Fact,
  operands: readonly Fact[],
  { anchors, sentence, year }: SentenceDays
): readonly Fact[] | undefined {
  if (fact.kind === "date" && isOfOtherWeekday(fact, sentence, year)) return undefined
  const day = anchors.find((one) => sameFact(one, fact))
  if (day) return [day]
  if (fact.kind === "weekday") return weekdayOrigin(fact, operands, year)
  return derivation(fact, operands, { year, isConfirmed: true })
}

const dayFact = (day: string): Fact => ({ kind: "date", value: day, unit: "", start: 0, end: 0, text: day })

const readingsOf = (text: string, language: string | null): Fact[] => [
  ...figureReadings(text, language),
  ...daySteps(text, language)
]

const figuresOf = (text: string, language: string | null): Fact[] =>
  reckoned(withRangeDays(facts(text, language), text))

/** Returns the figures that can be right or wrong by reckoning: no names, links and codes, and no "one" and "two". */
const reckoned = (all: readonly Fact[]): Fact[] =>
  all.filter(({ kind, unit, value }) => RECKONED.has(kind) && !(kind === "number" && unit === "" && Number(value) <= 2))

const RECKONED: ReadonlySet<Fact["kind"]> = new Set([
  "number",
  "money",
  "percent",
  "duration",
  "date",
  "weekday",
  "time"
])

/** Two figures of a kind that bound what lies between them. */
type Band = readonly [Fact, Fact]

/** Returns the pairs of figures that are side by side in a text: "between 5 and 10 kg", "Monday to Friday". */
function bandsIn(all: readonly Fact[], text: string): Band[] {
  return all.flatMap((one, at): Band[] => {
    const next = all[at + 1]
    const isBand =
      next?.kind === one.kind &&
      next.unit === one.unit &&
      next.start - one.end <= BETWEEN &&
      !/[.;]/.test(text.slice(one.end, next.start))
    return isBand ? [[one, next]] : []
  })
}

const BETWEEN = 12

/** What is measured, or a weekday, may lie inside a band. An amount or a time limit inside one is another promise. */
function isInside({ kind, unit, value }: Fact, [low, high]: Band): boolean {
  if (kind !== "weekday" && (kind !== "number" || unit === "")) return false
  const [from, to, own] = [Number(low.value), Number(high.value), Number(value)]
  return kind === low.kind && unit === low.unit && from <= own && own <= to
}
