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
import { Client, draftRequest, outcome } from "../relay/help/client.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { engines } from "../relay/help/engines.ts"
import { pipelineOf, writing } from "../relay/help/pipelines.ts"
import { openRelay, type TestRelay } from "../relay/help/relay.ts"
import { person, sampleTicket } from "../knowledge/help/tickets.ts"
import { askFigures, put, save } from "../relay/review/ask.ts"

const signal = new AbortController().signal
const knowledge = join(import.meta.dirname, "../../demo/knowledge")
const asked = ["1001", "1002", "1003", "1005", "1006", "1007", "1011", "1012", "1013", "1014", "1015", "1016"]
/** What each of the two found, to be compared. */
const found = new Map<string, unknown>()

describe.each(engines)("the data folder with $name", ({ name, settings, folder: files, processOf }) => {
  const { folder, remove } = temporaryFolder()
  const open = new Set<Database>()
  afterAll(async () => {
    for (const database of open) await database.close()
    remove()
  })
  const settingsOf = (data: string) => readSettings({ REPLYWRIGHT_DATA: join(folder, data), ...settings })
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
    mkdirSync(join(folder, "data", `${files}.new`, "base"), { recursive: true })
    writeFileSync(join(folder, "data", `${files}.new`, "PG_VERSION"), "18\n")
    first = await start("data")
  })

  test("every migration is there", async () => {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(first.db)
    expect(rows.map((row) => row.name)).toEqual(Object.keys(migrations).sort())
  })

  test("it is closed to everybody else: no port, folders of its own", async () => {
    const mode = (path: string) => (statSync(join(folder, "data", path)).mode & 0o777).toString(8)
    expect([mode(files), mode("run")]).toEqual(["700", "700"])
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
    found.set(name, sources)
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
    process.kill(processOf(join(folder, "data")), "SIGKILL")
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
    mkdirSync(join(folder, "old", files), { recursive: true })
    writeFileSync(join(folder, "old", files, "PG_VERSION"), "17\n")
    await expect(start("old")).rejects.toThrow(/belong to PostgreSQL 17, .* brings 18/)
  })
})

test("both find the same articles, passages and scores", () => {
  expect(found.size).toBe(2)
  expect(found.get("PGlite")).toEqual(found.get("PostgreSQL"))
})

describe.each(engines)("the relay with $name", ({ settings }) => {
  let relay: TestRelay
  let [tom, ann, ben] = [new Client(""), new Client(""), new Client("")]
  beforeAll(async () => {
    relay = await openRelay({ environment: settings, pipeline: pipelineOf(writing("Your lamp ", "is on its way.")) })
    tom = await Client.paired(relay, "Tom")
    ann = await Client.paired(relay, "Ann", "lead")
    ben = await Client.paired(relay, "Ben", "lead")
  })
  afterAll(() => relay?.close())

  test("a draft is written, and had again word for word", async () => {
    const request = draftRequest()
    const written = await tom.draft(request)
    expect(written.map(({ type }) => type)).toEqual(["sources", "draft-delta", "draft-delta", "draft-end"])
    expect(await tom.draft(request)).toEqual(written)
    expect(await (await tom.fetch("/v1/health")).json()).toMatchObject({ ok: true, database: "ok" })
  })

  test("an outcome is stored once however often it comes; two leads who save it at once are one saved and one refused; the figures count it", async () => {
    const told = outcome({ kind: "inserted", editDistance: 0.1 })
    const stored = await Promise.all(
      [1, 2, 3, 4].map(async () => (await (await tom.post("/v1/outcomes", told)).json()) as { stored: boolean })
    )
    expect(stored.filter((one) => one.stored)).toHaveLength(1)
    const saved = await Promise.all([
      put(ann, told.outcomeId, { note: "Ann's" }),
      put(ben, told.outcomeId, { note: "Ben's" })
    ])
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await save(ann, told.outcomeId, { version: 1, note: "both", reasons: ["tone"] })).version).toBe(2)
    const figures = await askFigures(ann, "by=week")
    expect(figures.whole).toMatchObject({ eligible: 1, used: { n: 1 }, light: { n: 1 }, reviewed: { tone: 1 } })
    expect(figures.groups).toMatchObject([{ key: "2026-W47" }])
  })
})
