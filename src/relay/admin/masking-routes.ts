import type { Hono } from "hono"
import { maskingOperations } from "../../protocol/routes/masking-rules.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RouteParts } from "../http/route-parts.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { readVersions } from "../../masking-rules/stored-rules.ts"
import { addWord, readRules, saveRules, undoRules } from "../../masking-rules/rules.ts"

/**
 * Creates the routes of the team's masking rules. Everybody reads them, leads and admins change them, and agents add a
 * word if the team lets them.
 */
export function maskingRoutes({ db, clock }: RouteParts): Hono<RelayEnv> {
  const me = (context: RelayContext) => context.get("person").person
  return createRoutes({ db, clock }, maskingOperations, {
    "GET /v1/masking-rules": async (context) => context.json(await readRules(db)),
    "PUT /v1/masking-rules": async (context, read) =>
      context.json(await saveRules(db, await read.body(), me(context), clock())),
    "POST /v1/masking-rules/words": async (context, read) =>
      context.json(await addWord(db, await read.body(), me(context), clock())),
    "GET /v1/masking-rules/versions": async (context) => context.json(await readVersions(db)),
    "POST /v1/masking-rules/undo": async (context, read) =>
      context.json(await undoRules(db, await read.body(), me(context), clock()))
  })
}
