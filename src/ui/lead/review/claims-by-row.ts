import type { Claim } from "../../../ticket/draft.ts"

/**
 * The claims of each row of a diff, whose texts stand in `draft` in order. A row may hold several, and white space lies
 * between rows.
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
