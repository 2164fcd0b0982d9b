import { expect, test } from "vitest"
import { requestDueImports } from "../../../src/knowledge/upkeep/upkeep.ts"
import { databaseAt } from "../../storage/at-step.ts"

const hour = 3_600_000

test("of several relays that look at the same time, one gets a source that is due", { timeout: 60_000 }, async () => {
  const { db, toNewest } = await databaseAt("0024-knowledge-origins")
  await toNewest()
  const now = new Date("2026-03-04T10:20:00Z")
  const add = (collection: string, since: number, schedule: object | null = { every: "hour" }) =>
    db
      .insertInto("knowledge_sources")
      .values({
        collection,
        origin: "team",
        kind: "folder",
        label: collection,
        config: "{}",
        schedule: schedule && JSON.stringify(schedule),
        scheduled_at: new Date(now.getTime() - since)
      })
      .execute()
  await add("due", 2 * hour)
  await add("set after it was due", hour / 6)
  await add("off", 2 * hour, null)

  // Nobody can update the row until all have read it.
  const all = await db.transaction().execute(async (held) => {
    await held.selectFrom("knowledge_sources").select("collection").forUpdate().execute()
    const looks = Array.from({ length: 5 }, () => requestDueImports(db, now))
    await new Promise((done) => setTimeout(done, 1_000))
    return looks
  })
  const won = await Promise.all(all)
  expect(won.flat()).toEqual(["due"])
  const wanted = await db
    .selectFrom("knowledge_sources")
    .select("collection")
    .where("wanted_at", "is not", null)
    .execute()
  expect(wanted).toEqual([{ collection: "due" }])

  expect(await requestDueImports(db, new Date(now.getTime() + hour / 4))).toEqual([])
  const later = await requestDueImports(db, new Date(now.getTime() + hour))
  expect(later.sort()).toEqual(["due", "set after it was due"])
})
