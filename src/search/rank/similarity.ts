import type { Candidate } from "./rank.ts"

/**
 * Returns how near each candidate's best passage is to the query by an embedding model: 0 for the farthest and 1 for
 * the nearest, because any two texts have something in common. Returns undefined for a candidate without an embedding,
 * and for all if they are equally near, because similarity says nothing then.
 */
export function similarity(candidates: readonly Candidate[]): (number | undefined)[] {
  const best = candidates.map(({ similar = [] }) =>
    similar.reduce<number | undefined>(
      (most, one) => (one === undefined ? most : Math.max(most ?? one, one)),
      undefined
    )
  )
  const known = best.filter((one) => one !== undefined)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return best.map((one) => (one === undefined || most === least ? undefined : (one - least) / (most - least)))
}

/**
 * Returns the mean of all signals. An unknown signal is left out, so that a candidate without an embedding keeps its
 * place.
 */
export function meanOfKnown(sum: number, count: number, another: number | undefined): number {
  return another === undefined ? sum / count : (sum + another) / (count + 1)
}

/** Returns the scores of its passages by words, or by embeddings if no passage contains a word of the query. */
export function passageScores(whole: number[], candidate: Candidate | undefined): number[] {
  const similar = candidate?.similar
  return similar && !whole.some((score) => score > 0) ? similar.map((one) => Math.max(0, one ?? 0)) : whole
}
