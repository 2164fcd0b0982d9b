import type { Kysely } from "kysely"
import type { PersonName } from "../../../protocol/scorecard.ts"
import { Problem } from "../../../runtime/problem.ts"
import { writeAuditEntry } from "../../../storage/audit-log.ts"
import type { Schema } from "../../../storage/schema.ts"
import { missingCaseProblem } from "../cases/missing-case.ts"

/** Reads whom cases can be assigned to, by name. */
export const readLeads = (db: Kysely<Schema>): Promise<PersonName[]> =>
  db
    .selectFrom("people")
    .select(["id", "name"])
    .where("role", "in", ["lead", "admin"])
    .orderBy("name")
    .orderBy("id")
    .limit(MAX_LEADS)
    .execute()

const MAX_LEADS = 500

/** Reads the lead whom a case is assigned to. */
export async function readAssigned(db: Kysely<Schema>, id: string): Promise<PersonName | null> {
  const lead = await db
    .selectFrom("case_assignments")
    .innerJoin("people", "people.id", "case_assignments.person")
    .select(["people.id", "people.name"])
    .where("case_id", "=", id)
    .executeTakeFirst()
  return lead ?? null
}

/**
 * Assigns a case to a lead. @param to null takes the assignment back
 * @throws Problem 404, 410 without the case, 400 if `to` is no lead
 */
export async function assignCase(
  db: Kysely<Schema>,
  id: string,
  to: string | null,
  by: string,
  now: Date
): Promise<{ assigned: PersonName | null }> {
  await db.transaction().execute(async (work) => {
    const there = await work.selectFrom("outcomes").select("id").where("id", "=", id).forUpdate().executeTakeFirst()
    if (!there) throw await missingCaseProblem(work, id)
    if (to === null) await work.deleteFrom("case_assignments").where("case_id", "=", id).execute()
    else {
      const lead = await work
        .selectFrom("people")
        .select("id")
        .where("id", "=", to)
        .where("role", "in", ["lead", "admin"])
        .executeTakeFirst()
      if (!lead) throw new Problem(400, "no-such-lead", "to: this is no lead of the team. Choose another one.")
      await work
        .insertInto("case_assignments")
        .values({ case_id: id, person: to, at: now })
        .onConflict((conflict) => conflict.column("case_id").doUpdateSet({ person: to, at: now }))
        .execute()
    }
    await writeAuditEntry(work, by, "case-assigned", to === null ? [id] : [id, to], now)
  })
  return { assigned: await readAssigned(db, id) }
}
