import type { WordLines } from "../postings/word-lines.ts"
import { discountPastTickets, readCandidate, type CandidateScores } from "./candidate-scores.ts"
import { addedPairs, NEAR, NEXT } from "./pairs.ts"
import { QueryWords } from "./query-words.ts"
import { dividedByMaximum } from "./bm25.ts"
import { meanOfKnown, passageScores, similarity } from "./similarity.ts"

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
