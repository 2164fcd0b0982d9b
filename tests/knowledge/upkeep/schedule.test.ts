import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { takeLease } from "../../../src/knowledge/import/lease.ts"
import { checkSchedule, nextDueOf, cronOf, lastDue } from "../../../src/knowledge/upkeep/schedule.ts"
import { filesSource } from "../../../src/ingest/sources/files.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { Client, refusalOf, stillSignedIn } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import {
  askKnowledge,
  importedFolder,
  importsOf,
  putSchedule,
  QUICK,
  sendFile,
  setSchedule,
  startImport,
  until,
  writeFiles
} from "./upkeep.ts"

const noon = new Date("2026-11-20T12:00:00Z")

test("a day's schedule means the clock of its place, summer and winter", () => {
  const daily = checkSchedule({ every: "day", at: "06:30", zone: "Europe/Berlin" }, noon)
  expect(nextDueOf(daily, noon).next).toBe("2026-11-21T05:30:00.000Z")
  expect(nextDueOf(daily, new Date("2026-07-01T12:00:00Z")).next).toBe("2026-07-02T04:30:00.000Z")
  expect(lastDue(daily, noon)?.toISOString()).toBe("2026-11-20T05:30:00.000Z")
  expect(nextDueOf({ every: "hour" }, noon).next).toBe("2026-11-20T13:00:00.000Z")
  expect(nextDueOf(checkSchedule({ every: "cron", cron: "*/15 8-18 * * 1-5", zone: "UTC" }, noon), noon).next).toBe(
    "2026-11-20T12:15:00.000Z"
  )
  expect(nextDueOf({ every: "hour" }, noon).then).toEqual(["2026-11-20T14:00:00.000Z", "2026-11-20T15:00:00.000Z"])
  expect(cronOf({ every: "off" })).toBeUndefined()
})

