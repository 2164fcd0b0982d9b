import { sql } from "kysely"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { executedSteps, knownSteps, migrate, migrateTo } from "../../src/storage/migrate.ts"
import { connectTo, openAt, startDatabases } from "./help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

/** A database at that step, or an empty one, and as many sessions of it as are asked for. */
async function sessionsAt(name: string, step: string | undefined, sessions: number) {
  const url = await databases.create(name)
  const open = Array.from({ length: sessions }, () => connectTo(url))
  onTestFinished(async () => {
    for (const db of open) await db.destroy()
  })
  if (step !== undefined) await open[0]?.transaction().execute((work) => migrateTo(work, step))
  return open
}

const LAST_BUT_TWO = knownSteps.at(-3) ?? ""

test.each([
  ["empty", undefined],
  ["of an earlier version", LAST_BUT_TWO]
])(
  "four relays that start at once on a database %s: each step is done once, and all of them find it up to date",
  async (name, step) => {
    const open = await sessionsAt(`at_once_${name.replaceAll(" ", "_")}`, step, 4)
    const done = await Promise.all(open.map((db) => migrate(db)))
    expect(done.flat().sort()).toEqual(step === undefined ? knownSteps : knownSteps.slice(-2))
    for (const db of open) expect(await executedSteps(db)).toEqual(knownSteps)
  }
)

test("a step that doesn't get its table lets everybody else go on, and is tried again", async () => {
  const [db, other] = await sessionsAt("locked", "0027-past-tickets", 2)
  if (!db || !other) throw new Error("no sessions")
  const transaction = await other.startTransaction().execute()
  await sql`select from source_feedback`.execute(transaction)
  const patience = { lockTimeoutMs: 20, pauseMs: 1 }
  await expect(migrate(db, { ...patience, tries: 3 })).rejects.toThrow(
    /^The database can't be brought up to date: step 0028-sentence-feedback needs a table that somebody else keeps locked \(the oldest transaction is that of process \d+, "another"\)\./
  )
  expect(await executedSteps(db)).not.toContain("0028-sentence-feedback")
  expect((await sql`show lock_timeout`.execute(db)).rows).toEqual([{ lock_timeout: "0" }])
  const migrated = migrate(db, { ...patience, tries: 10_000 })
  await transaction.commit().execute()
  expect(await migrated).toEqual(knownSteps.slice(knownSteps.indexOf("0028-sentence-feedback")))
})

test("a database of a newer version is told as such, and left alone", async () => {
  const [db] = await sessionsAt("newer", undefined, 1)
  if (!db) throw new Error("no session")
  await migrate(db)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', now()::text)`.execute(db)
  await expect(migrate(db)).rejects.toThrow(
    `written by a newer Replywright (it knows ${knownSteps.length + 1} steps, this one ${knownSteps.length})`
  )
})

test("a command may open the database without changing its tables", async () => {
  await sessionsAt("as_it_is", LAST_BUT_TWO, 1)
  const { db, close } = await openAt(databases.urlOf("as_it_is"), { migrate: false })
  onTestFinished(close)
  expect((await executedSteps(db)).at(-1)).toBe(LAST_BUT_TWO)
})

test("a role that may make no tables is told how to get the right, and nothing is made", async () => {
  const url = new URL(await databases.create("no_rights"))
  const owner = connectTo(url.href)
  await databases.admin.query("create role poor login password 'poor'")
  Object.assign(url, { username: "poor", password: "poor" })
  const poor = connectTo(url.href)
  onTestFinished(async () => {
    await poor.destroy()
    await owner.destroy()
  })
  await expect(migrate(poor)).rejects.toMatchObject({
    code: "database-rights",
    message: expect.stringMatching(
      /^The role poor may make no tables in the database no_rights: let its owner run "GRANT USAGE, CREATE ON SCHEMA public TO poor" there, /
    )
  })
  expect(await executedSteps(owner)).toEqual([])
  await sql`grant usage, create on schema public to poor`.execute(owner)
  expect(await migrate(poor)).toEqual(knownSteps)
})
