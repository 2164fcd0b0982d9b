import { weights } from "../../lexicon/weights/word-vectors.ts"
import { DIMENSIONS, unpackWordVectors, type WordVectorTable } from "./word-vector-table.ts"

let table: WordVectorTable | undefined

/**
 * Returns where the words of an English text point together: 64 numbers, of length 1. Texts of similar meaning point in
 * similar directions, also where they have no word in common. A word counts the less, the more frequent it is in English
 * (Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017), which its rank tells.
 * @param words in lower case
 * @param language ISO 639-1, or null for a text too short to tell
 * @returns undefined for another language, and where no word is known
 */
export function textVector(words: readonly string[], language: string | null): Float32Array | undefined {
  if (language !== null && language !== "en") return undefined
  table ??= unpackWordVectors(weights())
  const sum = new Float32Array(DIMENSIONS)
  for (const word of words) {
    const rank = table.rankOf(word)
    if (rank === undefined) continue
    const vector = table.vectorAt(rank)
    const much = countFor(rank) / lengthOf(vector)
    for (let at = 0; at < DIMENSIONS; at++) sum[at] = (sum[at] ?? 0) + much * (vector[at] ?? 0)
  }
  const length = lengthOf(sum)
  return length === 0 ? undefined : sum.map((value) => value / length)
}

/** By Zipf's law, a word's share of all words is inverse to its rank. */
const countFor = (rank: number) => SMOOTHING / (SMOOTHING + FIRST_SHARE / (rank + 2))
const FIRST_SHARE = 0.08
const SMOOTHING = 5e-4

function lengthOf(vector: Int8Array | Float32Array): number {
  let squares = 0
  for (const value of vector) squares += value * value
  return Math.sqrt(squares)
}
