import type { Claim } from "../ticket/draft.ts"
import type { Span } from "../ticket/evidence-pair.ts"
import { overriddenCondition } from "./evidence/conditions.ts"
import type { Evidence, EvidenceUnit } from "./evidence/evidence.ts"
import { patternsFor, holds, negations, withoutLimits, type Patterns } from "./evidence/patterns.ts"
import { claimWords } from "./claim-words/claim-words.ts"
import { clausesOf, type Clause } from "./evidence/clauses.ts"
import { cosine, shareHeld, type WordWeight } from "./evidence/word-weights.ts"
import { readText, type Reading } from "./evidence/reading.ts"
import { remember } from "../text/memo/text-memory.ts"

/**
 * Finds a sentence that seems to say the opposite of its source, or that says "all" or "always" where its source has a
 * condition. Both are guesses from small words, right in most cases but not in all, so a person should look again.
 * A sentence that is nearest to what the ticket says isn't held against the sources.
 */
export function lookAgain(sentence: string, evidence: Evidence): Omit<Claim, "start" | "end"> | undefined {
  const { language, weight } = evidence
  const patterns = MEASURED.has(language ?? "") ? patternsFor(language) : undefined
  if (!patterns) return undefined
  const {
    reading,
    units: [first, second]
  } = evidence.nearestTo(sentence)
  if (!first || first.n === 0) return undefined
  const near = second && second.n > 0 ? [first, second] : [first]
  const texts = near.map(({ text }) => text)
  const opposite = polarityDifference(sentence, texts, patterns, language, weight)
  if (opposite && opposite.strength >= SURE && !areFree(sentence, first.text, language))
    return found("negation", sentence, first, opposite.draft)
  const condition = overriddenCondition(reading, first.text, patterns, language, weight)
  return condition && { ...found("condition", sentence, first), says: first.text.slice(condition.start, condition.end) }
}

/** "You won't be charged" and "it is free of charge" say the same. */
const areFree = (sentence: string, source: string, language: string | null): boolean =>
  [sentence, source].every((text) => claimWords(text, language).some(({ kind }) => kind === "free"))

/**
 * The languages in which this was measured on text that its author hadn't seen. In the others, the differences are only
 * shown beside the source.
 */
const MEASURED: ReadonlySet<string> = new Set(["en"])
/** From this strength on, one of a hundred true sentences of public help desks is marked. */
const SURE = 0.4

function found(reason: "negation" | "condition", sentence: string, { n, text }: EvidenceUnit, words?: Span) {
  return {
    state: "look-again" as const,
    sources: [n],
    reason,
    ...(words && { words: sentence.slice(words.start, words.end) }),
    says: text
  }
}

interface PolarityDifference {
  /** How surely one says what the other denies, from 0 to 1. */
  strength: number
  /** The negator, in the draft's sentence or in the source. */
  draft?: Span
  source?: Span
}

/**
 * Finds whether a sentence denies what its source says, or says what it denies. Two readings must agree: the word that
 * a negator negates stands in the other text without one, and the nearest clauses are negated differently. Each alone
 * is wrong two to five times as often.
 * @param sources the source sentence and the second best one
 */
function polarityDifference(
  sentence: string,
  sources: readonly string[],
  patterns: Patterns,
  language: string | null,
  weight: WordWeight
): PolarityDifference | undefined {
  if (holds(sentence, patterns.exceptions)) return undefined
  const draft = sidesOf(sentence, patterns, language)
  const pages = sources.map((source) => sidesOfPage(source, patterns, language))
  const near = pages.map((page) => cosine(draft.reading.words, page.reading.words, weight))
  const same = pages.filter((_page, i) => i === 0 || (near[i] ?? 0) >= AS_NEAR * (near[0] ?? 0))
  const byWord = strongest(same.map((page) => oppositeWord(draft, page, weight)))
  if (!byWord) return undefined
  const byClause = Math.max(0, ...draft.clauses.map((clause) => oppositeClause(clause, draft, pages, weight)))
  return byClause > 0 ? { ...byWord, strength: Math.min(byWord.strength, byClause) } : undefined
}

/** A second source sentence is only held against the words if it is about as near as the first. */
const AS_NEAR = 0.8

/** A sentence with what it negates. */
interface Sides {
  text: string
  reading: Reading
  clauses: (Clause & { negated: number; plain: boolean; only: boolean })[]
  negators: Negator[]
  /** How many negators there are. */
  count: number
}

interface Negator extends Span {
  /** The stems that it negates. */
  stems: readonly string[]
  /** The words around it, as far as it reaches. */
  reach: Reading
  /** It negates the case for which something is said ("if you have no receipt"). */
  isCase: boolean
  isWithout: boolean
}

/** A page's sentences are held against many drafts. There is one set of patterns for each language. */
function sidesOfPage(text: string, patterns: Patterns, language: string | null): Sides {
  let read = pages.get(patterns)
  if (!read) pages.set(patterns, (read = remember(MAX_PAGES, (source, of) => sidesOf(source, patterns, of ?? null))))
  return read(text, language)
}

const pages = new WeakMap<Patterns, (text: string, language: string | null) => Sides>()
/** In sentences, each of some three kilobytes. */
const MAX_PAGES = 1000

