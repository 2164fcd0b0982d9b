import { sql } from "kysely"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { load } from "../../../src/storage/backup/load.ts"
import type { BackupPart } from "../../../src/storage/backup/parts.ts"
import { readSnapshot } from "../../../src/storage/backup/snapshot.ts"
import { knownSteps, migrate, migrateTo } from "../../../src/storage/migrate.ts"
import { soon } from "../../soon.ts"
import { connectTo, startDatabases } from "../help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

/** Sessions of a new database. */
async function sessions(name: string, count: number) {
  const url = await databases.create(name)
  const open = Array.from({ length: count }, () => connectTo(url))
  onTestFinished(async () => {
    for (const db of open) await db.destroy()
  })
  return open
}

async function partsOf(name: string): Promise<BackupPart[]> {
  const [db] = await sessions(name, 1)
  if (!db) throw new Error("no session")
  await migrate(db)
  await db.insertInto("settings").values({ key: "restored", value: "yes" }).execute()
  return Array.fromAsync(readSnapshot(db))
}

async function* streamed(parts: readonly BackupPart[], wait?: Promise<void>): AsyncGenerator<BackupPart> {
  yield* parts.slice(0, 2)
  await wait
  yield* parts.slice(2)
}

test("a relay that starts while a backup is restored waits for it, and finds it whole", async () => {
  const parts = await partsOf("source_of_waiting")
  const [restoring, starting, looking] = await sessions("waiting", 3)
  if (!restoring || !starting || !looking) throw new Error("no sessions")
  await migrate(starting)
  const rest = Promise.withResolvers<void>()
  const loaded = load(restoring, streamed(parts, rest.promise), { replace: true })
  await soon(async () => {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and granted`.execute(looking)
    expect(rows).toHaveLength(1)
  })
  const migrated = migrate(starting)
  await soon(async () => {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(looking)
    expect(rows).toHaveLength(1)
  })
  rest.resolve()
  expect(await migrated).toEqual([])
  expect((await loaded).steps).toEqual([])
  expect(await starting.selectFrom("settings").select("key").execute()).toEqual([{ key: "restored" }])
})

test("a restore whose connection is lost in the middle changes nothing", async () => {
  const parts = await partsOf("source_of_lost")
  const [restoring, looking] = await sessions("lost", 2)
  if (!restoring || !looking) throw new Error("no sessions")
  await migrate(looking)
  await looking.insertInto("settings").values({ key: "kept", value: "yes" }).execute()
  const rest = Promise.withResolvers<void>()
  const loaded = load(restoring, streamed(parts, rest.promise), { replace: true })
  await soon(async () => {
    const { rows } = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_locks
      where relation = 'drafts'::regclass and mode = 'AccessExclusiveLock' and granted`.execute(looking)
    expect(rows).toEqual([{ ended: true }])
  })
  rest.resolve()
  await expect(loaded).rejects.toThrow()
  expect(await looking.selectFrom("settings").select("key").execute()).toEqual([{ key: "kept" }])
})

test("while a backup is read everybody reads and writes, and only a migration waits", async () => {
  const [reading, writing] = await sessions("read", 2)
  if (!reading || !writing) throw new Error("no sessions")
  await writing.transaction().execute((work) => migrateTo(work, knownSteps.at(-2) ?? ""))
  await writing.insertInto("settings").values({ key: "before", value: "" }).execute()
  const snapshot = readSnapshot(reading)
  await snapshot.next()
  await writing.insertInto("settings").values({ key: "after", value: "" }).execute()
  await writing.deleteFrom("settings").where("key", "=", "before").execute()
  await expect(migrate(writing, { lockTimeoutMs: 20, tries: 2, pauseMs: 1 })).rejects.toThrow(
    /needs a table that somebody else keeps locked .* A backup or an import may be running/
  )
  const rest = await Array.fromAsync(snapshot)
  const settings = rest.flatMap((part) => ("batch" in part && part.batch.table === "settings" ? [part.batch.rows] : []))
  expect(settings).toEqual(['[{"tenant":"default","key":"before","value":""}]'])
  expect(await migrate(writing)).toEqual(knownSteps.slice(-1))
})

test("parts that break off, whose counts are wrong, or that come from a newer version change nothing", async () => {
  const parts = await partsOf("source_of_wrong")
  const [db] = await sessions("wrong", 1)
  if (!db) throw new Error("no session")
  await migrate(db)
  await db.insertInto("settings").values({ key: "kept", value: "yes" }).execute()
  const [first, ...others] = parts
  if (first === undefined || !("head" in first)) throw new Error("no head")
  const headed = (change: object): BackupPart[] => [{ head: { ...first.head, ...change } }, ...others]
  const wrong: [BackupPart[], RegExp][] = [
    [parts.slice(0, -1), /no head or no end/],
    [
      parts.map((part) =>
        "batch" in part && part.batch.table === "settings" ? { batch: { ...part.batch, rows: "[]" } } : part
      ),
      /^Of 1 rows of settings 0 arrived\. Nothing was changed/
    ],
    [headed({ steps: [...knownSteps, "9999-later"] }), /come from a newer Replywright \(step 9999-later/],
    [
      headed({ tables: [{ name: "drafts", columns: ["id", "later"] }] }),
      /hold drafts\.later, which this version doesn't know/
    ],
    [headed({ tables: [{ name: "pg_class", columns: [] }] }), /which this version doesn't know/]
  ]
  for (const [given, sentence] of wrong) {
    await expect(load(db, streamed(given), { replace: true })).rejects.toThrow(sentence)
    expect(await db.selectFrom("settings").select("key").execute()).toEqual([{ key: "kept" }])
  }
})

test("a restore that is stopped takes back what it has loaded", async () => {
  const parts = await partsOf("source_of_stopped")
  const [db] = await sessions("stopped", 1)
  if (!db) throw new Error("no session")
  await migrate(db)
  await db.insertInto("settings").values({ key: "kept", value: "yes" }).execute()
  const stop = new AbortController()
  const stopped = (async function* () {
    yield* parts.slice(0, 2)
    stop.abort()
    yield* parts.slice(2)
  })()
  await expect(load(db, stopped, { replace: true, signal: stop.signal })).rejects.toThrow(/aborted/)
  expect(await db.selectFrom("settings").select("key").execute()).toEqual([{ key: "kept" }])
})
