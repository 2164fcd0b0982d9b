import type { Hono } from "hono"
import { usageOperations } from "../../protocol/routes/usage.ts"
import type { BudgetAnswer } from "../../protocol/relay.ts"
import { createRoutes } from "../access/create-routes.ts"
import { preparedPerDay, type TeamBudgets } from "../team-settings/team-settings.ts"
import type { RouteParts, RelayEnv } from "../http/context.ts"
import { spentOn, dayOf } from "../../models/usage/usage-book.ts"
import { preparedDraftsOn } from "./prepared-drafts.ts"

export interface UsageParts extends RouteParts {
  budgets: TeamBudgets
}

/** Creates the route that says what a person has left of today's budgets. */
export function usageRoutes({ db, clock, budgets }: UsageParts): Hono<RelayEnv> {
  return createRoutes({ db, clock }, usageOperations, {
    "GET /v1/budget": async (context) => {
      const { id } = context.get("person").person
      const day = dayOf(clock())
      const [prepared, limit, cost] = await Promise.all([
        preparedDraftsOn(db, id, day),
        preparedPerDay(db, budgets.prepared),
        spentOn(db, id, budgets.currency, day)
      ])
      const left: BudgetAnswer = {
        day,
        prepared: { used: prepared, limit },
        cost: { used: cost, limit: budgets.cost ?? null, currency: budgets.currency }
      }
      return context.json(left)
    }
  })
}
