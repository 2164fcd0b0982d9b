import { sql } from "kysely"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { createLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { databaseProblem } from "../../src/storage/database-problem.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { asLongWork, withTimeLimit } from "../../src/storage/pool/time-limit.ts"
import { startPresence } from "../../src/storage/relay-presence.ts"
import { soon } from "../soon.ts"
import { lacksPgbouncer, startPgbouncer } from "../relay/several/pgbouncer.ts"
import { connectTo, openAt, startDatabases } from "./help/databases.ts"
import { startSilentProxy } from "./help/silent-proxy.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

/** A relay's database behind a proxy that can fall silent, with what the log says. */
async function openBehindProxy(name: string, statementMs?: number) {
  const direct = await databases.createReady(name)
  const proxy = await startSilentProxy(direct)
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  const options = { ...(statementMs !== undefined && { statementMs }) }
  const database = await openDatabase(
    readSettings({ DATABASE_URL: proxy.url }),
    log,
    new AbortController().signal,
    options
  )
  onTestFinished(async () => {
    database.cut()
    await database.close()
    await proxy.close()
  })
  return { ...database, proxy, direct, log, logged: (event: string) => lines.filter((line) => line.includes(event)) }
}

const one = sql<{ n: number }>`select 1 as n`

test("a connection that falls silent is given up with those beside it, and the next statement has a new one", async () => {
  const { db, pool, proxy, logged } = await openBehindProxy("forgotten", 300)
  await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.1)`.execute(db)))
  expect(pool.idleCount).toBe(3)
  proxy.forgetOpen()
  const error: unknown = await one.execute(db).catch((caught: unknown) => caught)
  expect(databaseProblem(error)).toMatchObject({ status: 503, code: "database-down", retryable: true, retryAfter: 5 })
  expect((await one.execute(db)).rows).toEqual([{ n: 1 }])
  expect(pool.totalCount).toBe(1)
  expect(logged("statement-given-up")).toEqual([expect.stringContaining("nothing comes back on this connection")])
})

test("cutting the connections also ends what waits for one", async () => {
  const { db, pool, cut } = await openBehindProxy("cut")
  const works = Array.from({ length: pool.options.max + 1 }, () => sql`select pg_sleep(20)`.execute(db))
  const ends = Promise.allSettled(works)
  await soon(() => expect([pool.totalCount, pool.waitingCount]).toEqual([pool.options.max, 1]))
  cut()
  expect((await ends).map(({ status }) => status)).toEqual(works.map(() => "rejected"))
  await expect(one.execute(db)).rejects.toThrow("connections were cut")
})

test("a transaction whose connection falls silent is told of as well, and its connection isn't used again", async () => {
  const { db, pool, proxy } = await openBehindProxy("forgotten_inside", 300)
  const work = db.transaction().execute(async (inside) => {
    await one.execute(inside)
    proxy.forgetOpen()
    await one.execute(inside)
  })
  const error: unknown = await work.catch((caught: unknown) => caught)
  expect(databaseProblem(error)).toMatchObject({ code: "database-down", retryAfter: 5 })
  await soon(() => expect(pool.totalCount).toBe(0))
  expect((await one.execute(db)).rows).toEqual([{ n: 1 }])
})

test("what waits for a locked table is cancelled at the server, in a transaction too, and nothing of it is done", async () => {
  const { db, direct, logged } = await openBehindProxy("locked", 300)
  const other = connectTo(direct)
  onTestFinished(() => other.destroy())
  const refused = async (work: Promise<unknown>) =>
    expect(databaseProblem(await work.catch((caught: unknown) => caught))).toMatchObject({ status: 503, retryAfter: 5 })
  await other.transaction().execute(async (locking) => {
    await sql`lock table drafts in access exclusive mode`.execute(locking)
    await refused(db.selectFrom("drafts").select("id").execute())
    await refused(
      db.transaction().execute(async (work) => {
        await work.insertInto("settings").values({ key: "half", value: "done" }).execute()
        await work.selectFrom("drafts").select("id").execute()
      })
    )
    const { rows } = await sql`
      select from pg_stat_activity where datname = 'locked' and wait_event_type = 'Lock'`.execute(locking)
    expect(rows).toEqual([])
  })
  expect(await db.selectFrom("drafts").select("id").execute()).toEqual([])
  expect(await db.selectFrom("settings").select("key").where("key", "=", "half").execute()).toEqual([])
  expect(logged("statement-given-up")).toEqual([expect.stringContaining("pg_blocking_pids")])
})

test.runIf(lacksPgbouncer === "")(
  `behind PgBouncer it is cancelled at the server too${lacksPgbouncer && ` (skipped: ${lacksPgbouncer})`}`,
  async () => {
    const direct = await databases.createReady("locked_pooled")
    const pooled = await startPgbouncer(databases.folder, direct)
    onTestFinished(() => pooled.close())
    const { db, close } = await openAt(pooled.url, { statementMs: 300 })
    onTestFinished(close)
    const other = connectTo(direct)
    onTestFinished(() => other.destroy())
    await other.transaction().execute(async (locking) => {
      await sql`lock table drafts in access exclusive mode`.execute(locking)
      const waiting = db.selectFrom("drafts").select("id").execute()
      await expect(waiting).rejects.toMatchObject({ code: "statement-timeout", isAnswered: true })
      const { rows } = await sql`
        select from pg_stat_activity where datname = 'locked_pooled' and wait_event_type = 'Lock'`.execute(locking)
      expect(rows).toEqual([])
    })
    expect(await db.selectFrom("drafts").select("id").execute()).toEqual([])
  }
)

test("long work may take longer than other work, and a command's takes as long as it does", async () => {
  const { db } = await openBehindProxy("long", 100)
  const sleep = sql`select pg_sleep(0.4)`
  await expect(sleep.execute(db)).rejects.toThrow()
  await asLongWork(() => sleep.execute(db))
  await withTimeLimit(undefined, () => sleep.execute(db))
  const { db: command } = await openBehindProxy("command")
  await withTimeLimit(100, () => sleep.execute(command))
})

test("a relay whose connections fall silent says so within the time that others give it", {
  timeout: 30_000
}, async () => {
  const { db, proxy, direct, log, logged } = await openBehindProxy("beats", 10_000)
  const others = connectTo(direct)
  onTestFinished(() => others.destroy())
  const presence = await startPresence(db, log, { beatMs: 200 })
  const seen = async () => (await others.selectFrom("relays").select("alive_at").executeTakeFirstOrThrow()).alive_at
  proxy.forgetOpen()
  const before = await seen()
  await soon(async () => expect((await seen()).getTime()).toBeGreaterThan(before.getTime() + 1_000))
  expect(presence.deadSeconds()).toBeUndefined()
  expect(logged("relay-was-silent")).toEqual([])

  proxy.silence()
  await expect.poll(() => presence.deadSeconds(), { timeout: 15_000 }).toBeGreaterThanOrEqual(10)
  proxy.answer()
  await soon(() => expect(presence.deadSeconds()).toBeUndefined())
  expect(logged("relay-was-silent")).toHaveLength(1)
  await presence.close()
})

test("a table that stays locked doesn't keep a relay from its signs of life", async () => {
  const { db, log } = await openBehindProxy("working")
  const presence = await startPresence(db, log, { beatMs: 20 })
  const stuck = Promise.withResolvers<void>()
  let begun = 0
  presence.everyBeat(() => {
    begun++
    return stuck.promise
  })
  const seen = async () => (await db.selectFrom("relays").select("alive_at").executeTakeFirstOrThrow()).alive_at
  await soon(() => expect(begun).toBe(1))
  const before = await seen()
  await soon(async () => expect((await seen()).getTime()).toBeGreaterThan(before.getTime() + 100))
  expect(begun).toBe(1)
  stuck.resolve()
  await presence.close()
})
