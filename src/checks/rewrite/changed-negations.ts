import type { Span } from "../../ticket/evidence-pair.ts"
import { STOP, type ClaimKind, type ClaimWord } from "../claim-words/claim-words.ts"
import { areCounterparts, claimsIn, clauseAt, sentenceAt, type Stems } from "./stems.ts"

/** Finds negators of a text that the other one hasn't in any words. */
export function changedNegations(one: Stems, other: Stems, language: string | null): Span[] {
  const kinds = new Set(other.words.map(({ kind }) => kind))
  const turned = one.words.filter(({ denied }) => denied !== undefined && kinds.has(denied))
  const needs = ({ words }: Stems) => words.filter(({ kind }) => kind === "must").length
  const hasNeed = needs(other) > needs(one)
  return one.nots
    .filter((not) => not.kind === "not" && !isBoundTurned(not, one, turned) && !(hasNeed && isDeniedTwice(not, one)))
    .filter((not) => isWordPlain(not, one, other, language) || isClausePlain(not, one, other))
    .map(({ start, end }) => ({ start, end }))
}

/** Says whether a negator makes a bound that the other text states without it: "not before the 6th", "from the 6th". */
function isBoundTurned(not: ClaimWord, one: Stems, turned: readonly ClaimWord[]): boolean {
  if (turned.length === 0) return false
  const { start, end } = clauseAt(not, one)
  return turned.some((word) => word.start >= start && word.end <= end)
}

/** Two denials may make a need that the other text states: "not without a receipt" and "a receipt is required". */
function isDeniedTwice(not: ClaimWord, one: Stems): boolean {
  const sentence = sentenceAt(not.start, one)
  return sentence !== undefined && claimsIn(sentence, { text: one.text, words: one.nots }).length > 1
}

/** Says whether a negator's next word stands in the counterpart of the sentence with no negator near it. */
function isWordPlain({ start, end }: Span, one: Stems, other: Stems, language: string | null): boolean {
  const isModal = (word: Span) =>
    one.words.some((claim) => MODAL.has(claim.kind) && claim.start <= word.start && claim.end >= word.end)
  const until = clauseAt({ start, end }, one).end
  const clause = one.stems.filter((word) => word.start >= end && word.start < until)
  const behind = clause.find((word) => !isModal(word)) ?? clause[0]
  const last = one.stems.findLast((word) => word.end <= start)
  const before = last && !STOP.test(one.text.slice(last.end, start)) ? last : undefined
  // A Japanese negator stands behind its word, and a German one may.
  const negated = language === "ja" ? before : (behind ?? (language === "de" ? before : undefined))
  if (!negated || one.stems.filter(({ stem }) => stem === negated.stem).length > 1) return false
  const there = other.stems.filter(({ stem }) => stem === negated.stem)
  if (there.length === 0 || there.some((word) => isNegated(word, other))) return false
  return there.some((word) => areCounterparts(start, word.start, one, other))
}

/** What stands between "not" and the word that it denies. */
const MODAL: ReadonlySet<ClaimKind> = new Set(["must", "can"])

/** Says whether a negator stands in the same part of the sentence. */
function isNegated(word: Span, { text, nots, words: claims }: Stems): boolean {
  const clause = /[!?;\n。！？]|[.:](?!\d)/u
  return [...nots, ...claims.filter(({ kind }) => OPPOSED.has(kind))].some(
    (not) =>
      Math.abs(not.start - word.start) < REACH &&
      (not.end <= word.start || not.start >= word.end) &&
      !clause.test(text.slice(Math.min(not.end, word.end), Math.max(not.start, word.start)))
  )
}

/** With these words a negation may be put positively. */
const OPPOSED: ReadonlySet<ClaimKind> = new Set([
  "opposed",
  "only",
  "unless",
  "free",
  "order-before",
  "limit-most",
  "limit-under"
])
/** In characters. */
const REACH = 80

/** Says whether every sentence of the other text that has words of a negator's clause denies nothing in any words. */
function isClausePlain(not: Span, one: Stems, other: Stems): boolean {
  const own = clauseAt(not, one).stems
  const held = other.sentences
    .map((sentence) => ({ sentence, common: [...own].filter((stem) => sentence.stems.has(stem)).length }))
    .filter(({ common }) => common > 0)
  const most = Math.max(0, ...held.map(({ common }) => common))
  const isDenying = (sentence: Span) => claimsIn(sentence, other).some(({ kind }) => DENYING.has(kind))
  return most >= FEWEST && most >= own.size * SHARED && !held.some(({ sentence }) => isDenying(sentence))
}

/** So many words of the clause, and this share of them, must stand in one sentence of the other text. */
const FEWEST = 2
const SHARED = 0.5
const DENYING: ReadonlySet<ClaimKind> = new Set([
  "not",
  "opposed",
  "only",
  "unless",
  "free",
  "limit-under",
  "limit-most",
  "limit-least",
  "limit-over"
])
