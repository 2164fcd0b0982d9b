import type { Claim } from "./draft.ts"

/**
 * Returns the sentences for which Insert waits: they contradict a source, or promise what nobody approved, and the agent
 * hasn't kept them as own words.
 * @param kept the starts of the sentences that were kept
 */
export function holdingClaims(claims: readonly Claim[], kept: readonly number[]): Claim[] {
  return claims.filter(
    ({ state, start }) => (state === "contradicts" || state === "needs-approval") && !kept.includes(start)
  )
}
