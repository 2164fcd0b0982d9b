import type { WordLines } from "../postings/word-lines.ts"
import { readCandidate, type CandidateScores } from "./candidate-scores.ts"
import { addedPairs, NEAR, NEXT } from "./pairs.ts"
import { QueryWords } from "./query-words.ts"
import { dividedByMaximum } from "./bm25.ts"
import { meanOfKnown, passageScores, similarity } from "./similarity.ts"

/** One customer message (or the subject) of the query: words cut and stemmed as the passages are. */
export interface QueryMessage {
  words: string[]
  /** Words of its sentences that end in a question mark. */
  asks: string[]
  /** Marks of `synonymsOf`. */
  synonyms: string[]
}

/**
 * By language, how its pages cut the query's words where they do so in another way: their stem, and the query's own.
 */
export type OtherLanguageStems = ReadonlyMap<string, ReadonlyMap<string, string>>

export interface Candidate {
  /** ISO 639-1 of its words. */
  language: string
  words: WordLines
  /** Cosine of each passage and the query, by an embedding model where one is configured. */
  similar?: readonly (number | undefined)[]
}

/** What the order needs to know of the whole collection. */
export interface Statistics {
  idf(word: string): number
  /** Mean words of a passage: its title, headings, text. */
  mean: { title: number; headings: number; text: number }
}

export interface Ranked {
  /** Index into the candidates. */
  at: number
  /** 0 to 1; comparable within one answer only. */
  score: number
  /** Score of each passage for the whole query, in its own unit: comparable between queries of the same words only. */
  passages: number[]
}

/**
 * Orders candidates by plain signals, each divided by its maximum: best passages (BM25F over words and meanings,
 * counted twice), query words that stand near each other, neighbouring words, how much of the query and how much of its
 * questions a passage covers, and every turn on its own so that one long turn cannot own the query; where vectors are
 * known, how near they are. Nothing is learnt: learnt weights did not hold on other collections. Best first; ties keep
 * the given order.
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
      ).map(bestThree)
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
      passages: passageScores(one.whole, candidates[at]),
      score: meanOfKnown(
        signals.reduce((sum, signal) => sum + (signal[at] ?? 0), 0),
        signals.length,
        near[at]
      )
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

/** Every turn speaks with the same voice: each is divided by its own maximum before they are added. */
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

/** Best passage, half the second, a third of the third: answering in several places beats one lucky passage. */
function bestThree(scores: number[]): number {
  let [first, second, third] = [0, 0, 0]
  for (const score of scores) {
    if (score > first) [first, second, third] = [score, first, second]
    else if (score > second) [second, third] = [score, second]
    else if (score > third) third = score
  }
  return first + second / 2 + third / 3
}
