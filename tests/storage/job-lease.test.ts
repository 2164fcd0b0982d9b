import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runRetention } from "../../src/relay/privacy/retention.ts"
import { silentLog } from "../../src/runtime/log.ts"
import type { Database } from "../../src/storage/database.ts"
import { takeJobLease } from "../../src/storage/job-lease.ts"
import { soon } from "../soon.ts"
import { openAt, startDatabases } from "./help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
/** The pools of two relays. */
let [one, other]: Database[] = []
beforeAll(async () => {
  databases = await startDatabases()
  const url = await databases.createReady("jobs")
  one = await openAt(url)
  other = await openAt(url)
})
afterAll(async () => {
  await one?.close()
  await other?.close()
  await databases?.stop()
})

const relays = () => {
  if (!one || !other) throw new Error("No databases.")
  const options = ({ db }: Database): Options => ({ db, log: silentLog })
  return [options(one), options(other)] as const
}
type Options = Parameters<typeof takeJobLease>[1]

test("a job is one relay's until it gives it back, and nobody's while it was done lately", async () => {
  const [here, there] = relays()
  const lease = await takeJobLease("a", here)
  expect(lease).toBeDefined()
  expect(await takeJobLease("a", there)).toBeUndefined()
  await lease?.end()
  const second = await takeJobLease("a", { ...there, notWithinSeconds: 60 })
  expect(second).toBeDefined()
  await second?.end(true)
  expect(await takeJobLease("a", { ...here, notWithinSeconds: 60 })).toBeUndefined()
  expect(await takeJobLease("a", here)).toBeDefined()
})

test("the job of a relay that died is taken over; if it only stood still, it is told so and ends nobody else's", async () => {
  const [here, there] = relays()
  const lease = await takeJobLease("b", here)
  await sql`update job_leases set alive_at = clock_timestamp() - interval '11 seconds' where name = 'b'`.execute(
    here.db
  )
  const taken = await takeJobLease("b", there)
  expect(taken).toBeDefined()
  await soon(() => expect(lease?.signal.aborted).toBe(true))
  await lease?.end(true)
  expect(taken?.signal.aborted).toBe(false)
  expect(await takeJobLease("b", here)).toBeUndefined()
})

test("of two relays one does the hour's round of retention; a round that failed is left to the next", async () => {
  const [here, there] = relays()
  const done: string[] = []
  const round = (name: string, options: Options) =>
    runRetention({ ...options, notWithinSeconds: 60 }, async () => {
      done.push(name)
      return { drafts: 0, outcomes: 0 }
    })
  await expect(
    runRetention({ ...here, notWithinSeconds: 60 }, () => Promise.reject(new Error("away")))
  ).rejects.toThrow("away")
  await round("there", there)
  await round("here", here)
  expect(done).toEqual(["there"])
})
