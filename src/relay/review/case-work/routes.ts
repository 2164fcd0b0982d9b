import type { Hono } from "hono"
import { caseWorkOperations } from "../../../protocol/routes/case-work.ts"
import { createRoutes } from "../../access/create-routes.ts"
import { idOf, type RelayContext, type RelayEnv, type RouteParts } from "../../http/context.ts"
import { refuseUnmasked } from "../../second-look/second-look.ts"
import { missingCaseProblem } from "../cases/missing-case.ts"
import { assignCase } from "./assignments.ts"
import { contestScore, decideDispute, readDisputeFigures } from "./disputes.ts"
import { readOwnReviews } from "./own-reviews.ts"

/** Creates the routes for what is done with a case besides its review, and for what agents see of theirs. */
export function caseWorkRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const caseId = async (context: RelayContext) => {
    const id = idOf(context)
    if (id === undefined) throw await missingCaseProblem(db, id)
    return id
  }
  return createRoutes(parts, caseWorkOperations, {
    "PUT /v1/review/cases/:id/assignment": async (context, read) => {
      const { to } = await read.body()
      return context.json(await assignCase(db, await caseId(context), to, context.get("person").person.id, clock()))
    },
    "PUT /v1/review/cases/:id/disputes": async (context, read) => {
      const body = await read.body()
      const { person, rules } = context.get("person")
      await refuseUnmasked(parts, { body, rules, now: clock() })
      return context.json(await decideDispute(db, await caseId(context), { ...read.query(), ...body }, person, clock()))
    },
    "GET /v1/review/disputes": async (context) => context.json(await readDisputeFigures(db)),
    "GET /v1/own/reviews": async (context) => context.json(await readOwnReviews(db, context.get("person").person.id)),
    "POST /v1/own/reviews/:id/disputes": async (context, read) => {
      const body = await read.body()
      const { person, rules } = context.get("person")
      await refuseUnmasked(parts, { body, rules, now: clock() })
      return context.json(await contestScore(db, await caseId(context), { ...read.query(), ...body }, person, clock()))
    }
  })
}
