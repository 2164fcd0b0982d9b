import { sameFact } from "../../text/facts.ts"
import { readSentence, type SentenceReading } from "./reading.ts"
import { totalWeight, wordWeights, type WordWeight } from "./word-weights.ts"

export interface RankedSource {
  /** The place of the sentence among those given. */
  index: number
  score: number
}

/**
 * Orders source sentences by how likely each is the one that a draft's sentence says, best first. The score adds the
 * shared words, weighted by how rare they are among the source sentences; the share of the draft's figures that the
 * source sentence states; and how alike both are spelt. Scores are comparable within one call only.
 */
export function rankEvidence(sentence: string, sources: readonly string[], language: string | null): RankedSource[] {
  const { readings, weight } = collectionOf(sources, language)
  return rank(readSentence(sentence, language), readings, weight)
}

/** Does the same for what is read already. `weight` is from `wordWeights` of the same readings. */
export function rank(sentence: Words, sources: readonly Words[], weight: WordWeight): RankedSource[] {
  const own = totalWeight(sentence.words, weight)
  return sources
    .map((source, index) => ({ index, score: scoreOf(sentence, own, source, weight) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
}

/** Returns the sources to show beside a sentence: the first, and the second if it is about as good. */
export function rankedToShow(ranked: readonly RankedSource[]): RankedSource[] {
  const [first, second] = ranked
  if (!first || first.score <= 0) return []
  return second && second.score > 0 && first.score - second.score < GAP * first.score ? [first, second] : [first]
}

type Words = Pick<SentenceReading, "words" | "facts" | "grams">

/** Which share of the weight of the words comes from the draft's sentence. The rest comes from the source's. */
const DRAFT = 0.75
const FIGURES = 0.3
const LETTERS = 0.5
/** A single word is a heading, which states nothing, so only a much better score puts it before a sentence. */
const HEADING = 0.5
/** If the first leads the second by less than this share of its score, the first is right in a third of cases only. */
const GAP = 0.1

function scoreOf(sentence: Words, own: number, source: Words, weight: WordWeight): number {
  let shared = 0
  for (const word of sentence.words) if (source.words.has(word)) shared += weight(word)
  const all = DRAFT * own + (1 - DRAFT) * totalWeight(source.words, weight)
  const held = sentence.facts.filter((fact) => source.facts.some((said) => sameFact(fact, said))).length
  const score =
    (all > 0 ? shared / all : 0) +
    (sentence.facts.length > 0 ? (FIGURES * held) / sentence.facts.length : 0) +
    LETTERS * dice(sentence.grams, source.grams)
  return source.words.size < 2 && source.facts.length === 0 ? score * HEADING : score
}

/** Returns Dice's coefficient, from 0 to 1. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let common = 0
  for (const gram of small) if (large.has(gram)) common++
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

interface Collection {
  readings: readonly SentenceReading[]
  weight: WordWeight
}

/** Reads the source sentences once for as long as somebody holds their array. */
function collectionOf(sources: readonly string[], language: string | null): Collection {
  const known = collections.get(sources)
  if (known?.language === language) return known
  const readings = sources.map((source) => readSentence(source, language))
  const read = { readings, weight: wordWeights(readings), language }
  collections.set(sources, read)
  return read
}

const collections = new WeakMap<readonly string[], Collection & { language: string | null }>()
