import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/**
 * Lets PostgreSQL analyse the documents after an import has added or removed many of them. PostgreSQL would do so
 * itself about a minute later, and until then a search takes seconds instead of milliseconds. A role that doesn't own
 * the table only gets a warning.
 */
export async function refreshQueryPlans(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ known: number; now: string }>`
    select reltuples as known, (select count(*) from documents) as now from pg_class where oid = 'documents'::regclass`.execute(
    db
  )
  const [size] = rows
  if (!size || (Number(size.now) >= size.known / OTHER && Number(size.now) <= size.known * OTHER)) return
  await db.transaction().execute(async (write) => {
    await sql`set local default_statistics_target = ${sql.lit(SAMPLED)}`.execute(write)
    await sql`analyze documents`.execute(write)
  })
}

/** PostgreSQL samples 300 times as many rows, which is enough for sizes. */
const SAMPLED = 20
/** The statistics are refreshed if the number of documents differs by this factor. */
const OTHER = 1.5
