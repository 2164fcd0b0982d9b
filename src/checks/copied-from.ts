import type { Claim } from "../ticket/draft.ts"
import { bindsNobody } from "./act-support.ts"
import type { Evidence, EvidenceMatch, EvidenceUnit } from "./evidence/evidence.ts"
import { beginsWithReport } from "./team-acts.ts"
import { facts, sameFact, type Fact } from "../text/facts.ts"
import { contentWords, words } from "../text/words/words.ts"
import { claimWords, type ClaimKind } from "./claim-words/claim-words.ts"
import { isCourteous } from "./courtesy.ts"
import { compact } from "./guard/basis/plain.ts"

/**
 * Judges a sentence that is copied from what the team published or wrote, or that repeats the customer's own words as
 * theirs ("you write that"). Of no other one do rules know that it says what its source says.
 */
export function copiedFrom(
  bare: string,
  matches: readonly EvidenceMatch[],
  { language }: Evidence
): Omit<Claim, "start" | "end"> | undefined {
  const isReport = beginsWithReport(bare, language)
  const place = matches.find(
    ({ unit, near, share, around }) =>
      Math.max(share, around) >= ALIKE &&
      !unit.foreign &&
      !unit.isRemark &&
      (isReport || !bindsNobody(unit)) &&
      textsOf(unit, near).some((text) => isCopy(bare, text, language))
  )
  return place && { state: "supported", sources: [place.unit.n] }
}

/** Returns what a sentence may be copied from: the unit alone, and together with the one before or after it. */
function textsOf(unit: EvidenceUnit, [, ...beside]: readonly EvidenceUnit[]): string[] {
  const pairs = beside.map((other, at) => (at === 0 && unit.goesOn ? [other, unit] : [unit, other]))
  return [unit.text, ...pairs.map((pair) => pair.map(({ text }) => text).join(" "))]
}

/** What has fewer of a sentence's words isn't read for a copy. */
const ALIKE = 0.6

/**
 * Says whether a sentence is copied from a source sentence, or nearly: the source has every word and figure of it, in
 * the same order and with little left out between them, and both have the same small words that decide what is claimed
 * (not, only, at most, within, must ...). What the source sentence makes depend on something else isn't copied without
 * that: "If you tell us within 24 hours, you pay £40 at most". Only of such a sentence do rules know that it says what
 * its source says. It takes the product of both lengths. A sentence with more than a hundred
 * content words and figures is a copy only if it has the same letters and digits.
 * @param language ISO 639-1 of both
 */
export function isCopy(sentence: string, source: string, language: string | null): boolean {
  if (compact(sentence) === compact(source)) return true
  const own = tokensOf(sentence, language)
  if (own.length < FEWEST || own.length > LONGEST) return false
  const theirs = tokensOf(source, language)
  const pairs = aligned(own, theirs)
  if (pairs.length < own.length) return false
  const part = partOf(source, theirs[pairs[0] ?? 0]?.start ?? 0, theirs[pairs.at(-1) ?? 0]?.end ?? source.length)
  const copied = theirs.filter(({ start, end }) => start >= part.start && end <= part.end)
  return pairs.length >= KEPT * copied.length && claimsSame(sentence, source.slice(part.start, part.end), language)
}

/** One word alone is in any text about the matter. */
const FEWEST = 2
const LONGEST = 100
/** So much of the copied stretch must be copied. */
const KEPT = 0.6

/** A content word, or a figure, link or code. */
interface Token {
  stem?: string
  fact?: Fact
  start: number
  end: number
}

function tokensOf(text: string, language: string | null): Token[] {
  const figures = facts(text, language).filter(({ kind }) => kind !== "name")
  const stems = words(text)
    .filter(
      ({ start, end, text: word }) =>
        !figures.some((one) => one.start < end && start < one.end) && !isCourteous(word, language)
    )
    .flatMap(({ start, end, text: word }) => contentWords(word, language).map((stem) => ({ stem, start, end })))
  return [...stems, ...figures.map((fact) => ({ fact, start: fact.start, end: fact.end }))].sort(
    (a, b) => a.start - b.start
  )
}

function areSame(one: Token | undefined, other: Token | undefined): boolean {
  if (!one || !other) return false
  if (one.stem !== undefined) return one.stem === other.stem
  return one.fact !== undefined && other.fact !== undefined && sameFact(one.fact, other.fact)
}

/** Returns the places in the second list of a longest common subsequence. */
function aligned(own: readonly Token[], theirs: readonly Token[]): number[] {
  const lengths = commonLengths(own, theirs)
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  const places: number[] = []
  for (let i = 0, j = 0; i < own.length && j < theirs.length; ) {
    if (areSame(own[i], theirs[j])) {
      places.push(j)
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return places
}

/** Returns how many tokens two lists have in common, in order, from each place of the one and of the other on. */
function commonLengths(own: readonly Token[], theirs: readonly Token[]): number[][] {
  const lengths: number[][] = [...own, undefined].map(() => [])
  for (let i = own.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []]
    for (let j = theirs.length - 1; j >= 0; j--)
      row[j] = areSame(own[i], theirs[j]) ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return lengths
}

/** Returns the part of a source sentence that says something by itself and holds what is copied. */
function partOf(source: string, from: number, to: number): { start: number; end: number } {
  const marks = [...source.matchAll(PART_END)].map(({ index }) => index)
  return {
    start: (marks.findLast((mark) => mark < from) ?? -1) + 1,
    end: marks.find((mark) => mark >= to) ?? source.length
  }
}

const PART_END = /[;:.!?。；：！？](?!\d)/gu

/** Says whether both texts claim with the same small words. */
function claimsSame(sentence: string, source: string, language: string | null): boolean {
  const claimsOf = (text: string) =>
    Map.groupBy(claimWords(withoutFigures(text, language), language), ({ kind }) => kind)
  const [own, theirs] = [claimsOf(sentence), claimsOf(source)]
  return DECIDING.every((kind) => own.get(kind)?.length === theirs.get(kind)?.length)
}

/** Writes all figures alike, because some small words count only before digits: "from 50 euros" and "from €50". */
function withoutFigures(text: string, language: string | null): string {
  return facts(text, language)
    .filter(({ kind }) => kind !== "name")
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}7${rest.slice(end)}`, text)
}

/** What decides what a stretch of text claims. */
const DECIDING: readonly ClaimKind[] = [
  "limit-latest",
  "limit-most",
  "limit-least",
  "limit-within",
  "limit-over",
  "limit-under",
  "order-until",
  "order-before",
  "order-after",
  "unless",
  "only",
  "if",
  "hedge",
  "opposed",
  "charged",
  "not",
  "all",
  "some",
  "must",
  "can"
]
