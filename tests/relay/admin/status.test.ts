import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { OFFLINE } from "../../../src/models/endpoint/models.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { noteError, takeErrors } from "../../../src/runtime/metrics/error-tally.ts"
import { addErrorCounts, readErrorCounts } from "../../../src/storage/error-counts.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { Client, draftRequest, eventsOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { asked } from "./ask.ts"
import { statusAnswer } from "../../../src/protocol/routes/server.ts"

let model: ModelDouble
let relay: TestRelay
let other: Awaited<ReturnType<TestRelay["again"]>>
let [tom, ada] = [new Client(""), new Client("")]
beforeAll(async () => {
  // What other tests of this process left to be counted.
  takeErrors()
  model = await startModelDouble({ kind: "text", text: "Hello." })
  const priced = endpointOf("big", model.url, { price: { in: 100_000, out: 0 }, atOnce: 3 })
  const models = modelsOf([priced, OFFLINE], { cost: 1, prepared: 2 })
  relay = await openRelay({ models, beatMs: 20 })
  other = await relay.again()
  tom = await Client.paired(relay)
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(async () => {
  await other?.relay.close()
  await relay?.close()
  await model?.close()
})

const status = (of = ada) => asked(statusAnswer, of.fetch("/v1/admin/status"))
const hereOf = async () => (await status()).relays.find(({ here }) => here)

test("every living relay is there with its version, its streams and how its models do; one that died says since when", async () => {
  const dead = randomUUID()
  await sql`insert into relays (id, started_at, alive_at) values
    (${dead}::uuid, now() - interval '3 hours', now() - interval '2 hours')`.execute(relay.db)
  const { ready, reasons, relays } = await status()
  expect({ ready, reasons }).toEqual({ ready: true, reasons: [] })
  expect(relays.map(({ living, here }) => ({ living, here }))).toEqual([
    { living: false, here: false },
    { living: true, here: true },
    { living: true, here: false }
  ])
  expect(relays[0]).toMatchObject({ id: dead, version: null, condition: null })
  expect(relays[1]).toMatchObject({ version: "0.1.0", condition: { streams: 0, models: [{ name: "big", atOnce: 3 }] } })
  expect(relays[1]?.condition?.models[0]?.state).toBe("unasked")

  model.next({ kind: "silent", text: "Hello" })
  const leave = new AbortController()
  const events = eventsOf(await tom.post("/v1/drafts", draftRequest(), { signal: leave.signal }))
  await events.next()
  await expect.poll(async () => (await hereOf())?.condition?.streams).toBe(1)
  await expect.poll(async () => (await hereOf())?.condition?.models[0]).toMatchObject({ running: 1, waiting: 0 })
  expect((await status()).queues.drafts).toBe(1)
  leave.abort()
  await expect.poll(async () => (await hereOf())?.condition?.streams).toBe(0)
})

test("today's budgets are told with how many people used theirs up", async () => {
  await tom.draft(draftRequest({ prepared: true }))
  await tom.draft(draftRequest({ prepared: true }))
  await relay.counted()
  expect((await status()).budgets).toEqual({
    prepared: { people: 1, usedUp: 1, count: 2, perPerson: 2 },
    cost: { people: 1, usedUp: 1, amount: expect.any(Number), perPerson: 1, currency: "EUR" }
  })
})

test("a model that fails again and again is away, and its errors are counted by hour and code", async () => {
  const kim = await Client.paired(relay, "Kim")
  await relay.db.deleteFrom("usage").execute()
  model.always({ kind: "refused" })
  for (let n = 0; n < 5; n++) await kim.draft(draftRequest())
  model.always({ kind: "text", text: "Hello." })
  await expect
    .poll(async () => (await hereOf())?.condition?.models[0])
    .toMatchObject({
      name: "big",
      model: "big-model",
      state: "away",
      retryInSeconds: expect.any(Number)
    })
  await expect
    .poll(async () => (await status()).errors)
    .toContainEqual({
      hour: expect.stringMatching(/:00:00\.000Z$/),
      kind: "model",
      code: "model-unreachable",
      count: 5
    })
})

test("relays add to the same count; nothing that isn't one of our own codes is kept, and a week later all is gone", async () => {
  await addErrorCounts(relay.db)
  const countOf = async (code: string) => (await readErrorCounts(relay.db)).find((one) => one.code === code)?.count
  for (let n = 0; n < 3; n++) {
    noteError("webhook", "source-refused")
    noteError("webhook", "status-500")
    await Promise.all([addErrorCounts(relay.db), addErrorCounts(relay.db)])
  }
  expect(await countOf("source-refused")).toBe(3)
  expect(await countOf("status-500")).toBe(3)
  for (const code of ["Blaubeerkuchen", "anna@example.com", "4111111111111111", "", "a".repeat(41), "no model"])
    noteError("draft", code)
  expect(takeErrors()).toEqual([{ kind: "draft", code: "other", count: 6 }])

  await sql`update error_counts set hour = hour - interval '25 hours' where code = 'status-500'`.execute(relay.db)
  expect(await countOf("status-500")).toBeUndefined()
  await sql`update error_counts set hour = hour - interval '6 days 1 hour' where code = 'status-500'`.execute(relay.db)
  await deleteOld(relay.db, 90, new Date())
  const left = await sql<{ code: string }>`select code from error_counts where kind = 'webhook'`.execute(relay.db)
  expect(left.rows).toEqual([{ code: "source-refused" }])
})

test("what can't be stored is added once the database is there again", async () => {
  await sql`alter table error_counts rename to elsewhere`.execute(relay.db)
  noteError("import", "import-failed")
  await expect(addErrorCounts(relay.db)).rejects.toThrow()
  await sql`alter table elsewhere rename to error_counts`.execute(relay.db)
  await expect
    .poll(async () => (await status()).errors.filter(({ kind }) => kind === "import"))
    .toMatchObject([{ count: 1 }])
})

test("a database that is behind is a reason that the page tells", async () => {
  await sql`delete from kysely_migration where name = '0036-status'`.execute(relay.db)
  const { ready, reasons, unready } = await status()
  expect(ready).toBe(false)
  expect(unready).toEqual([{ code: "database-behind", count: 1 }])
  expect(reasons).toEqual([expect.stringMatching(/^The database lacks 1 of this version's steps/)])
})
