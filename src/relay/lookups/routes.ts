import type { Hono } from "hono"
import * as wire from "../../protocol/operating/lookups.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { answer, describeRoutes, UNMASKED } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { findView, listLookups, readLookups, removeLookup, saveLookup } from "./stored-lookups.ts"
import type { ViewDatabase } from "./view/view-database.ts"

export const lookupOperations = describeRoutes({
  "GET /v1/lookups": {
    summary:
      "The team's lookups, which each browser makes itself. Each answer to somebody signed in tells their version in the header x-lookups.",
    who: "agent",
    answers: { 200: answer("The definitions", wire.lookupsAnswer) }
  },
  "POST /v1/lookups/:name/ask": {
    summary: "Asks a view of the team's database for facts about a ticket. Nothing of request and answer is stored.",
    who: "agent",
    path: wire.lookupPath,
    body: wire.viewRequest,
    answers: { 200: answer("Its rows", wire.viewAnswer), 422: UNMASKED }
  },
  "GET /v1/admin/lookups": {
    summary: "Lists the team's lookups as their files are.",
    who: "admin",
    answers: { 200: answer("Lookups", wire.storedLookupsAnswer) }
  },
  "PUT /v1/admin/lookups": {
    summary:
      "Stores a lookup as the newest version under its name. One with a mistake is refused, each mistake with its line.",
    who: "admin",
    body: wire.lookupRequest,
    answers: { 200: answer("Its name and version", wire.lookupSaved) }
  },
  "DELETE /v1/admin/lookups/:name": {
    summary: "Removes a lookup. Its versions stay.",
    who: "admin",
    path: wire.lookupPath,
    answers: { 204: answer("Removed") }
  }
})

export interface LookupParts extends RouteParts {
  views: ViewDatabase
}

/** Creates the routes of the team's lookups: everybody reads the definitions and asks views, admins change them. */
export function lookupRoutes(parts: LookupParts): Hono<RelayEnv> {
  const { db, clock, views } = parts
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes(parts, lookupOperations, {
    "GET /v1/lookups": async (context) => context.json(await readLookups(db)),
    "POST /v1/lookups/:name/ask": async (context, read) => {
      if ((await countAttempt(db, `views ${me(context)}`, 60, clock())) > MAX_VIEWS_A_MINUTE)
        throw new Problem(429, "too-many-views", "Views were asked too often within a minute: wait a little.", {
          retryable: true
        })
      const { values } = await read.body()
      const body = { values, names: Object.keys(values) }
      await refuseUnmasked(parts, { body, rules: context.get("person").rules, now: clock() })
      const view = await findView(db, read.path().name)
      if (!view) throw new Problem(404, "no-lookup", "There is no such view any more.")
      return context.json({ rows: await views.ask(view, values) })
    },
    "GET /v1/admin/lookups": async (context) => context.json(await listLookups(db)),
    "PUT /v1/admin/lookups": async (context, read) => {
      const { source } = await read.body()
      return context.json(await saveLookup(db, source, me(context), clock()))
    },
    "DELETE /v1/admin/lookups/:name": async (context, read) => {
      if (!(await removeLookup(db, read.path().name, me(context), clock())))
        throw new Problem(404, "no-lookup", "There is no such lookup any more: load the list again.")
      return context.body(null, 204)
    }
  })
}

/** By one person. A ticket asks each view once, and a script that asks for number after number is slowed down. */
const MAX_VIEWS_A_MINUTE = 120
