import { sameFact, type Fact } from "../text/facts.ts"
import type { Claim } from "../ticket/draft.ts"
import { statesFact, type Evidence, type EvidenceMatch, type EvidenceUnit } from "./evidence/evidence.ts"
import { anchorDays, isBeside, isOfOtherWeekday } from "./figures/anchors.ts"
import { derivation, weekdayOrigin, derivedFigures, originText, type DerivedFigure } from "./figures/derivation.ts"
import { daySteps, figureReadings } from "./figures/equal-figures.ts"
import { follows } from "./figures/follows.ts"
import { pointsOf, weekdaysOf } from "./figures/points.ts"
import { onceEach } from "../text/memo/text-memory.ts"

/** What a sentence may reckon with, besides its sources and the ticket. */
export interface ReckoningContext {
  /** What shares words with the sentence, best first. */
  matches: readonly EvidenceMatch[]
  /** What earlier sentences of the letter stated or worked out. */
  earlier: readonly Fact[]
  /** The figure that an example begins with, which nobody gave. */
  assumed: readonly Fact[]
  /** Figures that a source states, but that may have been worked out instead. */
  doubted?: readonly Fact[]
}

/**
 * Finds figures of a sentence that no text states but that follow from others that do, as a good letter reckons for its
 * customer: "£19" for half of their £38, "10 July" for 120 days after their 12 March, "Monday 17 May" for the next
 * working day, and the weekday of a date. They come from the sentence, the ticket, today, the letter so far and the
 * source sentences that are nearest: never all from sources, and never all from the thread, because what two figures of
 * a page happen to make is no answer to this customer.
 */
export function reckonedFacts(
  sentence: string,
  own: readonly Fact[],
  { matches, earlier, assumed, doubted = [] }: ReckoningContext,
  evidence: Evidence
): DerivedFigure[] {
  if (!own.some(({ kind }) => RECKONED.has(kind))) return []
  const near = new Set([...evidence.nearestTo(sentence).units, ...matches.slice(0, 1).map(({ unit }) => unit)])
  const alike = matches.slice(0, FEW).map(({ unit }) => unit)
  const ticket = evidence.units.filter(({ n }) => n === 0)
  const isOfMoney = own.some(({ kind }) => kind === "money")
  const canBeReckoned = ({ kind, unit }: Fact) => RECKONED.has(kind) || (isOfMoney && kind === "number" && unit === "")
  const unstated = own.filter(
    (fact) => canBeReckoned(fact) && (doubted.includes(fact) || !statesFact([...near, ...ticket], fact))
  )
  if (unstated.length === 0) return []
  const isStated = (fact: Fact) =>
    !unstated.includes(fact) || (!doubted.includes(fact) && statesFact(evidence.units, fact))
  const pools = poolsOf(sentence, [...own.filter(isStated), ...assumed], { near, alike, ticket, earlier, evidence })
  return derivedFigures(unstated, (fact, derived) => {
    if (!isOfThisTime(fact, pools.year)) return undefined
    const from = originOf(fact, { ...pools, here: [...derived, ...pools.here], sentence: own })
    // What a source says of something else is doubted only for a time that the customer's own days make.
    return doubted.includes(fact) && !from?.some(({ kind }) => kind === "date") ? undefined : from
  })
}

/** Names and links can't be reckoned, and bare numbers only beside an amount. */
const RECKONED: ReadonlySet<Fact["kind"]> = new Set(["money", "date", "time", "duration", "weekday"])
/** In figures of each side. A longer thread isn't reckoned through. */
const MOST = 60
/** So many of the units that share most words lead to a passage whose periods count. */
const FEW = 3
/** Of the letter so far. */
const MOST_EARLIER = 20

interface Pools {
  /** What the sentence has from somewhere, and what it worked out. */
  here: readonly Fact[]
  ticket: readonly Fact[]
  earlier: readonly Fact[]
  near: readonly Fact[]
  /** Shares and periods of the passages around it. */
  passages: readonly Fact[]
  /** What the passages state in words only. */
  worded: readonly Fact[]
  /** Today, and the days that weekdays of the ticket and the sentence mean. */
  anchors: readonly Fact[]
  today: readonly Fact[]
  year: number | undefined
}

const isRelation = ({ kind }: Fact) => kind === "percent" || kind === "duration"

