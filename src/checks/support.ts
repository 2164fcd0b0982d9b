import { comparable, facts, sameFact } from "../text/facts.ts"
import type { Fact, FactKind } from "../text/facts.ts"
import type { Claim, ClaimReason, Source } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked.ts"
import { isCourtesy } from "./courtesy.ts"
import { Evidence, matterOf } from "./evidence.ts"
import type { Match, Unit } from "./evidence.ts"
import { promiseIn, relativeTimes, speaksOf } from "./promises.ts"
import type { PromiseFound } from "./promises.ts"

/** Judges one finished sentence that begins at `start` of the draft. */
export type SentenceChecker = (sentence: string, start: number) => Claim

/**
 * Is this sentence said by the sources or the ticket? Few signals on purpose: typed facts (figures with units, money, durations,
 * dates, links, names) that nobody gave, and words that nobody used. "contradicts" only where a near copy of one source sentence
 * has another fact of the same kind. What the customer wrote supports telling it back, never a promise.
 * Sources and ticket are read once; a sentence takes well under a millisecond.
 */
export function supportChecker(ticket: MaskedTicket, sources: Source[], options: { language: string | null }): SentenceChecker {
  const evidence = new Evidence(ticket, sources, options.language)
  return (sentence, start) => ({ start, end: start + sentence.length, ...judge(sentence, evidence) })
}

type Verdict = Omit<Claim, "start" | "end">

/** Share of a sentence's words that some passage must hold. Low: only plainly invented matter is marked. */
const COVERED = 0.25
/** Share of words, and words (one fewer where all are shared), that make a source sentence the one that was copied. */
const COPY = 0.6
const COPY_WORDS = 3

function judge(sentence: string, evidence: Evidence): Verdict {
  const { language } = evidence
  const bare = sentence.replace(/\[\[[^[\]\n]{1,120}\]\]/g, " ").replace(/\[\d{1,2}\]/g, " ").replace(/^\s*(?:[-*•・]|\d{1,2}[.)])\s+/, "")
  if (!/[\p{L}\p{N}]/u.test(bare)) return { state: "courtesy", sources: [] }
  const promise = promiseIn(bare, language)
  if (!promise && isCourtesy(bare, language)) return { state: "courtesy", sources: [] }

  const said = facts(bare, language)
  const own = said.filter((fact) => !QUIET.has(fact.kind) && !(fact.kind === "number" && fact.unit === "" && Number(fact.value) <= 2))
  const matter = matterOf(bare, said, language)
  if (!promise && own.length === 0 && matter.length === 0) return { state: "courtesy", sources: [] }
  const matches = evidence.matches(matter)
  const conflict = contradiction(own, matches, evidence)
  if (conflict) return conflict
  if (promise) {
    const behind = policyBehind(bare, promise, own, matches, evidence)
    return behind ? { state: "supported", sources: [behind.n] } : { state: "needs-approval", sources: [], reason: promise.kind, words: promise.words }
  }
  const missing = own.find((fact) => !holds(evidence.units, fact))
  if (missing) return { state: "no-source", sources: [], reason: REASONS[missing.kind] ?? "number", words: missing.text }
  const best = bestOf(matches, own, evidence)
  if (best && best.covered >= COVERED) return { state: "supported", sources: numbers(best.match, own, matches, evidence) }
  const figure = matter.length === 0 ? evidence.units.find((unit) => own.every((fact) => holds([unit], fact))) : undefined
  if (figure) return { state: "supported", sources: [figure.n] }
  if (evidence.units.some((unit) => unit.foreign && unit.n > 0)) {
    // Words of another language can't be compared; a figure that a source holds still can.
    const n = own.length > 0 ? evidence.units.find((unit) => unit.foreign && own.every((fact) => holds([unit], fact)))?.n : undefined
    return n === undefined ? { state: "no-source", sources: [], reason: "language" } : { state: "supported", sources: [n] }
  }
  return { state: "no-source", sources: [], reason: "words" }
}

const QUIET = new Set<FactKind>(["ordinal"])
const REASONS: Partial<Record<FactKind, ClaimReason>> = {
  number: "number", code: "number", percent: "number", money: "money", duration: "duration", date: "date", weekday: "date", time: "date", link: "link", email: "link", name: "name"
}
const CONFLICTING = new Set<FactKind>(["number", "percent", "money", "duration", "date", "weekday", "time"])

/**
 * A fact that a near copy of one source sentence states otherwise, and that neither such a passage nor an agent holds elsewhere. The
 * customer's word doesn't count: "you have 90 days for returns, don't you" makes no policy.
 */
