import { sql } from "kysely"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { connectTo, openAt, startDatabases } from "../../storage/help/databases.ts"
import { soon } from "../../soon.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

/** A relay whose first round of retention waits for a table that somebody keeps locked until `release`. */
async function startLocked(name: string) {
  const url = await databases.createReady(name)
  const { db, close } = await openAt(url)
  await db
    .insertInto("wrong_codes")
    .values({ network: "n", code: Buffer.from("c"), at: new Date(0) })
    .execute()
  await close()
  const other = connectTo(url)
  const locked = Promise.withResolvers<void>()
  const released = Promise.withResolvers<string>()
  const locking = other.transaction().execute(async (work) => {
    await sql`lock table wrong_codes in access exclusive mode`.execute(work)
    locked.resolve()
    await sql.raw(await released.promise).execute(work)
  })
  await locked.promise
  const lines: string[] = []
  const began = performance.now()
  const relay = await startRelay({ DATABASE_URL: url, RELAY_PORT: "0" }, { log: createLog((line) => lines.push(line)) })
  onTestFinished(async () => {
    released.resolve("select")
    await relay.close()
    await other.destroy()
  })
  expect(performance.now() - began).toBeLessThan(8_000)
  expect((await fetch(`${relay.url}/v1/health`)).status).toBe(200)
  return {
    relay,
    left: () => other.selectFrom("wrong_codes").select("network").execute(),
    /** Ends the lock, with this statement before. */
    async release(statement: string) {
      released.resolve(statement)
      await locking
    },
    logged: (event: string) => lines.filter((line) => line.includes(`"event":"${event}"`)).length
  }
}

test("a relay listens while its first round of retention waits for a locked table, and does the round then", async () => {
  const { left, release, logged } = await startLocked("locked_start")
  expect(logged("retention")).toBe(0)
  await release("select")
  await soon(async () => expect(await left()).toEqual([]))
  await soon(() => expect([logged("retention"), logged("retention-failed")]).toEqual([1, 0]))
})

test("a first round that fails after the start is logged, and the relay goes on; one under way is done before it ends", async () => {
  const { relay, release, logged } = await startLocked("failing_start")
  await release("drop table wrong_codes")
  await soon(() => expect([logged("retention"), logged("retention-failed")]).toEqual([0, 1]))
  expect((await fetch(`${relay.url}/v1/health`)).status).toBe(200)
  const { relay: stopped, release: letGo, logged: told } = await startLocked("stopped_start")
  const closed = stopped.close()
  await letGo("select")
  await closed
  expect([told("retention"), told("retention-failed")]).toEqual([1, 0])
})
