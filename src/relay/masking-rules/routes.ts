import type { Hono } from "hono"
import * as wire from "../../protocol/masking-rules.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RouteParts } from "../http/route-parts.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { answer, changed, describeRoutes } from "../http/operation.ts"
import { readVersions } from "../../masking-rules/rule-versions.ts"
import { addWord, readRules, saveRules, undoRules } from "../../masking-rules/rules.ts"

const newestRules = answer("The rules as they stand now", wire.rulesAnswer)

export const maskingOperations = describeRoutes({
  "GET /v1/masking-rules": {
    summary:
      "What the team says about masking. Each answer to somebody signed in tells its version in the header x-masking-rules.",
    who: "agent",
    answers: { 200: answer("The newest version", wire.rulesAnswer) }
  },
  "PUT /v1/masking-rules": {
    summary: "For leads and admins: say it anew, over the version that was read.",
    who: "lead",
    body: wire.rulesRequest,
    answers: { 200: newestRules, 409: changed(wire.rulesChanged) }
  },
  "POST /v1/masking-rules/words": {
    summary: "Add a word; for agents where the team lets them.",
    who: "agent",
    body: wire.wordRequest,
    answers: { 200: newestRules }
  },
  "GET /v1/masking-rules/versions": {
    summary: "For leads and admins: who changed what, and when.",
    who: "lead",
    answers: { 200: answer("Newest first", wire.versionsAnswer) }
  },
  "POST /v1/masking-rules/undo": {
    summary: "For leads and admins: make an earlier version the newest.",
    who: "lead",
    body: wire.undoRequest,
    answers: { 200: newestRules, 409: changed(wire.rulesChanged) }
  }
})

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
