import { Hono } from "hono"
import { rulesRequest, undoRequest, wordRequest } from "../../protocol/masking-rules.ts"
import { requirePerson } from "../access/middleware.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody } from "../http/body.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { readVersions } from "../../masking-rules/rule-versions.ts"
import { addWord, readRules, saveRules, undoRules } from "../../masking-rules/rules.ts"

/** The team's masking rules: everybody reads them, leads and admins change them, agents add a word where they may. */
export function maskingRoutes({ db, clock }: RouteParts): Hono<RelayEnv> {
  const [anybody, lead] = [requirePerson(db, clock), requirePerson(db, clock, "lead")]
  const me = (context: RelayContext) => context.get("person").person
  return new Hono<RelayEnv>()
    .get("/masking-rules", anybody, async (context) => context.json(await readRules(db)))
    .put("/masking-rules", lead, async (context) =>
      context.json(await saveRules(db, await readBody(context, rulesRequest), me(context), clock()))
    )
    .post("/masking-rules/words", anybody, async (context) =>
      context.json(await addWord(db, await readBody(context, wordRequest), me(context), clock()))
    )
    .get("/masking-rules/versions", lead, async (context) => context.json(await readVersions(db)))
    .post("/masking-rules/undo", lead, async (context) =>
      context.json(await undoRules(db, await readBody(context, undoRequest), me(context), clock()))
    )
}
