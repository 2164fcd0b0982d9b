import { sql, type Kysely } from "kysely"
import type { ToneDecision } from "../../protocol/outcome.ts"
import type { ToneDecisionsAnswer } from "../../protocol/tone.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type {} from "./tone-tables.ts"

/** Stores a decision once, however often its browser sends it. */
export async function saveToneDecision(
  db: Kysely<Schema>,
  { id, rule, decision }: ToneDecision,
  person: string,
  at: Date
): Promise<void> {
  await db
    .insertInto("tone_decisions")
    .values({ tenant: TENANT, id: id.toLowerCase(), rule, decision, person, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Counts by rule what agents decided in the 90 days before `now`, the rule that most agents hide first. */
export async function countToneDecisions(db: Kysely<Schema>, now: Date): Promise<ToneDecisionsAnswer> {
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const { rows } = await sql<ToneDecisionsAnswer["rules"][number]>`
    select rule, sum(fine)::int as "fineHere", (count(*) filter (where fine > 0))::int as agents,
      (count(*) filter (where newest = 'never-again'))::int as "hiddenBy"
    from (
      select rule, person, count(*) filter (where decision = 'fine-here') as fine,
        (array_agg(decision order by at desc) filter (where decision <> 'fine-here'))[1] as newest
      from tone_decisions where tenant = ${TENANT} and at >= ${since}
      group by rule, person
    ) as of_agents
    group by rule
    having sum(fine) > 0 or count(*) filter (where newest = 'never-again') > 0
    order by "hiddenBy" desc, "fineHere" desc, rule`.execute(db)
  return { rules: rows }
}

const DAYS = 90
