import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/**
 * Has PostgreSQL look at its tables where an import has made them another size: until it does so by itself, about a minute later, a search
 * takes seconds instead of milliseconds. A role that doesn't own the tables is told so by a warning alone.
 */
export async function planAnew(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ known: number; now: string }>`
    select reltuples as known, (select coalesce(sum(passages), 0) from knowledge_totals) as now from pg_class where oid = 'passages'::regclass`.execute(db)
  const [size] = rows
  if (!size || (Number(size.now) >= size.known / OTHER && Number(size.now) <= size.known * OTHER)) return
  await db.transaction().execute(async (write) => {
    await sql`set local default_statistics_target = ${sql.lit(SAMPLED)}`.execute(write)
    for (const table of ["documents", "passages"] as const) await sql`analyze ${sql.table(table)}`.execute(write)
  })
}

/** It looks at 300 times as many rows: enough for sizes, and short on PGlite too, which is given up when a statement takes five seconds. */
const SAMPLED = 20
/** So many times larger or smaller. */
const OTHER = 1.5
