import { readdirSync } from "node:fs"
import { sql, type Kysely } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { checkBackup, readBackup, writeBackup } from "../../../src/storage/backup/backup-file.ts"
import { load } from "../../../src/storage/backup/load.ts"
import type { BackupEnd } from "../../../src/storage/backup/parts.ts"
import { readSnapshot } from "../../../src/storage/backup/snapshot.ts"
import { countRows, readTables, TABLES } from "../../../src/storage/backup/tables.ts"
import { knownSteps, migrate, migrateTo } from "../../../src/storage/migrate.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { connectTo, startDatabases } from "../help/databases.ts"
import { rowsByStep } from "../help/rows-by-step.ts"

const signal = new AbortController().signal
let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
  await makeStates()
})
afterAll(() => databases?.stop())

const stateAt = (step: string) => `state_${step.slice(0, 4)}`

/** `npm run soak` tries every version, `npm test` the first, each eighth one and the three newest. */
const tried = knownSteps.filter(
  (_, at) => process.env["REPLYWRIGHT_SOAK"] || at % 8 === 0 || at >= knownSteps.length - 3
)

const made = new Set<string>()
const filled = new Set<string>()

/**
 * A database of every version that is tried, and notes of the tables of all: one goes through all steps, with what each
 * version's relay has written.
 */
async function makeStates(): Promise<void> {
  const url = await databases.create("all_steps")
  let db = connectTo(url)
  for (const step of knownSteps) {
    await db.transaction().execute((work) => migrateTo(work, step))
    for (const statement of rowsByStep[step] ?? []) await sql.raw(statement).execute(db)
    await noteTables(db)
    if (!tried.includes(step)) continue
    // It can be copied as long as nobody uses it.
    await db.destroy()
    await databases.create(stateAt(step), "all_steps")
    db = connectTo(url)
  }
  await db.destroy()
}

async function noteTables(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db)
  for (const { name } of rows) made.add(name)
  for (const [name, count] of Object.entries(await countRows(db, await readTables(db)))) if (count > 0) filled.add(name)
}

test("each table of every version is known to the backup, and each has rows in these tests", () => {
  expect([...made].sort()).toEqual(TABLES)
  expect([...filled].sort()).toEqual(TABLES)
  const files = readdirSync(new URL("../../../src/storage/migrations", import.meta.url))
  expect(files.filter((file) => /^\d/.test(file)).map((file) => file.replace(".ts", ""))).toEqual(knownSteps)
})

test.each(tried)(
  "a database of the version that ended with %s: backed up and restored it is what it becomes by an update, row for row",
  async (step) => {
    const file = `${databases.folder}/${step}.backup`
    const old = connectTo(databases.urlOf(stateAt(step)))
    const restored = connectTo(await databases.create(`restored_${step.slice(0, 4)}`))
    try {
      const end = await writeBackup(file, readSnapshot(old), signal)
      const { head } = await checkBackup(file)
      expect(head.steps.at(-1)).toBe(step)
      expect(end.counts).toEqual(await countRows(old, await readTables(old)))
      const loaded = await load(restored, readBackup(file), { replace: false })
      expect(loaded.counts).toEqual(end.counts)
      expect(loaded.steps).toEqual(await migrate(old))
      expect(await contentOf(restored)).toEqual(await contentOf(old))
      expect(await schemaOf(restored)).toEqual(await schemaOf(old))
    } finally {
      await old.destroy()
      await restored.destroy()
    }
  }
)

/** Values that a step makes anew wherever it runs, by table. */
const MADE_ANEW: Readonly<Record<string, RegExp>> = {
  documents: /"taken_at":"[^"]*"/g,
  knowledge_sources: /"created_at":"[^"]*"/g,
  pairing_codes: /"id":"[^"]*"/g
}

async function contentOf(db: Kysely<Schema>): Promise<{ rows: string[]; end: BackupEnd | undefined }> {
  const rows: string[] = []
  let end: BackupEnd | undefined
  for await (const part of readSnapshot(db)) {
    if ("batch" in part) {
      const { table, rows: text } = part.batch
      rows.push(`${table} ${text.replaceAll(MADE_ANEW[table] ?? /(?!)/g, "")}`)
    } else if ("end" in part) end = part.end
  }
  return { rows, end }
}

/** Columns, constraints, indexes and triggers, as PostgreSQL tells them. */
async function schemaOf(db: Kysely<Schema>): Promise<unknown[]> {
  const { rows } = await sql`
    select c.relname::text as of, a.attname::text as name, concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attstorage::text, a.attcompression::text, a.attidentity::text, pg_get_expr(d.adbin, d.adrelid)) as text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    union all select conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
    union all select 'index', indexname::text, indexdef from pg_indexes where schemaname = 'public'
    union all select 'trigger', tgname::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'options', relname::text, array_to_string(reloptions, ',') from pg_class
    where relnamespace = 'public'::regnamespace
    order by 1, 2, 3`.execute(db)
  return rows
}
