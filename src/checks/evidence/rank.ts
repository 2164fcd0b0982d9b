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
  return rank(readSentence(sentence, language), indexOf(sources, language))
}

/** Source sentences, indexed once for all sentences of a draft. */
export interface RankingIndex {
  readonly sources: readonly Words[]
  readonly weight: WordWeight
  /** The weight of all words of each source sentence. */
  readonly totals: readonly number[]
  /** The places of the source sentences that hold a word, or a run of letters. */
  readonly words: ReadonlyMap<string, readonly number[]>
  readonly grams: ReadonlyMap<string, readonly number[]>
}

/** Indexes what is read already. `weight` is from `wordWeights` of the same readings. */
export function indexForRanking(sources: readonly Words[], weight: WordWeight): RankingIndex {
  return {
    sources,
    weight,
    totals: sources.map(({ words }) => totalWeight(words, weight)),
    words: placesOf(sources.map(({ words }) => words)),
    grams: placesOf(sources.map(({ grams }) => grams))
  }
}

function placesOf(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
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
export function rank(sentence: Words, index: RankingIndex): RankedSource[] {
  const { sources, weight, totals } = index
  const own = totalWeight(sentence.words, weight)
  const shared = new Float64Array(sources.length)
  for (const word of sentence.words)
    for (const place of index.words.get(word) ?? []) shared[place] = (shared[place] ?? 0) + weight(word)
  const common = new Uint32Array(sources.length)
  for (const gram of sentence.grams)
    for (const place of index.grams.get(gram) ?? []) common[place] = (common[place] ?? 0) + 1
  return sources
    .map((source, place) => {
      const words = { own, shared: shared[place] ?? 0, total: totals[place] ?? 0 }
      return { index: place, score: scoreOf(sentence, source, words, common[place] ?? 0) }
    })
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
    LETTERS * dice(sentence.grams.size + source.grams.size, common)
  return source.words.size < 2 && source.facts.length === 0 ? score * HEADING : score
}

/** Returns Dice's coefficient, from 0 to 1. `sizes` is how many both sets hold together. */
const dice = (sizes: number, common: number) => (sizes === 0 ? 0 : (2 * common) / sizes)

/** Reads the source sentences once for as long as somebody holds their array. */
function indexOf(sources: readonly string[], language: string | null): RankingIndex {
  const known = indexes.get(sources)
  if (known?.language === language) return known.index
  const readings = sources.map((source) => readSentence(source, language))
  const index = indexForRanking(readings, wordWeights(readings))
  indexes.set(sources, { index, language })
  return index
}

const indexes = new WeakMap<readonly string[], { index: RankingIndex; language: string | null }>()
