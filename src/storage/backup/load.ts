import { sql, type Kysely, type Transaction } from "kysely"
import { StartError } from "../../runtime/problem.ts"
import { withoutTriggers } from "../audit/restore-audit.ts"
import { lockMigrations } from "../dialect.ts"
import { executedSteps, knownSteps, migrate, migrateTo } from "../migrate.ts"
import type { Schema } from "../schema.ts"
import type { BackupEnd, BackupHead, BackupPart, RowBatch } from "./parts.ts"
import { countRows, readSequences, readTables, TABLES, type Counts, type StoredTable } from "./tables.ts"

export interface LoadOptions {
  /** Whether data that the target has may go. */
  replace: boolean
  /** Aborted, what was loaded is taken back, and its reason thrown. */
  signal?: AbortSignal
  /** Runs in the same transaction, before what the target has is dropped; not if it has no tables. Its schema is this version's. */
  before?(work: Transaction<Schema>): Promise<void>
  /** Runs in the same transaction, once the data are in and the schema is this version's. */
  after?(work: Transaction<Schema>, head: BackupHead): Promise<void>
}

export interface Loaded {
  head: BackupHead
  /** As they were counted in the target, before the schema was brought up to date. */
  counts: Counts
  /** The steps that brought it up to date. */
  steps: string[]
}

/**
 * Replaces the database by what the parts hold, in one transaction: where anything fails, it stays as it was. The tables
 * are made as they were when the parts were written, filled, counted, and then brought up to date.
 * @throws StartError "database-not-empty" where data would be lost, "backup-newer" for a schema that this version doesn't
 * know, "restore-counts" if rows are missing; what PostgreSQL throws, e.g. for a full disk
 */
export async function load(
  db: Kysely<Schema>,
  parts: AsyncIterable<BackupPart>,
  { replace, signal, before, after }: LoadOptions
): Promise<Loaded> {
  const loaded = await db.transaction().execute(async (work) => {
    await sql`set local lock_timeout = '5s'`.execute(work)
    // No other restore begins meanwhile, and a relay that starts waits before it looks at a table.
    await lockMigrations(work)
    if (!replace) await refuseData(work)
    if (before && (await executedSteps(work)).length > 0) {
      await migrate(work)
      await before(work)
    }
    await dropTables(work)
    let head: BackupHead | undefined
    let tables = new Map<string, StoredTable>()
    let end: BackupEnd | undefined
    for await (const part of parts) {
      signal?.throwIfAborted()
      if ("head" in part) {
        head = part.head
        tables = await makeTables(work, head)
      } else if ("batch" in part) await insertBatch(work, tables.get(part.batch.table), part.batch)
      else end = part.end
    }
    if (head === undefined || end === undefined) throw new Error("The parts have no head or no end.")
    await setSequences(work, end.sequences)
    const counts = await countRows(work, head.tables)
    checkCounts(counts, end.counts)
    const steps = await migrate(work)
    await after?.(work, head)
    signal?.throwIfAborted()
    return { head, counts, steps }
  })
  // The planner knows nothing of the new rows yet.
  for (const { name } of await readTables(db)) await sql`analyze ${sql.table(name)}`.execute(db)
  return loaded
}

/** Rows that every new database has. */
const SEEDED = ["knowledge_origins"]

async function refuseData(work: Transaction<Schema>): Promise<void> {
  const tables = (await readTables(work)).filter(({ name }) => !SEEDED.includes(name))
  const [name, count] = Object.entries(await countRows(work, tables)).find(([, rows]) => rows > 0) ?? []
  if (name === undefined || count === undefined) return
  throw new StartError(
    "database-not-empty",
    `The database holds data already (${name}: ${count.toLocaleString("en")}). Nothing was changed.`
  )
}

const FUNCTIONS = ["audit_append_only", "audit_chain", "audit_entry_hash", "audit_part", "count_cases"]

async function dropTables(work: Transaction<Schema>): Promise<void> {
  const names = (await readTables(work)).map(({ name }) => sql.table(name))
  if (names.length > 0) await sql`drop table ${sql.join(names)}`.execute(work)
  for (const name of FUNCTIONS) await sql`drop function if exists ${sql.id(name)}`.execute(work)
  if ((await executedSteps(work)).length > 0) await sql`delete from kysely_migration`.execute(work)
}

async function makeTables(work: Transaction<Schema>, { steps, tables }: BackupHead): Promise<Map<string, StoredTable>> {
  const last = steps.at(-1)
  if (last === undefined || steps.some((step, at) => step !== knownSteps[at]))
    throw new StartError(
      "backup-newer",
      `The data come from a newer Replywright (step ${last}, this one knows ${knownSteps.at(-1)}): use that version.`
    )
  await migrateTo(work, last)
  const ownTables = new Map((await readTables(work)).map((table) => [table.name, table]))
  for (const { name, columns } of tables) {
    const missing = columns.find((column) => !ownTables.get(name)?.columns.includes(column))
    if (!TABLES.includes(name) || missing !== undefined) {
      const unknown = TABLES.includes(name) ? `${name}.${missing}` : `the table ${name}`
      throw new StartError("backup-newer", `The data hold ${unknown}, which this version doesn't know.`)
    }
  }
  for (const name of SEEDED) if (ownTables.has(name)) await sql`delete from ${sql.table(name)}`.execute(work)
  return new Map(tables.map((table) => [table.name, table]))
}

async function insertBatch(
  work: Transaction<Schema>,
  table: StoredTable | undefined,
  { rows }: RowBatch
): Promise<void> {
  if (table === undefined) throw new Error("Rows of a table that the head doesn't name.")
  const name = sql.table(table.name)
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  const insert = () =>
    sql`
      insert into ${name} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${name}, ${rows}::json)`.execute(work)
  // Numbers, hashes and sums are rows of the backup too.
  await (["audit", "outcomes"].includes(table.name) ? withoutTriggers(work, table.name, insert) : insert())
}

async function setSequences(work: Transaction<Schema>, last: BackupEnd["sequences"]): Promise<void> {
  for (const { column, sequence } of await readSequences(work)) {
    const number = last[column]
    if (number !== undefined) await sql`select setval(${sequence}::regclass, ${number}::bigint)`.execute(work)
  }
}

function checkCounts(counts: Counts, wanted: Counts): void {
  const wrong = Object.keys(wanted).find((name) => counts[name] !== wanted[name])
  if (wrong === undefined) return
  throw new StartError(
    "restore-counts",
    `Of ${wanted[wrong]} rows of ${wrong} ${counts[wrong] ?? 0} arrived. Nothing was changed: try again, and report it if it happens again.`
  )
}
