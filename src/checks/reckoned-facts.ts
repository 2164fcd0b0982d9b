import type { Fact } from "../text/facts.ts"
import type { Claim } from "../ticket/draft.ts"
import { statesFact, type Evidence, type EvidenceMatch, type EvidenceUnit } from "./evidence/evidence.ts"
import { figureReadings } from "./figures/equal-figures.ts"
import { follows, weekdaysOf } from "./figures/follows.ts"

/** A figure of a sentence that nobody gave, and the two that it follows from. */
export interface ReckonedFact {
  fact: Fact
  from: [Fact, Fact]
}

/**
 * Finds figures of a sentence that stand nowhere but follow from two that do, as a good letter reckons for its
 * customer: "£19" for half of their £38, "10 July" for 120 days after their 12 March, and the weekday of a date. The
 * two come from the sentence, the ticket and the source sentences that are nearest: never both from sources, and never
 * both from the thread, because what two figures of a page happen to make is no answer to this customer.
 * @param matches what shares words with the sentence, best first
 */
export function reckonedFacts(
  sentence: string,
  own: readonly Fact[],
  matches: readonly EvidenceMatch[],
  evidence: Evidence
): ReckonedFact[] {
  if (!own.some(({ kind }) => RECKONED.has(kind))) return []
  const near = new Set([...evidence.nearestTo(sentence).units, ...matches.slice(0, 1).map(({ unit }) => unit)])
  const ticket = evidence.units.filter(({ n }) => n === 0)
  const isOfMoney = own.some(({ kind }) => kind === "money")
  const canBeReckoned = ({ kind, unit }: Fact) => RECKONED.has(kind) || (isOfMoney && kind === "number" && unit === "")
  const unstated = own.filter((fact) => canBeReckoned(fact) && !statesFact([...near, ...ticket], fact))
  if (unstated.length === 0) return []
  const stated = own.filter((fact) => !unstated.includes(fact) || statesFact(evidence.units, fact))
  const isRelation = ({ kind }: Fact) => kind === "percent" || kind === "duration"
  const readings = (text: string) => figureReadings(text, evidence.language).filter(isRelation)
  const ticketFacts = ticket.flatMap((unit) => unit.facts)
  const inSentence = [...stated, ...readings(sentence)]
  const figuresOf = (units: Iterable<EvidenceUnit>) =>
    [...units]
      .filter(({ n, foreign }) => n > 0 && !foreign)
      .flatMap((unit) => [...unit.facts, ...readings(unit.text)])
      .slice(0, MOST)
  const groups = new Set([...near].map(({ group }) => group))
  const sources = {
    near: figuresOf(near),
    passages: figuresOf(evidence.units.filter(({ group }) => groups.has(group))).filter(isRelation)
  }
  const [today] = evidence.today
  const year = today && Number(String(today.value).slice(0, 4))
  const results: ReckonedFact[] = []
  // What was reckoned may be reckoned with: "£5.20 plus £24.50, £29.70 in all".
  for (let left = unstated, before = -1; before !== results.length && left.length > 0; ) {
    before = results.length
    for (const fact of left) {
      const here = [...results.map((one) => one.fact), ...inSentence]
      const fromToday = fact.kind === "duration" ? evidence.today : []
      const from = operandsOf(fact, here, [...ticketFacts, ...fromToday].slice(-MOST), sources, year)
      if (from && isOfThisTime(fact, year)) results.push({ fact, from })
    }
    left = unstated.filter((fact) => !results.some((one) => one.fact === fact))
  }
  return results
}

/** Names and links can't be reckoned, and bare numbers only beside an amount. */
const RECKONED: ReadonlySet<Fact["kind"]> = new Set(["money", "date", "time", "duration", "weekday"])
/** In figures of each side. A longer thread isn't reckoned through. */
const MOST = 60

/** A date without a year says nothing of the year of one that is reckoned from it. */
function isOfThisTime({ kind, value }: Fact, thisYear: number | undefined): boolean {
  const year = kind === "date" ? Number(/^\d{4}/.exec(String(value))?.[0]) : Number.NaN
  return Number.isNaN(year) || thisYear === undefined || Math.abs(year - thisYear) <= 1
}

/** With a date of its own, a sentence reckons from that, and not from another one in the thread. */
function operandsOf(
  fact: Fact,
  here: readonly Fact[],
  told: readonly Fact[],
  { near, passages }: { near: readonly Fact[]; passages: readonly Fact[] },
  year: number | undefined
): [Fact, Fact] | undefined {
  const ofCase = [...here, ...told]
  if (fact.kind === "weekday") {
    const date = here.find((one) => one.kind === "date" && weekdaysOf(one, year).includes(Number(fact.value)))
    return date && [date, date]
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

/** Says from what the first figure was reckoned, so that the agent can reckon it again. */
export function withReckoning<Verdict extends Pick<Claim, "state">>(
  verdict: Verdict,
  [first]: readonly ReckonedFact[]
): Verdict & Pick<Claim, "words" | "says"> {
  if (!first || verdict.state !== "supported") return verdict
  const from = [...new Set(first.from.map(({ text }) => text))].join(" · ")
  return { ...verdict, words: first.fact.text, says: from }
}

/**
 * Leaves out what was reckoned, and the customer's figures that it was reckoned from: these stand in no other one's
 * place.
 */
export function withoutReckonedWith(
  own: readonly Fact[],
  reckoned: readonly ReckonedFact[],
  units: readonly EvidenceUnit[]
): Fact[] {
  const customerUnits = units.filter(({ kind }) => kind === "customer")
  return own.filter(
    (one) => !reckoned.some(({ fact, from }) => fact === one || (from.includes(one) && statesFact(customerUnits, one)))
  )
}
