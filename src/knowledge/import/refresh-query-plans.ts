import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/**
 * Has PostgreSQL look at the documents where an import has made them many more or fewer: until it does so by itself,
 * about a minute later, a search takes seconds instead of milliseconds. A role that doesn't own the table is told so by
 * a warning alone.
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

/**
 * It looks at 300 times as many rows: enough for sizes, and short on PGlite too, which is given up when a statement
 * takes five seconds.
 */
const SAMPLED = 20
/** So many times larger or smaller. */
const OTHER = 1.5
