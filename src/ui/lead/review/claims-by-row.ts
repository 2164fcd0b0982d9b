import type { Claim } from "../../../ticket/draft.ts"

/**
 * Returns the claims of each row of a diff, whose texts are in `draft` in this order. A row may hold several, and there
 * is white space between rows.
 */
export function claimsByRow(rows: string[], draft: string, claims: Claim[]): Claim[][] {
  let from = 0
  return rows.map((text) => {
    const start = text === "" ? -1 : draft.indexOf(text, from)
    if (start < 0) return []
    from = start + text.length
    return claims.filter(({ end }) => start < end && end <= from)
  })
}