function sidesOf(text: string, patterns: Patterns, language: string | null): Sides {
  const clauses = clausesOf(text, patterns, language).map((clause) => {
    const negated = negations(clause.text, patterns)
    const only = holds(clause.text, patterns.only)
    return { ...clause, negated, only, plain: negated === 0 && !only }
  })
  const negators = negatorsOf(text, patterns, language)
  return { text, reading: readText(text, language), clauses, negators, count: negators.length }
}

function negatorsOf(text: string, patterns: Patterns, language: string | null): Negator[] {
  const plain = withoutLimits(text, patterns)
  const ends = [0, ...Array.from(plain.matchAll(patterns.reachEnds), ({ index }) => index), plain.length]
  return Array.from(plain.matchAll(patterns.negators))
    .slice(0, MOST)
    .map((match) => {
      const [start, end] = [match.index, match.index + match[0].length]
      const from = ends.findLast((at) => at <= start) ?? 0
      const to = ends.find((at) => at >= end) ?? plain.length
      const before = readText(plain.slice(from, start), language).stems
      const after = readText(plain.slice(end, to), language).stems
      const reach = readText(plain.slice(from, to), language)
      return {
        start,
        end,
        stems: negatedStems(before, after, language),
        reach,
        isCase: holds(reach.text, patterns.cases),
        isWithout: holds(match[0], patterns.without)
      }
    })
}

/** More negators in one sentence are hostile text, which stays cheap like this. */
const MOST = 20

/** In English the negator stands before its word, in Japanese behind it, in German and French on either side. */
function negatedStems(before: readonly string[], after: readonly string[], language: string | null): string[] {
  if (language === "ja") return before.slice(-1)
  if (language === "de" || language === "fr") return [...before.slice(-1), ...after.slice(0, 2)]
  return after.slice(0, 1)
}

/** Finds a word that one text negates and that stands in a clause of the other without a negation. */
function oppositeWord(draft: Sides, source: Sides, weight: WordWeight): PolarityDifference | undefined {
  if (/[?？]\s*$/.test(source.text) || saysNeeded(draft, source)) return undefined
  const own = draft.negators.some(({ isWithout }) => isWithout) && draft.count > 1 ? [] : draft.negators
  const rules = rulesOf(source.negators)
  if (own.length % 2 === rules.length % 2) return undefined
  const denied = own.flatMap((negator) =>
    plainClauses(negator, draft, source).map((clause) => ({
      strength: cosine(negator.reach.words, clause.words, weight) * shortened(negator),
      draft: { start: negator.start, end: negator.end }
    }))
  )
  const said = rules.flatMap((negator) =>
    plainClauses(negator, source, draft).map(() => ({
      strength: shareHeld(negator.reach.words, draft.reading.words, weight) * shortened(negator),
      source: { start: negator.start, end: negator.end }
    }))
  )
  return strongest([...denied, ...said])
}

/** "If there is no X, Y isn't possible" and "without X, not Y" say that X is needed, and can be put positively. */
function saysNeeded(draft: Sides, { negators }: Sides): boolean {
  const cases = negators.filter(({ isCase }) => isCase).length
  if (draft.count === 0 && cases > 0 && cases < negators.length) return true
  return (
    draft.count > 0 && negators.length > 1 && negators.some((one) => one.isWithout) && rulesOf(negators).length === 0
  )
}

/** Returns what the source denies itself, without the cases for which it says something. */
function rulesOf(negators: readonly Negator[]): readonly Negator[] {
  const rules = negators.filter(({ isCase }) => !isCase)
  return rules.some(({ isWithout }) => isWithout) && rules.length > 1 ? [] : rules
}

/** Returns the clauses of `other` that hold a word of the negator without a negation, unless it negates it elsewhere. */
function plainClauses({ stems }: Negator, own: Sides, other: Sides): Clause[] {
  return stems
    .filter((stem) => !other.negators.some((one) => one.stems.includes(stem)))
    .flatMap((stem) => other.clauses.filter((clause) => clause.plain && clause.words.has(stem)))
}

/** A negator that reaches a single word says less. */
const shortened = ({ reach }: Negator) => (reach.words.size > 1 ? 1 : 0.7)

/** Returns how near the nearest clause of the sources is, if one of both is negated and the other isn't. */
function oppositeClause(clause: Sides["clauses"][number], draft: Sides, pages: readonly Sides[], weight: WordWeight) {
  const near = pages
    .flatMap((page) =>
      page.clauses.map((other) => ({ page, other, likeness: cosine(clause.words, other.words, weight) }))
    )
    .sort((a, b) => b.likeness - a.likeness)[0]
  if (!near || near.likeness === 0) return 0
  const { page, other, likeness } = near
  if (clause.negated % 2 === other.negated % 2 || clause.only || other.only) return 0
  const moved = draft.clauses.length > 1 && pages.flatMap((one) => one.clauses).length > 1
  if (moved && draft.count > 0 && draft.count === page.count) return 0
  const shared = [...clause.words].filter((word) => other.words.has(word)).length
  return likeness * (shared > 1 ? 1 : 0.6)
}

function strongest(found: readonly (PolarityDifference | undefined)[]): PolarityDifference | undefined {
  return found
    .filter((one) => one !== undefined)
    .reduce<PolarityDifference | undefined>(
      (best, one) => (best && best.strength >= one.strength ? best : one),
      undefined
    )
}
