import { sql, type Kysely, type Transaction } from "kysely"
import { StartError } from "../../runtime/problem.ts"
import { executedSteps } from "../migrate.ts"
import type { Schema } from "../schema.ts"
import type { BackupEnd, BackupPart, RowBatch } from "./parts.ts"
import { readSequences, readTables, type StoredTable } from "./tables.ts"

/**
 * Reads the whole database as it was at one moment, whatever is written meanwhile. Nobody who reads or writes waits for
 * it, only a migration does.
 * @throws StartError "database-empty" where there are no tables
 */
export async function* readSnapshot(db: Kysely<Schema>): AsyncGenerator<BackupPart> {
  const tables = await readTables(db)
  if (tables.length === 0)
    throw new StartError("database-empty", "There are no data yet: the relay has never run on this database.")
  const work = await db.startTransaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute()
  try {
    // The lock comes before the first look: from then on no step can change a table.
    await sql`lock table kysely_migration in share mode`.execute(work)
    const madeAt = await timeOf(work)
    const head = { madeAt, steps: await executedSteps(work), tables: await readTables(work) }
    yield { head: { format: "replywright-backup", version: 1, ...head } }
    const counts: BackupEnd["counts"] = {}
    for (const table of head.tables) {
      counts[table.name] = 0
      for await (const batch of readRows(work, table)) {
        counts[table.name] = (counts[table.name] ?? 0) + batch.count
        yield { batch }
      }
    }
    yield { end: { counts, sequences: await readLastNumbers(work) } }
  } finally {
    await work.rollback().execute()
  }
}

/** Characters of JSON that a batch should have. A row may have more. */
const BATCH = 2_000_000
const MAX_ROWS = 5_000

async function* readRows(work: Transaction<Schema>, { name, columns }: StoredTable): AsyncGenerator<RowBatch> {
  const listed = sql.join(columns.map((column) => sql.ref(column)))
  await sql`
    declare backup_rows no scroll cursor for
    select row_to_json(r)::text as row from (select ${listed} from ${sql.table(name)}) r`.execute(work)
  // Nothing is known of the rows' size at first, and a batch must stay readable.
  for (let size = 1; ; ) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(size)} from backup_rows`.execute(work)
    if (rows.length === 0) break
    const text = rows.map(({ row }) => row).join(",")
    yield { table: name, count: rows.length, rows: `[${text}]` }
    size = Math.max(1, Math.min(MAX_ROWS, size * 2, Math.floor((BATCH * rows.length) / text.length)))
  }
  await sql`close backup_rows`.execute(work)
}

async function timeOf(work: Transaction<Schema>): Promise<string> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(work)
  return (rows[0]?.at ?? new Date()).toISOString()
}

async function readLastNumbers(work: Transaction<Schema>): Promise<Record<string, string>> {
  const numbers: Record<string, string> = {}
  for (const { column, sequence } of await readSequences(work)) {
    const { rows } = await sql<{ last: string }>`
      select last_value::text as last from ${sql.raw(sequence)} where is_called`.execute(work)
    if (rows[0]) numbers[column] = rows[0].last
  }
  return numbers
}
