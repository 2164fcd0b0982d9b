import { bm25Saturation, dividedByMaximum, idfOf } from "../rank/bm25.ts"
import { type AnalysedText, type Field, FIELDS, type ThreadTurn } from "./analyse-text.ts"

/**
 * These features compare a reply's words with the conversation's: five use BM25, each divided by the best score among
 * the replies, and three use the share of the reply's idf.
 */
export const MATCH_FEATURES = [
  "all",
  "last",
  "lastThree",
  "asWritten",
  "letters",
  "inTalk",
  "inLast",
  "inAgentsLast"
] as const
export type MatchFeature = (typeof MATCH_FEATURES)[number]

/** Computes the features for each reply. @param turns newest first */
export function matchFeatures(
  turns: readonly ThreadTurn[],
  replies: readonly AnalysedText[],
  statistics: ReplyStatistics
): Record<MatchFeature, number[]> {
  const texts = turns.map(({ text }) => text)
  const last = turns
    .filter(({ role }) => role === "customer")
    .slice(0, 1)
    .map(({ text }) => text)
  const agentsLast = turns
    .filter(({ role }) => role === "agent")
    .slice(0, 1)
    .map(({ text }) => text)
  const scored = (field: Field, from: readonly AnalysedText[], fade = 1) => {
    const query = queryOf(from, field, fade)
    return dividedByMaximum(replies.map((reply) => statistics.score(reply, field, query)))
  }
  const share = (from: readonly AnalysedText[]) => {
    const said = new Set(from.flatMap((text) => [...text.stems.times.keys()]))
    return replies.map((reply) => shareOf(reply, (word) => said.has(word), statistics))
  }
  return {
    all: scored("stems", texts, FADE),
    last: scored("stems", last),
    lastThree: scored("stems", texts.slice(0, 3)),
    asWritten: scored("words", texts, FADE),
    letters: scored("grams", texts, FADE),
    inTalk: share(texts),
    inLast: share(last),
    inAgentsLast: share(agentsLast)
  }
}

/** The weight of each older turn relative to the one after it. */
const FADE = 0.8
/** This limits how much a repeated word counts. */
const REPEAT = 4

function queryOf(turns: readonly AnalysedText[], field: Field, fade: number): Map<string, number> {
  const query = new Map<string, number>()
  turns.forEach((turn, age) => {
    for (const [word, times] of turn[field].times) query.set(word, (query.get(word) ?? 0) + times * fade ** age)
  })
  for (const [word, weight] of query) query.set(word, bm25Saturation(weight, REPEAT))
  return query
}

/** Returns how much of a text's content is in words for which `has` is true, as their share of the text's idf. */
export function shareOf(text: AnalysedText, has: (word: string) => boolean, statistics: ReplyStatistics): number {
  let all = 0
  let count = 0
  for (const word of text.stems.times.keys()) {
    const idf = statistics.idf(word)
    all += idf
    if (has(word)) count += idf
  }
  return all > 0 ? count / all : 0
}

/** Counts how rare each word is among some replies, and how long the replies are. */
export class ReplyStatistics {
  readonly #counts: Record<Field, Map<string, number>>
  readonly #mean: Record<Field, number>
  readonly #total: number

  constructor(replies: readonly AnalysedText[]) {
    this.#total = replies.length
    const countOf = (field: Field) => {
      const counts = new Map<string, number>()
      for (const reply of replies)
        for (const word of reply[field].times.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
      return counts
    }
    const meanOf = (field: Field) =>
      Math.max(1, replies.reduce((sum, reply) => sum + reply[field].length, 0) / Math.max(1, replies.length))
    this.#counts = byField(countOf)
    this.#mean = byField(meanOf)
  }

  idf(word: string, field: Field = "stems"): number {
    return idfOf(this.#counts[field].get(word) ?? 0, this.#total)
  }

  /** Returns the BM25 score of a reply for weighted words (k1 1.2, b .75). */
  score(reply: AnalysedText, field: Field, query: ReadonlyMap<string, number>): number {
    const { times, length } = reply[field]
    const long = 1 - B + (B * length) / this.#mean[field]
    let sum = 0
    for (const [word, count] of times) {
      const weight = query.get(word)
      if (weight !== undefined) sum += weight * this.idf(word, field) * bm25Saturation(count / long, K1)
    }
    return sum
  }
}

const K1 = 1.2
const B = 0.75

function byField<T>(make: (field: Field) => T): Record<Field, T> {
  const [stems, words, grams] = FIELDS
  return { stems: make(stems), words: make(words), grams: make(grams) }
}
