import { sql, type Kysely } from "kysely"
import type { Schema } from "../schema.ts"
import { SIGNED_ACTIONS } from "./signed-entries.ts"

const COLUMNS = sql.raw("id, at, person, machine, action, ids, late, previous, hash")

/**
 * Runs work in which rows of a table are stored as they are given, for example entries of the audit with their numbers
 * and hashes. It must run in a transaction of the table's owner.
 */
export async function withoutTriggers<Result>(
  work: Kysely<Schema>,
  table: string,
  run: () => Promise<Result>
): Promise<Result> {
  await sql`alter table ${sql.table(table)} disable trigger user`.execute(work)
  const result = await run()
  await sql`alter table ${sql.table(table)} enable trigger user`.execute(work)
  return result
}

/**
 * Puts the audit that was set aside in the place of a backup's, because its chain goes on. What only the backup has is
 * added to its end, marked as late.
 * @param aside the table in which it was set aside
 */
export async function continueAudit(work: Kysely<Schema>, aside: string): Promise<void> {
  await sql`create temporary table restored_audit on commit drop as table audit`.execute(work)
  await withoutTriggers(work, "audit", async () => {
    await sql`delete from audit`.execute(work)
    await sql`insert into audit (${COLUMNS}) select ${COLUMNS} from ${sql.table(aside)}`.execute(work)
  })
  await sql`
    insert into audit (at, person, machine, action, ids, late)
    select at, person, machine, action, ids, true from restored_audit r
    where action <> all(${Object.values(SIGNED_ACTIONS)}::text[])
      and at >= (select min(at) from ${sql.table(aside)})
      and not exists (select from audit a where a.at = r.at and a.action = r.action and a.ids = r.ids)
    order by id`.execute(work)
}
