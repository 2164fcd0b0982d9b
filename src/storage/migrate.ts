import { setTimeout as wait } from "node:timers/promises"
import { sql, type Kysely } from "kysely"
import { Migrator, type Migration, type MigrationResultSet } from "kysely/migration"
import { StartError } from "../runtime/problem.ts"
import { lockMigrations } from "./dialect.ts"
import { migrations } from "./migrations/index.ts"
import type { Schema } from "./schema.ts"

/** How long a step waits for tables that others use. */
export interface LockPatience {
  /** Milliseconds that one statement waits for its lock. Everybody who comes after it waits behind it. */
  lockTimeoutMs: number
  tries: number
  /** Milliseconds between two tries, in which the others go on. */
  pauseMs: number
}

const PATIENCE: LockPatience = { lockTimeoutMs: 2_000, tries: 10, pauseMs: 1_000 }

/**
 * Brings the tables up to this version, each step in a transaction of its own. Of several that do so at once, one works
 * and the others wait for it. A step that doesn't get its tables in time lets everybody else go on, and is tried again.
 * In a transaction of the caller's there is one try, and its own `lock_timeout` holds.
 * @returns the names of the steps that were done, in their order
 * @throws StartError "database-newer" when a newer Replywright has been here, "database-rights" when the role may make
 * no tables, "database-locked" when the tables stay in use; what else a step throws
 */
export async function migrate(db: Kysely<Schema>, patience: Partial<LockPatience> = {}): Promise<string[]> {
  const { lockTimeoutMs, tries, pauseMs } = { ...PATIENCE, ...patience }
  // Nobody uses an empty database yet.
  const executed = db.isTransaction ? [] : await executedSteps(db)
  if (isUpToDate(executed) && isUpToDate(await stepsOnceOthersEnded(db))) return []
  const whole = db.isTransaction || executed.length === 0
  if (!db.isTransaction && executed.length < knownSteps.length) await requireRights(db)
  const done: string[] = []
  for (let failed = 0; ; ) {
    const { error, results = [] } = await inTransaction(db, (work) => {
      const migrator = createMigrator(work, db.isTransaction ? undefined : lockTimeoutMs)
      return whole ? migrator.migrateToLatest() : migrator.migrateUp()
    })
    done.push(...results.filter(({ status }) => status === "Success").map(({ migrationName }) => migrationName))
    if (error === undefined && (whole || results.length === 0)) return done
    if (error === undefined) continue
    if (!isLockTimeout(error) || db.isTransaction) throw await newerThanThis(db, error)
    if (++failed >= tries) throw await stayedLocked(db, results.at(-1)?.migrationName, error)
    await wait(pauseMs)
  }
}

/** Kysely's own bookkeeping reads every column of every table to see this, which most starts find. */
const isUpToDate = (executed: string[]) => executed.join() === knownSteps.join()

/** Who restores a backup has the lock meanwhile, and leaves steps that may be others. */
function stepsOnceOthersEnded(db: Kysely<Schema>): Promise<string[]> {
  return db.transaction().execute(async (work) => {
    await lockMigrations(work)
    return executedSteps(work)
  })
}

/** Since PostgreSQL 15 only its owner may make tables in the schema "public" of a new database. */
async function requireRights(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ role: string; database: string; schema: string | null; may: boolean | null }>`
    select current_user as role, current_database() as database, current_schema() as schema,
      has_schema_privilege(current_schema(), 'create') as may`.execute(db)
  const [{ role, database, schema, may } = { role: "", database: "", schema: "", may: true }] = rows
  if (may === true) return
  const grant = `GRANT USAGE, CREATE ON SCHEMA ${schema ?? "public"} TO ${role}`
  throw new StartError(
    "database-rights",
    `The role ${role} may make no tables in the database ${database}: let its owner run "${grant}" there, or make the role its owner ("ALTER DATABASE ${database} OWNER TO ${role}"), and start again.`
  )
}

/**
 * Runs steps in one transaction, which holds the lock of migrations to its end and is rolled back if a step fails.
 * Behind PgBouncer nothing else stays in one session.
 */
async function inTransaction(
  db: Kysely<Schema>,
  run: (work: Kysely<Schema>) => Promise<MigrationResultSet>
): Promise<MigrationResultSet> {
  if (db.isTransaction) return run(db)
  let failed: MigrationResultSet | undefined
  try {
    return await db.transaction().execute(async (work) => {
      await lockMigrations(work)
      const result = await run(work)
      if (result.error === undefined) return result
      failed = result
      throw result.error
    })
  } catch (error) {
    if (failed === undefined) throw error
    return failed
  }
}

/** Brings a database without tables up to the step of that name. It must run in the caller's transaction. */
export async function migrateTo(work: Kysely<Schema>, step: string): Promise<void> {
  const { error } = await createMigrator(work).migrateTo(step)
  if (error !== undefined) throw error
}

/** Reads which steps the database has had, in their order; none of a database without tables. */
export async function executedSteps(db: Kysely<Schema>): Promise<string[]> {
  const { rows: made } =
    await sql`select from pg_tables where schemaname = current_schema() and tablename = 'kysely_migration'`.execute(db)
  if (made.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** The names of all steps that this version knows, in their order. */
export const knownSteps = Object.keys(migrations)

function createMigrator(db: Kysely<Schema>, lockTimeoutMs?: number): Migrator {
  const timed = lockTimeoutMs === undefined ? migrations : withLockTimeout(migrations, lockTimeoutMs)
  return new Migrator({ db, provider: { getMigrations: async () => timed } })
}

/** Only statements of the steps have it: who waits for another migration waits as long as that takes. */
function withLockTimeout(steps: Record<string, Migration>, milliseconds: number): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, { up }]) => [
      name,
      {
        async up(db) {
          await sql`select set_config('lock_timeout', ${`${milliseconds}ms`}, true)`.execute(db)
          await up(db)
        }
      } satisfies Migration
    ])
  )
}

const isLockTimeout = (error: unknown) => error instanceof Error && "code" in error && error.code === "55P03"

async function newerThanThis(db: Kysely<Schema>, error: unknown): Promise<unknown> {
  if (!(error instanceof Error && error.message.includes("corrupted migrations"))) return error
  const done = db.isTransaction ? undefined : (await executedSteps(db)).length
  return new StartError(
    "database-newer",
    `This database was written by a newer Replywright (it knows ${done ?? "more"} steps, this one ${knownSteps.length}): start that version again, or another database.`,
    { cause: error }
  )
}

/** Names who has had a transaction open for longest: it is most likely the one that is in the way. */
async function stayedLocked(db: Kysely<Schema>, step: string | undefined, cause: unknown): Promise<StartError> {
  const { rows } = await sql<{ pid: number; name: string }>`
    select pid, application_name as name from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
    order by xact_start limit 1`.execute(db)
  const oldest = rows[0]
  const who = oldest ? ` (the oldest transaction is that of process ${oldest.pid}, "${oldest.name}")` : ""
  return new StartError(
    "database-locked",
    `The database can't be brought up to date: step ${step ?? "?"} needs a table that somebody else keeps locked${who}. A backup or an import may be running: let it end, then start again. Nothing of this step was done.`,
    { cause }
  )
}
