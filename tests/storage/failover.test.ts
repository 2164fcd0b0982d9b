import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { silentLog } from "../../src/runtime/log.ts"
import { checkDatabaseUrl } from "../../src/storage/check-database-url.ts"
import { databaseProblem } from "../../src/storage/database-problem.ts"
import { openAt, startDatabases } from "./help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

test.each([
  ["28P01", "a password that was changed"],
  ["3D000", "a database that is being made anew"],
  ["55000", "a database that lets nobody in just now"],
  ["57P05", "a session that was idle for too long"],
  ["57014", "a statement that a time limit of the role, or an administrator, cancelled"]
])("%s, %s, passes: whoever asked is to ask again", (code) => {
  const error = Object.assign(new Error("no"), { code })
  expect(databaseProblem(error)).toMatchObject({ status: 503, code: "database-down", retryable: true })
})

test("connections to a server that only reads since a failover give way to new ones, which find the one that writes", async () => {
  const url = await databases.createReady("demoted")
  const only = (reads: string) => databases.admin.query(`alter database demoted ${reads}`)
  const { db, signs, pool, close } = await openAt(url, { migrate: false, ownSigns: true })
  onTestFinished(close)
  // Sessions that begin now only read, as on a primary that came back as a standby.
  await only("set default_transaction_read_only = on")
  await databases.admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'demoted'")
  await expect.poll(() => pool.totalCount).toBe(0)
  const write = (by = db) => by.insertInto("settings").values({ key: crypto.randomUUID(), value: "" }).execute()
  await Promise.all([1, 2, 3].map(() => db.selectFrom("settings").select("key").execute()))
  await signs.selectFrom("settings").select("key").execute()
  await only("reset default_transaction_read_only")
  expect(pool.totalCount).toBe(3)

  const error: unknown = await write(signs).catch((caught: unknown) => caught)
  expect(databaseProblem(error)).toMatchObject({ status: 503, code: "database-down", retryable: true })
  await expect.poll(() => pool.totalCount).toBe(0)
  await write(signs)
  await Promise.all([1, 2, 3].map(() => write()))
})

test("a database that only reads by its own setting is refused in a sentence", async () => {
  const url = await databases.createReady("reading")
  await databases.admin.query("alter database reading set default_transaction_read_only = on")
  await expect(checkDatabaseUrl(url, silentLog)).rejects.toThrow(
    "DATABASE_URL names a database that only reads: set default_transaction_read_only to off for it and for its role."
  )
})
