import { idfOf, bm25Saturation } from "./bm25.ts"

/** Pairs of words of one passage, or of a whole page, with the number of times that they occur there. */
export interface Pairs {
  times: Map<number, number>
  /** The number of words that were searched for pairs. */
  length: number
}

/** BM25's parameters for one kind of pairs. */
export interface PairKind {
  k1: number
  b: number
}
export const NEAR: PairKind = { k1: 1.2, b: 0.5 }
export const NEXT: PairKind = { k1: 2.5, b: 0.9 }

/**
 * Scores pairs by their rarity among these candidates. This works as well as their rarity in the whole collection and
 * needs no index.
 * @returns the scores by candidate and part
 */
export function addedPairs(candidates: Pairs[][], { k1, b }: PairKind): number[][] {
  const pairs = new Map<number, number>()
  let parts = 0
  let length = 0
  for (const own of candidates) {
    for (const part of own) {
      parts++
      length += part.length
      for (const pair of part.times.keys()) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  const mean = length / Math.max(1, parts) || 1
  const rarity = new Map([...pairs].map(([pair, count]) => [pair, idfOf(count, parts)]))
  return candidates.map((own) =>
    own.map((part) => {
      const long = 1 - b + (b * part.length) / mean
      let sum = 0
      for (const [pair, times] of part.times) sum += (rarity.get(pair) ?? 0) * bm25Saturation(times / long, k1)
      return sum
    })
  )
}
