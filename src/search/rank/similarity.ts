import type { Candidate } from "./rank.ts"

/**
 * How near each candidate's best passage is to the query by an embedding model: 0 for the farthest of them, 1 for the
 * nearest, as any two texts have something in common. Undefined for one without a vector, and for all where none stands
 * out: it tells nothing then.
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
 * The mean of all signals; one that isn't known is left out, so that whoever has no vector stands where it stood
 * without.
 */
export function meanOfKnown(sum: number, count: number, another: number | undefined): number {
  return another === undefined ? sum / count : (sum + another) / (count + 1)
}

/** Scores of its passages: by words, or where no word of the query stands in any, by what they mean. */
export function passageScores(whole: number[], candidate: Candidate | undefined): number[] {
  const similar = candidate?.similar
  return similar && !whole.some((score) => score > 0) ? similar.map((one) => Math.max(0, one ?? 0)) : whole
}
