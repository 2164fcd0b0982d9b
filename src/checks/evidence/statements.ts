import type { Fact, FactKind } from "../../text/facts.ts"
import { statesFact, type EvidenceMatch, type EvidenceUnit, type Evidence } from "./evidence.ts"

export interface Statement {
  match: EvidenceMatch
  /** The share of the sentence's words and figures that stand there, from 0 to 1. */
  covered: number
}

/**
 * Returns what supports the sentence, best first: a source sentence (with the text that it continues) that shares two
 * of its words or figures, and a quarter of all. One shared word is chance among one shop's pages, however short the
 * sentence, and so are words from two items of a list.
 */
export function statements(matches: EvidenceMatch[], own: readonly Fact[]): Statement[] {
  const figures = own.filter((fact) => fact.kind !== "name")
  const scored = matches.map((match) => {
    const held = figures.filter((fact) => statesFact(match.near, fact)).length
    const enough = match.sharedAround + held >= Math.min(SHARED, match.words + figures.length)
    return {
      match,
      covered: enough ? (match.sharedAround + FIGURE * held) / (match.words + FIGURE * figures.length) : 0
    }
  })
  return scored
    .filter(({ match, covered }) => covered >= (isAsked(match.unit) ? REPEATED : COVERED))
    .sort((a, b) => b.covered - a.covered)
}

/** A customer's question states nothing, so it supports only a sentence that repeats it. */
const isAsked = ({ kind, text }: EvidenceUnit): boolean =>
  kind === "customer" && /[?？]["'”’»)\]\s]*$|か。?$/u.test(text)
const REPEATED = 0.75

const COVERED = 0.25
const SHARED = 2
/** The number of words that a figure weighs as much as. */
const FIGURE = 2

/** Returns the best match of each passage or message. */
export function onePerGroup(matches: EvidenceMatch[]): EvidenceMatch[] {
  const seen = new Set<number>()
  return matches.filter(({ unit }) => !seen.has(unit.group) && seen.add(unit.group))
}

/** The facts that make a promise. What supports it must contain them. */
export const TIMED = new Set<FactKind>(["money", "percent", "duration", "date", "weekday", "time"])
/** The least share of a promise's words that what supports it has, alone and with its neighbours. */
export const PROMISED = 0.5

/** Returns what says most of a sentence. When the ticket is hardly better, a source comes first. */
export function bestStatement([best, ...others]: readonly Statement[]): Statement | undefined {
  if (!best || best.match.unit.n > 0) return best
  return others.find(({ match }) => match.unit.n > 0 && match.around >= best.match.around - 0.1) ?? best
}

/** Returns the number of the source that says most of a sentence, and those of others for facts that it lacks. */
export function sourceNumbers({ unit: { n } }: EvidenceMatch, own: readonly Fact[], evidence: Evidence): number[] {
  const numbers = new Set([n])
  for (const fact of own) {
    if (
      statesFact(
        evidence.units.filter((unit) => numbers.has(unit.n)),
        fact
      )
    )
      continue
    const other = evidence.units.find((unit) => statesFact([unit], fact))
    if (other) numbers.add(other.n)
  }
  return [...numbers].sort((a, b) => (a || Infinity) - (b || Infinity))
}

/** Returns a unit of the lookup whose plain facts give all of a sentence's figures, of which there are several. */
export function lookupWith(own: readonly Fact[], { units }: Evidence): EvidenceUnit | undefined {
  const figures = withoutNames(own)
  if (figures.length < 2) return undefined
  const plain = units.filter(({ kind, isRemark }) => kind === "lookup" && !isRemark)
  return plain.find(({ group }) => {
    const lines = plain.filter((unit) => unit.group === group)
    return figures.every((fact) => statesFact(lines, fact))
  })
}

const withoutNames = (own: readonly Fact[]): Fact[] => own.filter(({ kind }) => kind !== "name")