function poolsOf(
  sentence: string,
  stated: readonly Fact[],
  parts: {
    near: Set<EvidenceUnit>
    alike: readonly EvidenceUnit[]
    ticket: readonly EvidenceUnit[]
    earlier: readonly Fact[]
    evidence: Evidence
  }
): Pools {
  const { near, ticket, evidence } = parts
  const { language } = evidence
  const readings = (text: string) => [...figureReadings(text, language).filter(isRelation), ...daySteps(text, language)]
  const wordsOf = onceEach(({ text }: EvidenceUnit) => readings(text))
  const isRead = ({ n, foreign }: EvidenceUnit) => n > 0 && !foreign
  const figuresOf = (units: readonly EvidenceUnit[]) =>
    units
      .filter(isRead)
      .flatMap((unit) => [...unit.facts, ...wordsOf(unit)])
      .slice(0, MOST)
  const groups = new Set([...near, ...parts.alike].map(({ group }) => group))
  const around = evidence.units.filter(({ group }) => groups.has(group))
  const ticketFacts = ticket.flatMap((unit) => unit.facts).slice(-MOST)
  const [today] = evidence.today
  return {
    here: [...stated, ...readings(sentence)],
    ticket: ticketFacts,
    earlier: parts.earlier.slice(-MOST_EARLIER),
    near: figuresOf([...near]),
    passages: figuresOf(around).filter(isRelation),
    worded: around.filter(isRead).flatMap(wordsOf),
    anchors: today ? anchorDays(today, [...stated, ...ticketFacts]) : [],
    today: evidence.today,
    year: today && Number(String(today.value).slice(0, 4))
  }
}

/** A date without a year says nothing of the year of one that is reckoned from it. */
function isOfThisTime({ kind, value }: Fact, thisYear: number | undefined): boolean {
  const year = kind === "date" ? Number(/^\d{4}/.exec(String(value))?.[0]) : Number.NaN
  return Number.isNaN(year) || thisYear === undefined || Math.abs(year - thisYear) <= 1
}

function originOf(fact: Fact, pools: Pools & { sentence: readonly Fact[] }): readonly Fact[] | undefined {
  if (fact.kind === "date" && isOfOtherWeekday(fact, pools.sentence, pools.year)) return undefined
  // A figure doesn't follow from itself: "£5" is no 100 % of £5.
  const others = { ...pools, here: pools.here.filter((one) => one !== fact && !sameFact(one, fact)) }
  // "A working day longer" is one working day.
  const worded = pools.worded.find((one) => one.kind === "duration" && sameFact(one, fact))
  if (worded) return [worded]
  return operandsOf(fact, others) ?? dayOrigin(fact, others) ?? periodOrigin(fact, others) ?? amountOrigin(fact, others)
}

/** With a figure of its own, a sentence reckons from that, and not from another one in the thread. */
function operandsOf(fact: Fact, { here, ticket, near, passages, today, year }: Pools): readonly Fact[] | undefined {
  const ofCase = [...here, ...ticket, ...(fact.kind === "duration" ? today : [])]
  if (fact.kind === "weekday") {
    const date = here.find((one) => one.kind === "date" && weekdaysOf(one, year).includes(Number(fact.value)))
    return date && [date]
  }
  const own = here.filter(({ kind }) => kind === (fact.kind === "number" ? "money" : fact.kind))
  for (const one of own.length > 0 ? own : ofCase) {
    // What two figures of a long thread happen to make was hardly meant.
    const terms = here.includes(one) ? ofCase : here
    const other =
      terms.find((each) => each !== one && follows(fact, one, each, { isSummed: true, year })) ??
      near.find((each) => follows(fact, one, each, { year }) || follows(fact, each, one, { year })) ??
      // A term may stand further off in the passage, if the sentence itself says what it is counted from.
      passages.find((each) => own.length > 0 && follows(fact, one, each, { year }))
    if (other) return [one, other]
  }
  return undefined
}

/**
 * A day is today, or one that a weekday means, or lies a period of the sources before or after such a day: "the working
 * day after the next one", too. A sentence with a date of its own reckons from that.
 */
