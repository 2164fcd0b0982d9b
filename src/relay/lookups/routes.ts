import type { Hono } from "hono"
import { lookupOperations } from "../../protocol/routes/lookups.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv, RouteParts } from "../http/context.ts"
import { requireOn } from "../team-settings/require-on.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { findView, listLookups, readLookups, removeLookup, saveLookup } from "./stored-lookups.ts"
import type { ViewDatabase } from "./view-database.ts"

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
      requireOn(context)
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
