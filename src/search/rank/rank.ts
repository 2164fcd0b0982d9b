import type { WordLines } from "../postings/word-lines.ts"
import { discountPastTickets, readCandidate, type CandidateScores } from "./candidate-scores.ts"
import { addedPairs, NEAR, NEXT, QueryWords } from "./query-words.ts"
import { dividedByMaximum } from "./bm25.ts"

/** One customer message of the query, or the subject, stemmed like the passages. */
export interface QueryMessage {
  words: string[]
  /** The words of its sentences that end in a question mark. */
  asks: string[]
  /** The marks of `synonymsOf`. */
  synonyms: string[]
}

/**
 * The stems of the query's words in other languages where they differ: by language, it maps the stem there to the
 * query's own stem.
 */
export type OtherLanguageStems = ReadonlyMap<string, ReadonlyMap<string, string>>

export interface Candidate {
  /** The ISO 639-1 code of the language of its words. */
  language: string
  words: WordLines
  /** The words of tickets that this document answered, each as one more passage. */
  pastTickets?: WordLines
  /** The cosines of each passage and the query, if an embedding model is configured. */
  similar?: readonly (number | undefined)[]
}

/** What ranking needs to know about the whole collection. */
export interface Statistics {
  idf(word: string): number
  /** A passage's mean numbers of words in title, headings and text. */
  mean: { title: number; headings: number; text: number }
}

export interface Ranked {
  /** The index into the candidates. */
  at: number
  /** The score is from 0 to 1 and comparable within one result list only. */
  score: number
  /**
   * The scores of each passage for the whole query. Their unit is comparable only between queries of the same
   * words.
   */
  passages: number[]
}

/**
 * Orders candidates by plain signals, each divided by its maximum: the best passages (BM25F over words and synonyms,
 * counted twice), query words that stand near each other, neighbouring words, how much of the query and of its
 * questions a passage covers, and every turn on its own, so that one long turn can't dominate the query. If embeddings
 * are known, their similarity is added. Tickets that a document answered count as passages of it at a discount, but never
 * as text. Nothing is trained, because trained weights didn't hold on other collections.
 * The best comes first, and ties keep the given order.
 */
export function rank(
  turns: QueryMessage[],
  candidates: Candidate[],
  statistics: Statistics,
  elsewhere: OtherLanguageStems = new Map()
): Ranked[] {
  const asked = new QueryWords(turns, statistics, elsewhere)
  const read = candidates.map((candidate) => readCandidate(candidate, asked, statistics))
  const passages = dividedByMaximum(read.map((one) => bestThree(one.whole)))
  const signals = [
    passages,
    passages,
    dividedByMaximum(
      addedPairs(
        read.map((one) => one.near),
        NEAR
      ).map((scores, at) => bestThree(discountPastTickets(scores, read[at]?.own ?? 0)))
    ),
    dividedByMaximum(
      addedPairs(
        read.map((one) => [one.next]),
        NEXT
      ).map(bestThree)
    ),
    dividedByMaximum(read.map((one) => bestThree(one.covered))),
    dividedByMaximum(read.map((one) => bestThree(one.coveredAsks))),
    dividedByMaximum(turnScores(read))
  ]
  const near = similarity(candidates)
  return read
    .map((one, at) => ({
      at,
      passages: passageScores(one.whole.slice(0, one.own), candidates[at]),
      score: meanOfKnown(
        signals.reduce((sum, signal) => sum + (signal[at] ?? 0), 0),
        signals.length,
        near[at]
      )
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

/** Gives every turn the same influence by dividing each by its own maximum before they are added. */
function turnScores(candidates: CandidateScores[]): number[] {
  const sums = candidates.map(() => 0)
  const turns = candidates[0]?.turns.length ?? 0
  for (let turn = 0; turn < turns; turn++) {
    dividedByMaximum(candidates.map((one) => bestThree(one.turns[turn] ?? []))).forEach((value, at) => {
      sums[at] = (sums[at] ?? 0) + value
    })
  }
  return sums
}

/**
 * Adds the best passage, half the second and a third of the third, so that answering in several places beats one lucky
 * passage.
 */
function bestThree(scores: number[]): number {
  let [first, second, third] = [0, 0, 0]
  for (const score of scores) {
    if (score > first) [first, second, third] = [score, first, second]
    else if (score > second) [second, third] = [score, second]
    else if (score > third) third = score
  }
  return first + second / 2 + third / 3
}

/**
 * Returns how near each candidate's best passage is to the query by an embedding model: 0 for the farthest and 1 for
 * the nearest, because any two texts have something in common. Returns undefined for a candidate without an embedding,
 * and for all if they are equally near, because similarity says nothing then.
 */
function similarity(candidates: readonly Candidate[]): (number | undefined)[] {
  const best = candidates.map(({ similar = [] }) =>
    similar.reduce<number | undefined>(
      (most, one) => (one === undefined ? most : Math.max(most ?? one, one)),
      undefined
    )
  )
  const cosines = best.filter((one) => one !== undefined)
  const [least, most] = [Math.min(...cosines), Math.max(...cosines)]
  return best.map((one) => (one === undefined || most === least ? undefined : (one - least) / (most - least)))
}

/**
 * Returns the mean of all signals. An unknown signal is left out, so that a candidate without an embedding keeps its
 * place.
 */
function meanOfKnown(sum: number, count: number, another: number | undefined): number {
  return another === undefined ? sum / count : (sum + another) / (count + 1)
}

/** Returns the scores of its passages by words, or by embeddings if no passage contains a word of the query. */
function passageScores(whole: number[], candidate: Candidate | undefined): number[] {
  const similar = candidate?.similar
  return similar && !whole.some((score) => score > 0) ? similar.map((one) => Math.max(0, one ?? 0)) : whole
}
