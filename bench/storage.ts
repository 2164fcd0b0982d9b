import { statSync } from "node:fs"
import { join } from "node:path"
import { sql, type Kysely } from "kysely"
import { silentLog } from "../src/runtime/log.ts"
import { readSettings } from "../src/runtime/settings.ts"
import { checkBackup, readBackup, writeBackup } from "../src/storage/backup/backup-file.ts"
import { load } from "../src/storage/backup/load.ts"
import { readSnapshot } from "../src/storage/backup/snapshot.ts"
import { openDatabase } from "../src/storage/database.ts"
import type { Schema } from "../src/storage/schema.ts"
import { withFolder } from "./child.ts"
import { millisecondsOf, quantile, secondsOf, timed, type Row } from "./table.ts"

/** One month of drafts, with what was sent. `BENCH_DRAFTS` in the environment is another number. */
const DRAFTS = Number(process.env["BENCH_DRAFTS"] ?? 100_000)
const EVENTS = 5
/** Drafts that are deleted at once. */
const BATCH = 1_000

/**
 * Backs up a month of drafts, restores it into another database, and deletes it: at once, in batches, and as a partition
 * would be dropped. Everything is on the disk.
 */
export async function storage(signal: AbortSignal): Promise<Row[]> {
  return withFolder(async (folder) => {
    const open = (name: string) =>
      openDatabase(readSettings({ REPLYWRIGHT_DATA: join(folder, name) }), silentLog, signal)
    const [first, second] = [await open("first"), await open("second")]
    try {
      const rows: Row[] = []
      const measure = async (name: string, work: () => Promise<unknown>, after = () => "") => {
        const ms = await timed(work)
        rows.push([name, secondsOf(ms), after()])
      }
      const { db } = first
      await measure(`${DRAFTS.toLocaleString("en")} drafts of ${EVENTS} events, with outcomes, are written`, () =>
        fill(db)
      )
      rows.push(["drafts, events and outcomes, with their indexes", await sizeOf(db)])
      const file = join(folder, "backup")
      await measure(
        "backup",
        () => writeBackup(file, readSnapshot(db), signal),
        () => megabytes(statSync(file).size)
      )
      await measure("the file is checked", () => checkBackup(file))
      await measure("restore, checked already", () => load(second.db, readBackup(file), { replace: true }))
      await sql`create table months_drafts as table drafts`.execute(db)
      await sql`create table months_events as table draft_events`.execute(db)
      await sql`alter table months_events add primary key (draft, n)`.execute(db)
      await measure("both tables of the month are dropped, as partitions would be", () =>
        sql`drop table months_drafts, months_events`.execute(db)
      )
      await measure("drafts are deleted in one statement, events by cascade", () =>
        db.deleteFrom("drafts").where("created_at", "<", new Date()).execute()
      )
      const batches: number[] = []
      await measure(
        `the same in batches of ${BATCH.toLocaleString("en")}`,
        () => deleteInBatches(second.db, batches),
        () => `a batch p50 ${millisecondsOf(quantile(batches, 0.5))}, at most ${millisecondsOf(Math.max(...batches))}`
      )
      return rows
    } finally {
      await first.close()
      await second.close()
    }
  })
}

async function fill(db: Kysely<Schema>): Promise<void> {
  const person = "00000000-0000-4000-8000-000000000001"
  await sql`
    insert into people (id, name, role, groups, vault_key, created_at)
    values (${person}, 'Tom', 'agent', '{}', ${Buffer.alloc(32)}, now())`.execute(db)
  for (let from = 0; from < DRAFTS; from += 50_000)
    await sql`
      with d as (
        insert into drafts (id, person, site, helpdesk, ticket_id, request_hash, state, model, pipeline_version, request, subject, created_at, ended_at)
        select gen_random_uuid(), ${person}, 'https://lumen.zendesk.com', 'zendesk', n::text, '\\x00', 'done', 'offline', 'p',
          (select string_agg(md5(concat(n, i)), ' ') from generate_series(1, 40) i), 'Lamp', now() - interval '40 days' + n * interval '1 second', now()
        from generate_series(${from + 1}::int, ${Math.min(DRAFTS, from + 50_000)}::int) n returning id
      ), o as (
        insert into outcomes (id, person, draft, site, helpdesk, ticket_id, kind, account, result, filled_blanks, model, pipeline_version, body, created_at)
        select gen_random_uuid(), ${person}, id, 'https://lumen.zendesk.com', 'zendesk', '1', 'inserted', id, 'light', 0, 'offline', 'p',
          repeat(md5(id::text), 30), now() from d
      )
      insert into draft_events (draft, n, event)
      select id, n, concat('{"type":"draft-delta","text":"', md5(n::text), md5(id::text), '"}') from d, generate_series(1, ${EVENTS}::int) n`.execute(
      db
    )
  await sql`analyze`.execute(db)
}

async function deleteInBatches(db: Kysely<Schema>, times: number[]): Promise<void> {
  for (let left = true; left; ) {
    const oldest = db.selectFrom("drafts").select("id").orderBy("created_at").limit(BATCH)
    times.push(
      await timed(async () => {
        const { numDeletedRows } = await db.deleteFrom("drafts").where("id", "in", oldest).executeTakeFirstOrThrow()
        left = numDeletedRows > 0n
      })
    )
  }
}

async function sizeOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ size: string }>`
    select (pg_total_relation_size('drafts') + pg_total_relation_size('draft_events') + pg_total_relation_size('outcomes'))::text as size`.execute(
    db
  )
  return megabytes(Number(rows[0]?.size))
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString("en")} MB`
