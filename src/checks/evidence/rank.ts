import { sameFact } from "../../text/facts.ts"
import { readSentence, type SentenceReading } from "./reading.ts"
import { totalWeight, totalWeights, wordWeights, type WordWeight } from "./word-weights.ts"

export interface RankedSource {
  /** The place of the sentence among those given. */
  index: number
  score: number
}

/**
 * Orders source sentences by how likely each is the one that a draft's sentence says, best first. The score adds the
 * shared words, weighted by how rare they are among the source sentences; the share of the draft's figures that the
 * source sentence states; how alike both are spelt; and a little if both state a condition, which is often all that a
 * rewording keeps ("provided nobody else is waiting", "unless another reader has reserved it"). Scores are comparable
 * within one call only.
 */
export function rankEvidence(sentence: string, sources: readonly string[], language: string | null): RankedSource[] {
  return rank(readSentence(sentence, language), indexOf(sources, language))
}

/** Source sentences, indexed once for all sentences of a draft. A sentence that isn't to be found is undefined. */
export interface RankingIndex {
  readonly sources: readonly (Words | undefined)[]
  readonly weight: WordWeight
  /** The weight of all words of each source sentence. */
  readonly totals: Float64Array
  /** Passages and messages, each with the places of its sentences that hold a word. */
  readonly parts: readonly RankedPart[]
}

/** The sentences of one text, of which the first has the place `from` among all. */
export interface RankedPart {
  readonly from: number
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** Returns the places of the texts that hold a word. */
export function placesOf(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, set] of sets.entries()) {
    for (const one of set) {
      const known = places.get(one)
      if (known) known.push(place)
      else places.set(one, [place])
    }
  }
  return places
}

/** Does the same as {@link rankEvidence} for what is read and indexed already. */
export function rank(sentence: Words, { sources, weight, totals, parts }: RankingIndex): RankedSource[] {
  const own = totalWeight(sentence.words, weight)
  const shared = new Float64Array(sources.length)
  for (const word of sentence.words) {
    const ofWord = weight(word)
    for (const { from, places } of parts)
      for (const place of places.get(word) ?? []) shared[from + place] = (shared[from + place] ?? 0) + ofWord
  }
  const count = counterAmong(sentence.grams)
  return sources
    .flatMap((source, place) => {
      if (!source) return []
      const words = { own, shared: shared[place] ?? 0, total: totals[place] ?? 0 }
      return { index: place, score: scoreOf(sentence, source, words, count(source.grams)) }
    })
    .sort((a, b) => b.score - a.score || a.index - b.index)
}

/**
 * Returns a function that counts how many of other grams are among these. Most of them aren't, which their lowest bits
 * tell: three times as fast as a look into the set for each.
 */
function counterAmong(grams: Uint32Array): (others: Uint32Array) => number {
  const known = new Set(grams)
  const lowest = new Uint8Array(LOWEST + 1)
  for (const gram of grams) lowest[gram & LOWEST] = 1
  return (others) => {
    let count = 0
    for (const gram of others) if (lowest[gram & LOWEST] === 1 && known.has(gram)) count++
    return count
  }
}

/** Twelve bits. */
const LOWEST = 0xfff

/** Returns the sources to show beside a sentence: the first, and the second if it is about as good. */
export function rankedToShow(ranked: readonly RankedSource[]): RankedSource[] {
  const [first, second] = ranked
  if (!first || first.score <= 0) return []
  return second && second.score > 0 && first.score - second.score < GAP * first.score ? [first, second] : [first]
}

type Words = Pick<SentenceReading, "words" | "facts" | "grams" | "isConditional">

/** Which share of the weight of the words comes from the draft's sentence. The rest comes from the source's. */
const DRAFT = 0.75
const FIGURES = 0.3
const LETTERS = 0.5
/** What is added if both state a condition; twice as much already costs on pages with many conditions. */
const CONDITIONS = 0.05
/** A single word is a heading, which states nothing, so only a much better score puts it before a sentence. */
const HEADING = 0.5
/** If the first leads the second by less than this share of its score, the first is right in a third of cases only. */
const GAP = 0.1

/** `words` holds the weights of the sentence's words, of those that both share, and of the source's. */
function scoreOf(
  sentence: Words,
  source: Words,
  { own, shared, total }: { own: number; shared: number; total: number },
  common: number
): number {
  const all = DRAFT * own + (1 - DRAFT) * total
  const held = sentence.facts.filter((fact) => source.facts.some((said) => sameFact(fact, said))).length
  const score =
    (all > 0 ? shared / all : 0) +
    (sentence.facts.length > 0 ? (FIGURES * held) / sentence.facts.length : 0) +
    LETTERS * dice(sentence.grams.length + source.grams.length, common)
  if (source.words.size < 2 && source.facts.length === 0) return score * HEADING
  return score > 0 && sentence.isConditional() && source.isConditional() ? score + CONDITIONS : score
}

/** Returns Dice's coefficient, from 0 to 1. `sizes` is how many both sets hold together. */
const dice = (sizes: number, common: number) => (sizes === 0 ? 0 : (2 * common) / sizes)

/** Reads the source sentences once for as long as somebody holds their array. */
function indexOf(sources: readonly string[], language: string | null): RankingIndex {
  const known = indexes.get(sources)
  if (known?.language === language) return known.index
  const readings = sources.map((source) => readSentence(source, language))
  const index = {
    sources: readings,
    weight: wordWeights(readings),
    totals: totalWeights(readings),
    parts: [{ from: 0, places: placesOf(readings.map(({ words }) => words)) }]
  }
  indexes.set(sources, { index, language })
  return index
}

const indexes = new WeakMap<readonly string[], { index: RankingIndex; language: string | null }>()
