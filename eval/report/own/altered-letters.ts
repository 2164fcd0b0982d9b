import type { Claim } from "../../../src/ticket/draft.ts"
import { isHoldingClaim } from "../../../src/ticket/holding-claims.ts"
import type { Drafted } from "../../drafting.ts"
import type { Pass, Row } from "../row.ts"

/** A good letter, and the same letter with one statement that somebody made wrong, both as they were checked. */
export interface AlteredLetter {
  /** What is wrong with it: a figure, a condition ... */
  kind: string
  before: Drafted
  after: Drafted
}

const MARKED = new Set<Claim["state"]>(["contradicts", "needs-approval", "no-source", "look-again"])
export const isMarked = ({ state }: Pick<Claim, "state">): boolean => MARKED.has(state)

/**
 * Returns how many of the altered statements are marked, shown as supported, and held (Insert waits), in all and by
 * kind. A statement counts as shown as supported if a sentence of it is, and none of it is marked.
 */
export function rowsOfAltered(letters: readonly AlteredLetter[], set: string, pass: Pass): Row[] {
  if (letters.length === 0) return []
  const all = letters.map(({ kind, before, after }) => {
    const claims = claimsAtChange(before, after)
    return {
      kind,
      isFound: claims.some(isMarked),
      isSupported: !claims.some(isMarked) && claims.some(({ state }) => state === "supported"),
      isHeld: claims.some(isHoldingClaim)
    }
  })
  const rows = (some: typeof all, of: string): Row[] =>
    (
      [
        ["marked", "isFound"],
        ["shown as supported", "isSupported"],
        ["held", "isHeld"]
      ] as const
    ).map(([word, key]) => ({
      set,
      metric: `altered statements ${word}${of}`,
      figure: some.filter((one) => one[key]).length / some.length,
      ...pass,
      ...(of !== "" && { detail: true as const })
    }))
  const byKind = [...Map.groupBy(all, ({ kind }) => kind)].sort(([a], [b]) => a.localeCompare(b))
  return [...rows(all, ""), ...byKind.flatMap(([kind, some]) => rows(some, `: ${kind}`))]
}

/** Returns how many sentences of good letters are marked, by the reason. */
export function falseMarks(letters: readonly Drafted[], set: string, pass: Pass): Row[] {
  const marked = letters.flatMap(({ claims }) => claims).filter(isMarked)
  const byReason = [...Map.groupBy(marked, ({ state, reason }) => (reason ? `${state}, ${reason}` : state))].sort(
    ([a], [b]) => a.localeCompare(b)
  )
  return byReason.map(([reason, some]) => ({
    set,
    metric: `sentences of good letters marked: ${reason}`,
    figure: some.length,
    unit: "count",
    ...pass,
    detail: true
  }))
}

/** Returns the sentences of the second letter in which it differs from the first. */
export function claimsAtChange({ text: before }: Drafted, { text, claims }: Drafted): Drafted["claims"] {
  let start = 0
  while (start < text.length && before[start] === text[start]) start++
  let same = 0
  while (same < Math.min(text.length, before.length) - start && before.at(-1 - same) === text.at(-1 - same)) same++
  const end = Math.max(text.length - same, start + 1)
  return claims.filter((claim) => claim.start < end && claim.end > start)
}