function dayOrigin(fact: Fact, pools: Pools & { sentence: readonly Fact[] }): readonly Fact[] | undefined {
  const { here, ticket, earlier, near, passages, anchors, year } = pools
  if (fact.kind !== "date" && fact.kind !== "weekday") return undefined
  const isDay = ({ kind }: Fact) => kind === "date"
  const isPeriod = ({ kind }: Fact) => kind === "duration"
  const same = anchors.find((one) => sameFact(one, fact))
  if (same) return [same]
  if (here.some(isDay) || (fact.kind === "weekday" && pools.sentence.some((one) => isDay(one) && isBeside(one, fact))))
    return undefined
  const days = [...anchors, ...[...earlier, ...ticket].filter(isDay)]
  const terms = [...here, ...near].filter(isPeriod)
  if (fact.kind === "weekday") return weekdayOrigin(fact, [...days, ...terms], year)
  for (const day of days) {
    // What only a source says shows until when, and not when something was.
    const periods = [...here, ...(isLater(fact, day, year) ? [...near, ...passages] : [])].filter(isPeriod)
    const term = periods.find((one) => follows(fact, day, one, { year }))
    if (term) return [day, term]
  }
  const steps = [...terms, ...passages].filter(isStep)
  return steps.length > 1 ? twoStepsFrom(anchors, fact, steps, year) : undefined
}

/** Says whether a date lies within half a year after another. Further off it may as well be one of the year before. */
const isLater = (fact: Fact, day: Fact, year: number | undefined): boolean =>
  pointsOf(fact, year).some((one) =>
    pointsOf(day, year).some((other) => one.value > other.value && one.value - other.value <= HALF_YEAR)
  )

/** In days. */
const HALF_YEAR = 183

/** One day or one working day. */
const isStep = ({ kind, unit, value }: Fact): boolean =>
  kind === "duration" && ((unit === "business-day" && value === 1) || (unit === "hour" && value === 24))

function twoStepsFrom(
  days: readonly Fact[],
  fact: Fact,
  [first, second]: readonly Fact[],
  year: number | undefined
): readonly Fact[] | undefined {
  if (!first || !second) return undefined
  const both = { ...first, value: Number(first.value) * 2, text: `${first.text} · ${second.text}` }
  const day = days.find((one) => follows(fact, one, both, { year }))
  return day && [day, both]
}

/**
 * A period is the time between today and a day of the ticket, or how often one amount of the sentence is in another
 * one.
 */
function periodOrigin(fact: Fact, { here, ticket, anchors, today, year }: Pools): Fact[] | undefined {
  if (fact.kind !== "duration") return undefined
  const days = [...ticket, ...anchors].filter(({ kind }) => kind === "date")
  for (const now of today) {
    const day = days.find((one) => one !== now && follows(fact, one, now, { year }))
    if (day) return [now, day]
  }
  return derivation(
    fact,
    here.filter(({ kind }) => kind === "money" || kind === "duration"),
    { year }
  )
}

/**
 * An amount is made of two figures of the sentence and the letter so far, or of two and a share or period around them.
 */
function amountOrigin(fact: Fact, { here, earlier, near, passages, year }: Pools): Fact[] | undefined {
  if (fact.kind !== "money") return undefined
  const ofLetter = [...here, ...earlier]
  for (const one of here) {
    const other = ofLetter.find((each) => each !== one && follows(fact, one, each, { isSummed: true, year }))
    if (other) return [one, other]
  }
  for (const one of earlier) {
    const other = near.find((each) => follows(fact, one, each, { isSummed: true, year }))
    if (other) return [one, other]
  }
  const amounts = here.filter(({ kind }) => kind === "money")
  if (here.length < 2 || amounts.length === 0) return undefined
  return derivation(fact, [...here, ...[...near, ...passages, ...earlier].filter(isRelation)], { year })
}

/** Says from what the first figure was reckoned, so that the agent can reckon it again. */
export function withReckoning<Verdict extends Pick<Claim, "state">>(
  verdict: Verdict,
  [first]: readonly DerivedFigure[]
): Verdict & Pick<Claim, "words" | "says"> {
  if (!first || (verdict.state !== "supported" && verdict.state !== "near")) return verdict
  return { ...verdict, words: first.fact.text, says: originText(first) }
}

/**
 * Leaves out what was reckoned, and the customer's figures that it was reckoned from: these stand in no other one's
 * place.
 */
export function withoutReckonedWith(
  own: readonly Fact[],
  reckoned: readonly DerivedFigure[],
  units: readonly EvidenceUnit[]
): Fact[] {
  const customerUnits = units.filter(({ kind }) => kind === "customer")
  return own.filter(
    (one) => !reckoned.some(({ fact, from }) => fact === one || (from.includes(one) && statesFact(customerUnits, one)))
  )
}
