import type { Verdict } from "../../../protocol/review.ts"
import type { Score, Scorecard, Scores } from "../../../protocol/scorecard.ts"

/**
 * Returns the weighted mean of the scores and the verdict, from 0 to 1: "yes" counts 1, "partly" a half. What wasn't
 * scored has no weight. A "no" to a critical criterion makes it 0. It is null if no criterion was scored.
 */
export function totalOf(
  { criteria, sendWeight }: Pick<Scorecard, "criteria" | "sendWeight">,
  scores: Scores,
  verdict: Verdict | null
): number | null {
  const scored = criteria.flatMap(({ id, weight, isCritical }) => {
    const score = scores[id]
    return score === undefined ? [] : [{ weight, isCritical, value: VALUES[score] }]
  })
  if (scored.length === 0) return null
  if (scored.some(({ isCritical, value }) => isCritical && value === 0)) return 0
  const all = verdict === null ? scored : [...scored, { weight: sendWeight, value: VALUES[SENT[verdict]] }]
  const weights = all.reduce((sum, { weight }) => sum + weight, 0)
  return weights === 0 ? null : all.reduce((sum, { weight, value }) => sum + weight * value, 0) / weights
}

const VALUES: Record<Score, number> = { no: 0, partly: 0.5, yes: 1 }
const SENT: Record<Verdict, Score> = { send: "yes", "small-edit": "partly", "dont-send": "no" }
