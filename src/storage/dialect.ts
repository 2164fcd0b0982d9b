import { PostgresAdapter, PostgresDialect, sql, type Kysely } from "kysely"

/** The advisory lock of migrations; Kysely's own, so that a relay of an older version waits for it too. */
export const MIGRATION_LOCK = 3853314791062309107n

/** Holds the lock of migrations until the transaction ends. */
export async function lockMigrations<Tables>(work: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(work)
}

/**
 * PostgreSQL, with a lock of migrations that belongs to a transaction. Kysely's belongs to the session, which behind
 * PgBouncer may be another one when it is to be released: then everybody would wait for it for ever.
 */
export class RelayDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new TransactionLocked()
  }
}

class TransactionLocked extends PostgresAdapter {
  override async acquireMigrationLock(work: Parameters<PostgresAdapter["acquireMigrationLock"]>[0]): Promise<void> {
    await lockMigrations(work)
  }

  override async releaseMigrationLock(): Promise<void> {}
}
