import type { Hono } from "hono"
import { pageRecipeOperations, correctionOperations } from "../../protocol/routes/helpdesk-pages.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv, RouteParts } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { decideRecipe, listRecipes, proposeRecipe, readSharedRecipes, takeRecipeBack } from "./stored-recipes.ts"
import { readTeamCorrections } from "./stored-corrections.ts"

/** A person shows a page now and then, so a browser that proposes more often than this in an hour is wrong. */
const MAX_AN_HOUR = 60
const HOUR_S = 3600

/** Creates the routes by which agents propose places of pages, admins decide, and browsers learn what is shared. */
export function pageRecipeRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes(parts, pageRecipeOperations, {
    "GET /v1/page-recipes": async (context) => context.json(await readSharedRecipes(db)),
    "POST /v1/page-recipes": async (context, read) => {
      const { family, rules } = context.get("person")
      const { recipe } = await read.body()
      await refuseUnmasked(parts, { body: recipe, rules, now: clock() })
      if ((await countAttempt(db, `page-recipes ${family}`, HOUR_S, clock())) > MAX_AN_HOUR)
        throw new Problem(429, "too-many-proposals", "This browser proposes places too often: wait an hour.", {
          retryAfter: HOUR_S
        })
      return context.json(await proposeRecipe(db, recipe, me(context), clock()))
    },
    "GET /v1/admin/page-recipes": async (context) => context.json(await listRecipes(db)),
    "POST /v1/admin/page-recipes/decide": async (context, read) => {
      await decideRecipe(db, await read.body(), me(context), clock())
      return context.body(null, 204)
    },
    "POST /v1/admin/page-recipes/take-back": async (context, read) => {
      const { site } = await read.body()
      if (!(await takeRecipeBack(db, site, me(context), clock())))
        throw new Problem(404, "no-recipe", "No places are shared for this site any more: load the list again.")
      return context.body(null, 204)
    }
  })
}

/** Creates the route by which browsers learn which selectors are corrected. */
export function correctionRoutes(parts: RouteParts): Hono<RelayEnv> {
  return createRoutes(parts, correctionOperations, {
    "GET /v1/corrections": async (context) => context.json(await readTeamCorrections(parts.db))
  })
}