function contradiction(own: Fact[], matches: Match[], evidence: Evidence): Verdict | undefined {
  const copied = matches.filter(({ unit, share, shared }) => unit.n > 0 && !unit.foreign && share >= COPY && shared >= (share === 1 ? COPY_WORDS - 1 : COPY_WORDS))
  // Two articles may say one thing of two cases ("Delivery costs ..."): what one of them holds is no contradiction.
  const groups = new Set(copied.map(({ unit }) => unit.group))
  const passage = copied.length > 0 ? evidence.units.filter((unit) => groups.has(unit.group) || unit.kind === "agent") : []
  for (const { unit } of copied) {
    for (const fact of own) {
      if (!CONFLICTING.has(fact.kind) || holds(passage, fact)) continue
      const other = unit.facts.find((said) => comparable(fact, said) && !own.some((mine) => sameFact(mine, said)))
      if (other) return { state: "contradicts", sources: [unit.n], reason: REASONS[fact.kind] ?? "number", words: fact.text, says: other.text }
    }
  }
  return undefined
}

/** The article, policy, macro or earlier word of an agent that a promise rests on: it speaks of it, in like words, with every fact. */
function policyBehind(sentence: string, promise: PromiseFound, own: Fact[], matches: Match[], evidence: Evidence): Unit | undefined {
  const times = relativeTimes(sentence)
  const stands = (group: number) => {
    const passage = evidence.units.filter((unit) => unit.group === group)
    const text = passage.map((unit) => unit.text).join(" ")
    const said = text.toLowerCase()
    return speaksOf(text, promise.kind) && times.every((time) => said.includes(time)) && own.every((fact) => fact.kind === "name" || holds(passage, fact) || (!TIMED.has(fact.kind) && holds(evidence.units, fact)))
  }
  const match = matches.find(({ unit, around }) => unit.kind !== "customer" && unit.kind !== "ticket" && around >= PROMISED && stands(unit.group))
  if (match) return match.unit
  return own.length === 0 ? undefined : evidence.units.find((unit) => unit.foreign && unit.n > 0 && own.some((fact) => holds([unit], fact)) && stands(unit.group))
}

const PROMISED = 0.5
/** What makes a promise one: these must stand in the policy itself. */
const TIMED = new Set<FactKind>(["money", "percent", "duration", "date", "weekday", "time"])

/** The source that says most of it; others where it lacks a fact. Where the ticket is hardly ahead, a source goes before it. */
function numbers(best: Match, own: Fact[], matches: Match[], evidence: Evidence): number[] {
  const source = best.unit.n > 0 ? best : matches.find((match) => match.unit.n > 0 && match.around >= best.around - 0.1)
  const first = (source ?? best).unit.n
  const found = new Set([first])
  for (const fact of own) {
    if (holds(evidence.units.filter((unit) => found.has(unit.n)), fact)) continue
    const other = evidence.units.find((unit) => holds([unit], fact))
    if (other) found.add(other.n)
  }
  return [...found].sort((a, b) => (a || Infinity) - (b || Infinity))
}

/** The passage that holds most of the words and facts, and how large a share; a figure that stands there says more than a word. */
function bestOf(matches: Match[], own: Fact[], evidence: Evidence): { match: Match; covered: number } | undefined {
  const figures = own.filter((fact) => CONFLICTING.has(fact.kind))
  let best: { match: Match; covered: number } | undefined
  for (const match of matches) {
    const passage = figures.length > 0 ? evidence.units.filter((unit) => unit.group === match.unit.group) : []
    const held = figures.filter((fact) => holds(passage, fact)).length
    const covered = (match.around * match.words + FIGURE * held) / (match.words + FIGURE * figures.length)
    if (!best || covered > best.covered) best = { match, covered }
  }
  return best
}

/** A figure weighs as much as so many words. */
const FIGURE = 2

function holds(units: Unit[], fact: Fact): boolean {
  if (fact.kind === "name") return units.some((unit) => unit.text.toLowerCase().includes(String(fact.value)))
  if (fact.kind === "code") return units.some((unit) => unit.text.toUpperCase().includes(String(fact.value)))
  if (fact.kind === "link") return units.some((unit) => unit.facts.some((said) => said.kind === "link" && (said.value === fact.value || (said.unit === fact.unit && fact.value === fact.unit))))
  return units.some((unit) => unit.facts.some((said) => sameFact(said, fact)))
}
