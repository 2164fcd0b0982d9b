import { sql, type Kysely } from "kysely"
import type { Schema } from "./schema.ts"

/**
 * Until the transaction ends, one at a time goes on under this name: whoever comes second waits here, also where there
 * is no row yet to lock.
 */
export async function lockInTransaction(work: Kysely<Schema>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(work)
}
