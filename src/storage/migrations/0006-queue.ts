import { sql, type Kysely } from "kysely"

/**
 * The orders in which leads go through cases: a page of the list is read from the index, and nothing is sorted for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index outcomes_edited on outcomes (edit_distance, created_at, id) where result in ('unchanged', 'light', 'heavy')`.execute(
    db
  )
  await sql`create index outcomes_rejected on outcomes ((result = 'rejected'), created_at, id)`.execute(db)
}
