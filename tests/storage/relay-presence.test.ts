import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openAlone } from "../../src/relay/commands/open-alone.ts"
import { createLog, silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { hasLivingRelay, startPresence } from "../../src/storage/relay-presence.ts"
import { soon } from "../soon.ts"
import { connectTo, openAt, startDatabases } from "./help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

test("a relay lives as long as it gives signs of life, and until it takes leave", async () => {
  const { db, close } = await openAt(await databases.createReady("presence"))
  expect(await hasLivingRelay(db)).toBe(false)
  await db
    .insertInto("relays")
    .values({ id: randomUUID(), alive_at: minutesAgo(1) })
    .execute()
  expect(await hasLivingRelay(db)).toBe(false)
  const presence = await startPresence(db, silentLog, { beatMs: 10 })
  expect(await hasLivingRelay(db)).toBe(true)
  await db
    .updateTable("relays")
    .set({ alive_at: minutesAgo(1) })
    .execute()
  await soon(async () => expect(await hasLivingRelay(db)).toBe(true))
  await presence.close()
  expect(await hasLivingRelay(db)).toBe(false)
  await close()
})

test("who is alone on a database knows that the others that it names are dead; rows of a day ago go anyway", async () => {
  const { db, close } = await openAt(await databases.createReady("alone"))
  const ids = async () => (await db.selectFrom("relays").select("id").execute()).map(({ id }) => id)
  await db
    .insertInto("relays")
    .values({ id: randomUUID(), alive_at: minutesAgo(1_500) })
    .execute()
  const first = await startPresence(db, silentLog)
  await soon(async () => expect(await ids()).toEqual([first.id]))
  const second = await startPresence(db, silentLog, { alone: true })
  expect(await ids()).toEqual([second.id])
  await first.close()
  await second.close()
  await close()
})

test("a restore is refused while a relay gives signs of life, also if its connections name nobody, as behind PgBouncer", async () => {
  const url = await databases.createReady("pooled_relay")
  const { close } = await openAt(url)
  await close()
  const other = connectTo(url)
  const presence = await startPresence(other, silentLog)
  const settings = readSettings({ DATABASE_URL: url })
  await expect(openAlone(settings, AbortSignal.timeout(10_000))).rejects.toMatchObject({ code: "relay-runs" })
  await presence.close()
  await (await openAlone(settings, AbortSignal.timeout(10_000))).close()
  await other.destroy()
})

test("a database without tables has no relay", async () => {
  const db = connectTo(await databases.create("bare"))
  expect(await hasLivingRelay(db)).toBe(false)
  await db.destroy()
})

test.each([-3600, -120, 120, 200 * 86_400])(
  "a relay whose clock is off by %d seconds goes by the database's, and says so once",
  async (seconds) => {
    const { db, close } = await openAt(await databases.createReady(`clock_${Math.abs(seconds)}_${seconds > 0}`))
    const lines: string[] = []
    let offMs = seconds * 1000
    const own = () => Date.now() + offMs
    const presence = await startPresence(
      db,
      createLog((line) => lines.push(line)),
      { beatMs: 10, own }
    )
    const wrongBySeconds = () => Math.abs(presence.now().getTime() - Date.now()) / 1000
    expect(wrongBySeconds()).toBeLessThan(2)
    // It is set right while the relay runs.
    offMs = 0
    await soon(() => expect(lines).toHaveLength(2))
    expect(wrongBySeconds()).toBeLessThan(2)
    await presence.close()
    await close()
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "clock-differs", level: "warn", seconds },
      { event: "clock-agrees", level: "info" }
    ])
  }
)
