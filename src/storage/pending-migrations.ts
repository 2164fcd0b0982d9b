import { sql, type Kysely } from "kysely"
import { migrations } from "./migrations/index.ts"
import type { Schema } from "./schema.ts"

/**
 * Returns the names of the steps that this version knows and the database has not done. A relay does them all before it
 * listens, so there are some only if the database was replaced meanwhile, for example by an old backup.
 */
export async function pendingMigrations(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return Object.keys(migrations).filter((name) => !done.has(name))
}
