import type { Kysely } from "kysely"
import { Migrator } from "kysely/migration"
import { StartError } from "../runtime/problem.ts"
import { migrations } from "./migrations/index.ts"
import type { Schema } from "./schema.ts"

/** Brings the tables up to this version. @throws StartError when a newer Replywright has been here, or a step fails. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const known = new Set(Object.keys(migrations))
  const done = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt !== undefined)
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && error.message.includes("corrupted migrations")) {
    throw new StartError(
      "database-newer",
      `This database was written by a newer Replywright (it knows ${done.length} steps, this one ${known.size}): start that version again, or another database.`,
      { cause: error }
    )
  }
  throw error
}
