import { Hono } from "hono"
import type { BudgetAnswer } from "../../protocol/relay.ts"
import { requirePerson } from "../access/middleware.ts"
import { preparedPerDay, type TeamBudgets } from "../team-settings/team-settings.ts"
import type { RouteParts } from "../http/route-parts.ts"
import type { RelayEnv } from "../http/context.ts"
import { spentOn } from "../../models/usage/usage-book.ts"
import { dayOf } from "../../models/usage/day.ts"
import { preparedDraftsOn } from "./prepared-drafts.ts"

export interface UsageParts extends RouteParts {
  budgets: TeamBudgets
}

/** What a person has left today. */
export function usageRoutes({ db, clock, budgets }: UsageParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().get("/budget", requirePerson(db, clock), async (context) => {
    const { id } = context.get("person").person
    const day = dayOf(clock())
    const [prepared, limit, cost] = await Promise.all([
      preparedDraftsOn(db, id, day),
      preparedPerDay(db, budgets.prepared),
      spentOn(db, id, budgets.currency, day)
    ])
    const answer: BudgetAnswer = {
      day,
      prepared: { used: prepared, limit },
      cost: { used: cost, limit: budgets.cost ?? null, currency: budgets.currency }
    }
    return context.json(answer)
  })
}
