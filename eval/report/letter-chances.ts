import { LEAST_CHANCE } from "../../src/search/rank/chance-of-answer.ts"
import type { AnswerSignals } from "../../src/ticket/draft.ts"
import type { Judged } from "./letters.ts"
import type { Pass, Row } from "./row.ts"

/**
 * Fits the weights of the signals and chooses the threshold of sure letters on all companies but one, and returns how
 * the letters of that one would have been sorted, the mean of all, and how far those chances can be relied on.
 */
export function leaveOneOut(judged: readonly Judged[], companies: readonly string[], pass: Pass): Row[] {
  const set = "letters, weights and threshold of the other three"
  const chances: Judged[] = []
  const shares = companies.map((company) => {
    const others = judged.filter((one) => one.company !== company)
    const weights = fittedTo(others)
    const own = judged.filter((one) => one.company === company)
    for (const one of own) chances.push({ ...one, chance: one.signals ? chanceBy(weights, one.signals) : one.chance })
    return { company, ...sortedBy(own, weights, thresholdOf(others, weights, companies)) }
  })
  const sorted = METRICS.flatMap(([key, metric]): Row[] => [
    { set, metric, figure: meanOf(shares.map((one) => one[key])), ...pass },
    ...shares.map((one): Row => ({ set, metric: `${metric}: ${one.company}`, figure: one[key], ...pass, detail: true }))
  ])
  return [...sorted, ...reliability(chances, pass, "letters, reliability of a chance fitted to the other three")]
}

/** Returns how often the main page is the right one, for letters of similar chance. A ticket that nothing answers counts as wrong. */
export function reliability(judged: readonly Judged[], pass: Pass, set = "letters, reliability of the chance"): Row[] {
  return BINS.flatMap((from, at): Row[] => {
    const to = BINS[at + 1] ?? 1.01
    const own = judged.filter(({ signals, chance }) => signals && chance >= from && chance < to)
    if (own.length === 0) return []
    const whole = own.reduce((sum, one) => sum + shareOf(one), 0)
    const right = own.reduce((sum, one) => sum + (one.mainRight ? shareOf(one) : 0), 0) / whole
    const said = own.reduce((sum, one) => sum + one.chance * shareOf(one), 0) / whole
    const metric = `${own.length} letters with a chance of ${percent(from)} to ${percent(Math.min(to, 1))}, ${percent(said)} on average: right page`
    return [{ set, metric, figure: right, ...pass }]
  })
}

const BINS = [0, 0.1, 0.2, 0.4, 0.6, 0.8]
const percent = (share: number) => `${Math.round(share * 100)} %`

/** Half of all tickets have an answer, as three in ten have none and two in ten miss just the page they need. */
const SHARES = { answer: 0.5, refuse: 0.3, removed: 0.2 } as const
const COUNTS = { answer: 35, refuse: 10, removed: 35 } as const
const shareOf = ({ kind }: Judged) => SHARES[kind] / COUNTS[kind]

type Weights = [number, number, number, number, number]

const inputsOf = ({ chance, page, window, absent }: AnswerSignals): Weights => [1, chance, page, window, absent]

const chanceBy = (weights: Weights, signals: AnswerSignals) =>
  1 / (1 + Math.exp(-inputsOf(signals).reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)))

/** Returns the weights of a logistic regression, by gradient descent with a small penalty on large weights. */
function fittedTo(judged: readonly Judged[]): Weights {
  const rows = judged.flatMap((one) =>
    one.signals
      ? [{ inputs: inputsOf(one.signals), signals: one.signals, right: one.mainRight, share: shareOf(one) }]
      : []
  )
  const total = rows.reduce((sum, { share }) => sum + share, 0)
  let weights: Weights = [0, 0, 0, 0, 0]
  for (let step = 0; step < STEPS; step++) {
    const gradient = [0, 0, 0, 0, 0]
    for (const { inputs, signals, right, share } of rows) {
      const error = (share / total) * (Number(right) - chanceBy(weights, signals))
      inputs.forEach((input, at) => {
        gradient[at] = (gradient[at] ?? 0) + error * input
      })
    }
    weights = weights.map(
      (weight, at) => weight + RATE * ((gradient[at] ?? 0) - (at ? PENALTY * weight : 0))
    ) as Weights
  }
  return weights
}

const STEPS = 20_000
const RATE = 1
const PENALTY = 0.0005

interface Sorted {
  sure: number
  right: number
  unanswerable: number
  removed: number
}

const METRICS = [
  ["sure", "answerable tickets with a sure letter"],
  ["right", "sure letters from the right page"],
  ["unanswerable", "unanswerable tickets without a letter"],
  ["removed", "its pages removed, no letter"]
] as const

function sortedBy(judged: readonly Judged[], weights: Weights, threshold: number): Sorted {
  const isSure = ({ signals }: Judged) =>
    signals !== undefined && signals.chance >= LEAST_CHANCE && chanceBy(weights, signals) >= threshold
  const share = (some: readonly Judged[], holds: (one: Judged) => boolean) =>
    some.filter(holds).length / Math.max(1, some.length)
  const of = (kind: Judged["kind"]) => judged.filter((one) => one.kind === kind)
  return {
    sure: share(of("answer"), isSure),
    right: share(of("answer").filter(isSure), ({ right }) => right),
    unanswerable: share(of("refuse"), (one) => !isSure(one)),
    removed: share(of("removed"), (one) => !isSure(one))
  }
}

/**
 * Returns the threshold that misses each of the four aims least or passes it furthest, on average over the companies: one
 * that barely reaches an aim here doesn't reach it elsewhere. The threshold of the product was chosen likewise.
 */
function thresholdOf(judged: readonly Judged[], weights: Weights, companies: readonly string[]): number {
  const margin = (threshold: number) => {
    const all = companies.flatMap((company) => {
      const own = judged.filter((one) => one.company === company)
      return own.length ? [sortedBy(own, weights, threshold)] : []
    })
    return Math.min(...METRICS.map(([key]) => meanOf(all.map((one) => one[key])) - AIMS[key]))
  }
  const cuts = Array.from({ length: 91 }, (_one, at) => 0.05 + at * 0.01).map((cut) => ({ cut, margin: margin(cut) }))
  return cuts.reduce((best, one) => (one.margin > best.margin ? one : best)).cut
}

const AIMS: Sorted = { sure: 0.75, right: 0.9, unanswerable: 0.75, removed: 0.6 }

const meanOf = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length)
