import type { Hono } from "hono"
import { toneOperations } from "../../protocol/routes/review.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv, RouteParts } from "../http/context.ts"
import { countToneDecisions, saveToneDecision } from "./tone-decisions.ts"

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
