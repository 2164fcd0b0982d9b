import type { Hono } from "hono"
import { toneDecision } from "../../protocol/outcome.ts"
import { toneDecisionsAnswer } from "../../protocol/review.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { countToneDecisions, saveToneDecision } from "./tone-decisions.ts"

export const toneOperations = describeRoutes({
  "POST /v1/tone/decisions": {
    summary:
      "Tell that a finding of tone is fine here, or that its rule is not to be shown any more. No word of a reply.",
    who: "agent",
    body: toneDecision,
    answers: { 204: answer("Kept") }
  },
  "GET /v1/review/tone": {
    summary: "What agents decided about each tone rule in the last 90 days.",
    who: "lead",
    answers: { 200: answer("Counts by rule", toneDecisionsAnswer) }
  }
})

/** Creates the routes by which agents say which findings of tone were of no use, and leads see it. */
export function toneRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, toneOperations, {
    "POST /v1/tone/decisions": async (context, read) => {
      await saveToneDecision(db, await read.body(), context.get("person").person.id, clock())
      return context.body(null, 204)
    },
    "GET /v1/review/tone": async (context) => context.json(await countToneDecisions(db, clock()))
  })
}
