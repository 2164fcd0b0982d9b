import { addressesIn } from "./address.ts"
import { isCueAt, isModelNumber, isSurelyNoName } from "./context.ts"
import { isNumberedThing } from "./made-things.ts"
import { isRare, SURE } from "./cuts.ts"
import { beginsSentence, Decision, type NameOptions } from "./decision.ts"
import { CLASS, type Knowledge } from "./knowledge.ts"
import { readingOf, type Reading } from "./reading.ts"
import { KINDS, scoresOf, type NameKind, type Scores, type Weights } from "./score.ts"
import { isCapital, type Token } from "./tokens.ts"
import { scoreUnlisted, type UnlistedWeights } from "./unlisted.ts"

export interface NameModel {
  knowledge: Knowledge
  weights: Weights
  /** For words in no list. */
  unlisted: UnlistedWeights
}

export interface NameSpan {
  start: number
  end: number
  type: NameKind
  /** It is surely a name, so the same word is masked elsewhere, too. */
  sure: boolean
}

/**
 * Finds names of people, places and organisations, and postal addresses, in running text. Words are scored, and the
 * masked ones are joined to whole names. A trial showed that this finds more than rules with lists of names;
 * docs/privacy.md says how much it finds.
 * @param taken by word: 0 is free, 1 is a fact that stays, from 2 on it is masked already (by kind)
 */
export function findNames(
  tokens: readonly Token[],
  taken: Uint8Array,
  { knowledge, weights, unlisted }: NameModel,
  options: NameOptions
): NameSpan[] {
  const address = addressesIn(tokens, knowledge)
  options.placed?.forEach((placed, i) => {
    if (placed) address[i] = 1
  })
  const reading = readingOf(tokens, knowledge, address, taken, options.language, options.other)
  const scores = scoresOf(reading, weights)
  if (!process.env.RAW) scoreUnlisted(reading, scores, unlisted)
  options.scoreOthers?.(reading, scores)
  const masked = new Decision(reading, scores, options).masked()
  return spansOf(reading, scores, masked, options.named)
}

function spansOf(reading: Reading, scores: Scores, masked: Uint8Array, named: Uint8Array | undefined): NameSpan[] {
  const { tokens, known } = reading
  const spans: NameSpan[] = []
  const single: (string | undefined)[] = []
  const things = new Set<string>()
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]
    if (!masked[i] || !first) continue
    const end = spanEnd(reading, masked, i)
    const isNamed = named?.subarray(i, end + 1).includes(1) === true
    const type = isNamed ? "PERSON" : reading.address[i] ? "ADDRESS" : kindOf(scores, i, end)
    const isAlone = i === end && isCapital(first)
    const isThing = !isNamed && isThingOf(type, reading, scores, i, end)
    if (isThing && type !== "ADDRESS" && isAlone) things.add(first.low)
    if (!isThing) {
      spans.push({ start: first.start, end: tokens[end]?.end ?? first.end, type, sure: isSure(type, i, end) })
      single.push(isAlone && !first.possessive && !isNamedBefore(reading, i) ? first.low : undefined)
    }
    i = end
  }
  // What is called like a thing once ("the Luna") is that thing again ("Luna came scratched").
  return things.size === 0 ? spans : spans.filter((_, n) => !things.has(single[n] ?? ""))

  function isSure(type: NameKind, from: number, to: number): boolean {
    if (type === "ADDRESS") return false
    for (let k = from; k <= to; k++) if ((scores.chance[k] ?? 0) <= SURE || !isRare(known[k])) return false
    return true
  }
}

function isThingOf(type: NameKind, reading: Reading, scores: Scores, from: number, to: number): boolean {
  if (type !== "ADDRESS") return isNoName(reading, scores, from, to, type)
  return isModelNumber(reading, from, to) || isUnplaced(reading, scores, from, to)
}

/** Says whether a thing is meant by what no grammar of addresses tells and only its words look like one. */
function isUnplaced(reading: Reading, scores: Scores, from: number, to: number): boolean {
  const { address, tokens } = reading
  if (address.subarray(Math.max(0, from - 1), to + 2).includes(1) || tokens[to + 1]?.gap.startsWith("_")) return false
  return (
    isNumberedThing(reading, from, to) || (isCapital(tokens[from]) && isNoName(reading, scores, from, to, "ADDRESS"))
  )
}

const isNoName = (reading: Reading, { chance }: Scores, from: number, to: number, type: NameKind) =>
  isSurelyNoName(reading, chance, from, to, type === "PERSON")

/** Says whether a relative, a title or the like stands before the word. */
const isNamedBefore = ({ tokens, known }: Reading, i: number) =>
  /^\.? $/.test(tokens[i]?.gap ?? "") &&
  ((known[i - 1]?.classes ?? 0) & (CLASS.relative | CLASS.title | CLASS.nameLabel)) !== 0

/** Returns the last word of the span that begins with word i. */
function spanEnd(reading: Reading, masked: Uint8Array, i: number): number {
  const inAddress = reading.address[i]
  let end = i
  for (let next = reading.tokens[end + 1]; next && masked[end + 1]; next = reading.tokens[end + 1]) {
    if (reading.address[end + 1] !== inAddress || !goesOn(next.gap, inAddress === 1)) break
    // Behind "Berg." a new sentence may begin with "Kundennr.".
    if ((next.begins && isCueAt(reading, end + 1)) || beginsSentence(reading, end + 1)) break
    // In "una Hilti. El chico" the full stop ends a sentence.
    if (!inAddress && /^\.\s/.test(next.gap) && endsSentence(reading, end)) break
    end++
  }
  return end
}

/** Says whether the full stop behind the word ends a sentence, by its length or by the small word that follows. */
function endsSentence({ tokens, known }: Reading, i: number): boolean {
  const length = tokens[i]?.written.length ?? 0
  return length > LONGEST_ABBREVIATION || (length > 3 && known[i + 1]?.small !== 0)
}

const LONGEST_ABBREVIATION = 5

/** Returns the likeliest kind of the words together. */
function kindOf({ kinds }: Scores, from: number, to: number): NameKind {
  const sums = KINDS.map((_, kind) => {
    let sum = 0
    for (let k = from; k <= to; k++) sum += kinds[k * KINDS.length + kind] ?? 0
    return sum
  })
  return KINDS[sums.indexOf(Math.max(...sums))] ?? "PERSON"
}

const goesOn = (gap: string, address: boolean) =>
  address ? gap.length < 12 && !/\n\s*\n/.test(gap) : /^(?: |\. ?|['’-]| ?& ?)$/.test(gap)
