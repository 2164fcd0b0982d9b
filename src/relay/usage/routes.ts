import type { Hono } from "hono"
import { usageOperations } from "../../protocol/routes/usage.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { TeamBudgets } from "../team-settings/team-settings.ts"
import type { RouteParts, RelayEnv } from "../http/context.ts"
import { rateLimitFields } from "./rate-limit.ts"
import { readBudget } from "./read-budget.ts"

export interface UsageParts extends RouteParts {
  budgets: TeamBudgets
}

/** Creates the route that says what a person has left of today's budgets. */
export function usageRoutes({ db, clock, budgets }: UsageParts): Hono<RelayEnv> {
  return createRoutes({ db, clock }, usageOperations, {
    "GET /v1/budget": async (context) => {
      const left = await readBudget(db, budgets, context.get("person").person, clock())
      for (const [name, value] of Object.entries(rateLimitFields(left, clock()))) context.header(name, value)
      return context.json(left)
    }
  })
}
