import { isDenied, type Claim } from "./draft.ts"

/**
 * Says whether Insert waits for a sentence: it contradicts a source, promises what nobody approved, or names a date, an
 * amount or a discount that neither ticket nor source gives, or the verifier denies it.
 */
export function isHoldingClaim({ state, reason, verdict }: Pick<Claim, "state" | "reason" | "verdict">): boolean {
  if (reason === "verifier" || isDenied(verdict)) return true
  if (state === "no-source") return reason === "date" || reason === "money"
  return state === "contradicts" || state === "needs-approval"
}

/**
 * Returns the sentences for which Insert waits, without those that the agent has kept as own words.
 * @param kept the starts of the sentences that were kept
 */
export function holdingClaims(claims: readonly Claim[], kept: readonly number[]): Claim[] {
  return claims.filter((claim) => isHoldingClaim(claim) && !kept.includes(claim.start))
}