describe("schedules", () => {
  let relay: TestRelay
  let ada = new Client("")
  beforeAll(async () => {
    relay = await openRelay({ timing: QUICK })
    ada = await Client.paired(relay, "Ada", "admin")
    relay.time.now = new Date()
    await stillSignedIn(relay)
  }, 60_000)
  afterAll(() => relay?.close())
  const page = (text: string) => ({ "page.md": `# Page\n\nBooks are lent for ${text}.` })
  const past = new Date(Date.now() - 3 * 3_600_000)
  /** Makes the schedule three hours old, and whatever was imported since. */
  const fallDue = (collection: string) =>
    relay.db.transaction().execute(async (db) => {
      const schedule = JSON.stringify({ every: "hour" })
      await db
        .updateTable("imports")
        .set({ started_at: past, ended_at: past })
        .where("collection", "=", collection)
        .execute()
      await db
        .updateTable("knowledge_sources")
        .set({ schedule, scheduled_at: past })
        .where("collection", "=", collection)
        .execute()
    })
  const audited = (action: string) => relay.db.selectFrom("audit").select("ids").where("action", "=", action).execute()

  test.each([
    ["six fields", { every: "cron", cron: "0 0 3 * * *" }, /five fields/],
    ["words", { every: "cron", cron: "every day at noon please" }, /no time that ever comes/],
    ["a day that never comes", { every: "cron", cron: "0 0 31 2 *" }, /no time that ever comes/],
    ["every minute", { every: "cron", cron: "* * * * *" }, /more often than every 5 minutes/],
    ["two minutes apart", { every: "cron", cron: "0,2 4 * * *" }, /more often/],
    ["an unknown zone", { every: "day", at: "03:00", zone: "Mars/Olympus" }, /no time zone Mars/],
    ["an hour that isn't", { every: "day", at: "25:00" }, /^at: /],
    ["nothing known", { every: "century" }, /./]
  ])("%s is refused in a sentence", async (_, schedule, message) => {
    expect(await refusalOf(putSchedule(ada, "any", schedule))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message)
    })
  })

  test("a relay that goes down in the middle leaves it wanted, and another ends it that has had nothing to do so far", {
    timeout: 60_000
  }, async () => {
    const { folder, collection } = await importedFolder(relay, "down", page("a year"))
    writeFiles(
      folder,
      Object.fromEntries(
        Array.from({ length: 600 }, (_, n) => [
          `more/${n}.md`,
          `# Page ${n}\n\nShelf ${n} holds books that are lent for ${n} days.`
        ])
      )
    )
    const other = await relay.again()
    const there = new Client(other.url)
    there.token = ada.token
    await startImport(there, { collection })
    await until(ada, collection, ({ last }) => last?.state === "running" || (last?.imported ?? 0) > 1)
    await other.relay.close()
    const { documents } = await until(
      ada,
      collection,
      ({ last, waiting }) => !waiting && last?.state === "done" && last.seen >= 601
    )
    expect(documents).toBe(601)
  })

  test("set, shown with its next time, noted, and taken off again", async () => {
    const { collection } = await importedFolder(relay, "set", page("a week"))
    const { next } = await setSchedule(ada, collection, { every: "day", at: "03:00", zone: "Asia/Tokyo" })
    expect(next).toMatch(/T18:00:00\.000Z$/)
    expect((await askKnowledge(ada)).find((source) => source.collection === collection)).toMatchObject({
      schedule: { every: "day", at: "03:00", zone: "Asia/Tokyo" },
      next
    })
    expect(await audited("import-scheduled")).toContainEqual({ ids: [collection, "day"] })
    expect(await setSchedule(ada, collection, { every: "off" })).toEqual({ schedule: { every: "off" }, next: null })
    expect(await refusalOf(putSchedule(ada, "nowhere", { every: "hour" }))).toMatchObject({
      status: 404,
      code: "no-source"
    })
    expect((await sendFile(ada, "sent.md", "# Sent\n\nBooks are lent for a day.")).status).toBe(200)
    await until(ada, "file sent.md", ({ last }) => last?.state === "done")
    expect(await refusalOf(putSchedule(ada, "file sent.md", { every: "hour" }))).toMatchObject({
      status: 409,
      code: "needs-file"
    })
  })

  test("with three relays on one database what is due is imported once, also after all were started anew", {
    timeout: 120_000
  }, async () => {
    const { folder, collection } = await importedFolder(relay, "due", page("two weeks"))
    const others = [await relay.again(), await relay.again()]
    writeFiles(folder, page("three weeks"))
    await setSchedule(ada, collection, { every: "hour" })
    for (const other of others.splice(0)) await other.relay.close()
    others.push(await relay.again(), await relay.again())
    await fallDue(collection)
    await until(
      ada,
      collection,
      ({ last, waiting }) => !waiting && last?.state === "done" && Date.parse(last.started) > past.getTime()
    )
    await new Promise((done) => setTimeout(done, 4_000))
    expect(await importsOf(relay, collection)).toHaveLength(2)
    for (const other of others) await other.relay.close()
    await setSchedule(ada, collection, { every: "off" })
  })

  test("what fell due while no relay ran is done at the next start", { timeout: 60_000 }, async () => {
    const { folder, collection } = await importedFolder(relay, "missed", page("a month"))
    writeFiles(folder, page("two months"))
    await fallDue(collection)
    const other = await relay.again()
    await until(
      ada,
      collection,
      ({ last, waiting }) => !waiting && last?.state === "done" && Date.parse(last.started) > past.getTime()
    )
    await other.relay.close()
    expect(await importsOf(relay, collection)).toHaveLength(2)
    await setSchedule(ada, collection, { every: "off" })
  })

  test("an import that its relay left in the middle is gone on with by another", { timeout: 60_000 }, async () => {
    const { folder, collection } = await importedFolder(relay, "left", { "a.md": "# A\n\nBooks are lent for a week." })
    writeFiles(folder, { "b.md": "# B\n\nFilms are lent for two days." })
    // As a relay leaves it that was killed: asked for, begun, and no sign of life any more.
    const source = await filesSource(join(folder))
    const lease = await takeLease(relay.db, source, { origin: "team", log: silentLog, config: { argument: folder } })
    lease.release()
    await relay.db
      .updateTable("imports")
      .set({ alive_at: new Date(Date.now() - 60_000), at: "a.md" })
      .where("id", "=", lease.id)
      .execute()
    await relay.db
      .updateTable("knowledge_sources")
      .set({ wanted_at: new Date(Date.now() - 60_000) })
      .where("collection", "=", collection)
      .execute()
    const other = await relay.again()
    await until(ada, collection, ({ last, waiting }) => !waiting && last?.state === "done")
    expect(await importsOf(relay, collection)).toContainEqual(expect.objectContaining({ id: lease.id, state: "done" }))
    expect(
      await relay.db
        .selectFrom("documents")
        .select("path")
        .where("collection", "=", collection)
        .orderBy("path")
        .execute()
    ).toContainEqual({ path: "b.md" })
    await other.relay.close()
  })
})
