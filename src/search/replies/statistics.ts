import { idfOf, bm25Saturation } from "../rank/bm25.ts"
import { FIELDS, type AnalysedText, type Field } from "./analyse-text.ts"

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
