import type { Hono } from "hono"
import { budgetAnswer, type BudgetAnswer } from "../../protocol/relay.ts"
import { createRoutes } from "../access/create-routes.ts"
import { preparedPerDay, type TeamBudgets } from "../team-settings/team-settings.ts"
import type { RouteParts } from "../http/route-parts.ts"
import type { RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import { spentOn } from "../../models/usage/usage-book.ts"
import { dayOf } from "../../models/usage/day.ts"
import { preparedDraftsOn } from "./prepared-drafts.ts"

export interface UsageParts extends RouteParts {
  budgets: TeamBudgets
}

export const usageOperations = describeRoutes({
  "GET /v1/budget": {
    summary: "What is left of today's budgets.",
    who: "agent",
    answers: { 200: answer("Used and limit; a day is one of UTC", budgetAnswer) }
  }
})

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
