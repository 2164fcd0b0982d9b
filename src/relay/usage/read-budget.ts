import type { Kysely } from "kysely"
import { limitsFor } from "../../models/endpoint/models.ts"
import type { BudgetLimit } from "../../models/usage/budget-limit.ts"
import { budgetEnd, dayOf, readUse, type BudgetUse } from "../../models/usage/usage-book.ts"
import type { BudgetAnswer, PairedPerson } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"
import { preparedPerDay, type TeamBudgets } from "../team-settings/team-settings.ts"
import { preparedDraftsOn } from "./prepared-drafts.ts"

/** Reads what this person has used of each budget that holds for them. */
export async function readBudget(
  db: Kysely<Schema>,
  budgets: TeamBudgets,
  { id, groups }: Pick<PairedPerson, "id" | "groups">,
  now: Date
): Promise<BudgetAnswer> {
  const day = dayOf(now)
  const further = limitsFor({ ...budgets, cost: undefined }, groups)
  const [used, limit, [own, ...uses]] = await Promise.all([
    preparedDraftsOn(db, id, day),
    preparedPerDay(db, budgets.prepared),
    readUse(db, id, [OWN_DAY, ...further], budgets.currency, now)
  ])
  return {
    day,
    prepared: { used, limit },
    cost: { used: own?.cost ?? 0, limit: budgets.cost ?? null, currency: budgets.currency },
    ...(further.length > 0 && { limits: further.map((one, n) => limitAnswer(one, uses[n], now)) })
  }
}

const OWN_DAY: BudgetLimit = { of: "person", per: "day" }

function limitAnswer(
  { of, group, per, cost, tokens }: BudgetLimit,
  use: BudgetUse | undefined,
  now: Date
): NonNullable<BudgetAnswer["limits"]>[number] {
  return {
    of,
    ...(group !== undefined && { group }),
    per,
    until: budgetEnd(per, now).toISOString(),
    ...(cost !== undefined && { cost: { used: use?.cost ?? 0, limit: cost } }),
    ...(tokens !== undefined && { tokens: { used: use?.tokens ?? 0, limit: tokens } })
  }
}
