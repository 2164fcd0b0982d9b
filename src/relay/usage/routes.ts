import { Hono } from "hono"
import type { BudgetAnswer } from "../../protocol/relay.ts"
import { requirePerson } from "../access/guards.ts"
import { preparedPerDay } from "../admin/team-settings.ts"
import type { RelayParts } from "../app.ts"
import type { RelayEnv } from "../http/context.ts"
import { spentOn } from "./book.ts"
import { dayOf } from "./day.ts"
import { preparedOn } from "./prepared.ts"

/** What a person has left today. */
export function usageRoutes({ db, clock, budgets }: RelayParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().get("/budget", requirePerson(db, clock), async (context) => {
    const { id } = context.get("person").person
    const day = dayOf(clock())
    const [prepared, limit, cost] = await Promise.all([preparedOn(db, id, day), preparedPerDay(db, budgets.prepared), spentOn(db, id, budgets.currency, day)])
    const answer: BudgetAnswer = {
      day, prepared: { used: prepared, limit }, cost: { used: cost, limit: budgets.cost ?? null, currency: budgets.currency }
    }
    return context.json(answer)
  })
}
