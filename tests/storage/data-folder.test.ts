import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { createLog, silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase, connectDatabase, type Database } from "../../src/storage/database.ts"
import { migrations } from "../../src/storage/migrations/index.ts"
import { databaseProcess, temporaryFolder } from "../relay/help/data-folder.ts"
import { person, sampleTicket } from "../knowledge/help/tickets.ts"

const signal = new AbortController().signal
const knowledge = join(import.meta.dirname, "../../demo/knowledge")
const asked = ["1001", "1002", "1003", "1005", "1006", "1007", "1011", "1012", "1013", "1014", "1015", "1016"]

describe("the data folder", () => {
  const { folder, remove } = temporaryFolder()
  const open = new Set<Database>()
  afterAll(async () => {
    for (const database of open) await database.close()
    remove()
  })
  const settingsOf = (data: string) => readSettings({ REPLYWRIGHT_DATA: join(folder, data) })
  const start = async (data: string, log = silentLog) => {
    const database = await openDatabase(settingsOf(data), log, signal)
    open.add(database)
    return database
  }
  const stop = async (database: Database) => {
    open.delete(database)
    await database.close()
  }
  const back = Promise.withResolvers<void>()
  let first: Database
  beforeAll(async () => {
    // As a start leaves it that was killed half-way: it begins anew.
    mkdirSync(join(folder, "data", "database.new", "base"), { recursive: true })
    writeFileSync(join(folder, "data", "database.new", "PG_VERSION"), "18\n")
    first = await start("data")
  })

  test("every migration is there", async () => {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(first.db)
    expect(rows.map((row) => row.name)).toEqual(Object.keys(migrations).sort())
  })

  test("it is closed to everybody else: no port, folders of its own", async () => {
    const mode = (path: string) => (statSync(join(folder, "data", path)).mode & 0o777).toString(8)
    expect([mode("database"), mode("run")]).toEqual(["700", "700"])
    expect(existsSync(join(folder, "data", "run/.s.PGSQL.5432"))).toBe(true)
  })

  test("a second relay on the same folder says so; a command beside the first reaches its database, and leaves it running", async () => {
    await expect(start("data")).rejects.toThrow(/Another relay already runs on .*data: .*REPLYWRIGHT_DATA/)
    const beside = await connectDatabase(settingsOf("data"), silentLog, signal)
    await beside.db.insertInto("settings").values({ key: "beside", value: "yes" }).execute()
    await beside.close()
    expect(await first.db.selectFrom("settings").select("value").where("key", "=", "beside").execute()).toEqual([
      { value: "yes" }
    ])
  })

  test("two hundred questions at once, good and bad ones, get each its own answer", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, async (_, n) => {
        const { rows } =
          n % 3
            ? await sql<{ n: number }>`select ${n}::integer as n`.execute(first.db)
            : await sql<{ n: number }>`select ${n}::integer / 0 as n`.execute(first.db)
        return rows[0]?.n
      })
    )
    expect(answers.map((answer) => (answer.status === "fulfilled" ? answer.value : answer.reason.code))).toEqual(
      Array.from({ length: 200 }, (_, n) => (n % 3 ? n : "22012"))
    )
  })

  test("a transaction is seen by others when it is done, not before, and not at all when it is taken back or its client is gone", async () => {
    const add = (key: string) => ({ key, value: "" })
    await first.db.transaction().execute(async (work) => {
      await work.insertInto("settings").values(add("t-done")).execute()
    })
    await expect(
      first.db.transaction().execute(async (work) => {
        await work.insertInto("settings").values(add("t-back")).execute()
        throw new Error("taken back")
      })
    ).rejects.toThrow("taken back")
    const gone = await first.pool.connect()
    await gone.query("begin")
    await gone.query("insert into settings (key, value) values ('t-gone', '')")
    gone.release(true)
    expect(await first.db.selectFrom("settings").select("key").where("key", "like", "t-%").execute()).toEqual([
      { key: "t-done" }
    ])
  })

  test("the sample articles are imported, and the sample's tickets find theirs", async () => {
    expect(await importFolder(first.db, knowledge, { origin: "sample", collection: "sample", signal })).toMatchObject({
      unchanged: 0,
      failures: []
    })
    expect(await importFolder(first.db, knowledge, { origin: "sample", collection: "sample", signal })).toMatchObject({
      imported: 0,
      removed: 0,
      failures: []
    })
    const retriever = createRetriever(first.db)
    const sources = []
    for (const id of asked) sources.push((await retriever.find(sampleTicket(id), person("agents"), signal)).sources)
    expect(sources[0]?.[0]?.id).toBe("sample/en/delivery-missing")
  })

  test("stopped and started again, what was stored is there", async () => {
    await stop(first)
    first = await start(
      "data",
      createLog((line) => (line.includes("database-back") ? back.resolve() : undefined))
    )
    expect(await first.db.selectFrom("settings").select("value").where("key", "=", "beside").execute()).toEqual([
      { value: "yes" }
    ])
    expect((await createRetriever(first.db).find(sampleTicket("1001"), person(), signal)).sources[0]?.id).toBe(
      "sample/en/delivery-missing"
    )
  })

  test("killed, it comes back by itself with what was stored", async () => {
    await first.db.insertInto("settings").values({ key: "kept", value: "yes" }).execute()
    process.kill(databaseProcess(join(folder, "data")), "SIGKILL")
    await back.promise
    expect(await first.db.selectFrom("settings").select("value").where("key", "=", "kept").execute()).toEqual([
      { value: "yes" }
    ])
  })

  test("a database that a newer version has written is told as such", async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', now()::text)`.execute(
      first.db
    )
    await stop(first)
    await expect(start("data")).rejects.toThrow(/written by a newer Replywright/)
  })

  test("data of another PostgreSQL are told as such and left alone", async () => {
    mkdirSync(join(folder, "old", "database"), { recursive: true })
    writeFileSync(join(folder, "old", "database", "PG_VERSION"), "17\n")
    await expect(start("old")).rejects.toThrow(/belong to PostgreSQL 17, .* brings 18/)
  })
})
