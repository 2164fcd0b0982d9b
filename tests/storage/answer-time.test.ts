import { setTimeout as pause } from "node:timers/promises"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { databaseProblem } from "../../src/storage/database-problem.ts"
import type { Database } from "../../src/storage/database.ts"
import { asAnswer, asLongAnswer } from "../../src/storage/pool/time-limit.ts"
import { soon } from "../soon.ts"
import { openAt, startDatabases } from "./help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
let database: Database
beforeAll(async () => {
  databases = await startDatabases()
  database = await openAt(await databases.createReady("answers"), { statementMs: 10_000, connections: 2 })
})
afterAll(async () => {
  await database?.close()
  await databases?.stop()
})

const sleep = (seconds: number) => sql`select pg_sleep(${seconds})`.execute(database.db)
const refused = async (work: Promise<unknown>) =>
  expect(databaseProblem(await work.catch((caught: unknown) => caught))).toMatchObject({ status: 503, retryAfter: 5 })

test("an answer's statements have a limit together, whether they come one after the other or in a transaction", async () => {
  const limit = 1_000
  await refused(asAnswer(async () => sleep(0.7).then(() => sleep(0.7)), limit))
  await refused(
    asAnswer(
      () =>
        database.db.transaction().execute(async (work) => {
          for (let n = 0; n < 2; n++) await sql`select pg_sleep(0.7)`.execute(work)
        }),
      limit
    )
  )
  await asAnswer(() => Promise.all([sleep(0.7), sleep(0.7)]), limit)
})

test("what an answer waits for a connection counts, and one that comes too late goes back to the pool", async () => {
  const { pool } = database
  const busy = [sleep(1), sleep(1)]
  await soon(() => expect([pool.totalCount, pool.idleCount]).toEqual([2, 0]))
  const began = performance.now()
  await refused(asAnswer(() => sleep(0), 300))
  expect(performance.now() - began).toBeLessThan(900)
  await Promise.all(busy)
  await soon(() => expect([pool.idleCount, pool.waitingCount]).toEqual([2, 0]))
  // An answer that has used up its time takes none.
  await refused(asAnswer(() => sleep(0), 0))
  expect(pool.idleCount).toBe(2)
})

test("what an answer waits for other things counts nothing, and long answers and what it leaves running have their own time", async () => {
  await asAnswer(async () => {
    await pause(500)
    await asLongAnswer(() => sleep(0.5))
    await sleep(0)
  }, 300)
  const left = Promise.withResolvers<unknown>()
  await asAnswer(async () => {
    void pause(50)
      .then(() => sleep(0.5))
      .then(left.resolve, left.reject)
  }, 300)
  await left.promise
})
