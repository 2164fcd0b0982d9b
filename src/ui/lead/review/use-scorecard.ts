import type { Scorecard } from "../../../protocol/scorecard.ts"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** The route of the scorecards, which is also where its answer is kept. */
export const SCORECARDS = "GET /v1/review/scorecards"

/**
 * Returns the scorecard by which a case is scored: the one by which its scores were given, or else the current one.
 * Somebody who has begun to score goes on by the version with which they began.
 */
export function useScorecard(version: number | null): {
  card: Scorecard | undefined
  current: Scorecard | undefined
  isOlderCard: boolean
} {
  const { data } = useRelayQuery(SCORECARDS, {})
  const [current] = data?.scorecards ?? []
  const card = data?.scorecards.find((one) => one.version === version) ?? current
  return { card, current, isOlderCard: card !== current }
}
