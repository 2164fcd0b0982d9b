import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { budgetAnswer, type SitedDraftRequest, type RelayEvent } from "../../../src/protocol/relay.ts"
import { OFFLINE, type Models } from "../../../src/models/endpoint/models.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { usageSums } from "../../../src/relay/admin/usage.ts"
import { Client, draftRequest, eventsOf, refusalOf, stillSignedIn } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"

let server: ModelDouble
let relay: TestRelay
/** A day of its own for each test. */
let day = ""
beforeAll(async () => {
  server = await startModelDouble()
  const priced = endpointOf("priced", server.url, { price: { in: 1000, out: 10_000 } })
  const free = endpointOf("free", server.url)
  const models: Models = modelsOf([priced, OFFLINE], { prepared: 2, cost: 0.2 })
  relay = await openRelay({ models: { ...models, endpoints: [priced, free] } })
})
afterAll(async () => {
  await relay?.close()
  await server?.close()
})
beforeEach(() => {
  relay.time.now = new Date(relay.time.now.getTime() + 86_400_000)
  day = relay.time.now.toISOString().slice(0, 10)
  server.always({ kind: "text", text: "Hello [PERSON_1]." })
})

const endOf = (events: RelayEvent[]) => events.find((event) => event.type === "draft-end")
const budgetOf = async (client: Client) => budgetAnswer.parse(await (await client.fetch("/v1/budget")).json())
const today = () => usageSums(relay.db, { from: day, to: day })

test("what the server counts is summed by day, person, model and task, and priced", async () => {
  const [tom, anna] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Anna")]
  for (const client of [tom, tom, anna]) await client.draft(draftRequest())
  // 11 tokens in at 1,000 and 7 out at 10,000 a million: 0.081 each.
  const sums = await today()
  const three = { requests: 3, in: 33, out: 21, cost: 0.243, currency: "EUR", estimated: 0 }
  expect(sums).toMatchObject({
    day: [{ name: day, ...three }],
    model: [{ name: "priced-model", ...three }],
    task: [{ name: "draft", ...three }],
    all: [three]
  })
  expect(sums.person.map(({ name, requests, cost }) => [name, requests, cost])).toEqual([
    ["Tom", 2, 0.162],
    ["Anna", 1, 0.081]
  ])
  expect(await usageSums(relay.db, { from: "2020-01-01", to: "2020-12-31" })).toEqual({
    day: [],
    person: [],
    model: [],
    task: [],
    all: []
  })
  expect(await budgetOf(anna)).toEqual({
    day,
    prepared: { used: 0, limit: 2 },
    cost: { used: 0.081, limit: 0.2, currency: "EUR" }
  })
})

test("without the server's count a token is taken for every four bytes, and told as an estimate", async () => {
  const tom = await Client.paired(relay)
  const asked = server.requests.length
  server.next({ kind: "text", text: "Grüße, 田中様。", usage: false })
  await tom.draft(draftRequest())
  const sent = Buffer.byteLength((await server.request(asked)).body)
  // 6 letters and signs of one byte, 2 of two, 4 of three.
  expect((await today()).all).toMatchObject([
    { requests: 1, estimated: 1, in: Math.ceil(sent / 4), out: Math.ceil(Buffer.byteLength("Grüße, 田中様。") / 4) }
  ])
})

test("what breaks off, or is left by its person, is counted too; what the server refused is not", async () => {
  const [tom, anna] = [await Client.paired(relay), await Client.paired(relay, "Anna")]
  server.next({ kind: "status", status: 401 })
  await tom.draft(draftRequest())
  expect((await today()).all).toEqual([])
  server.next({ kind: "cut", text: "Hello you" })
  expect((await tom.draft(draftRequest())).at(-1)?.type).toBe("draft-error")
  expect((await today()).all).toMatchObject([{ requests: 1, estimated: 1, out: 3 }])
  server.next({ kind: "silent", text: "Hello" })
  const leave = new AbortController()
  const asked = server.requests.length
  await untilText(eventsOf(await anna.post("/v1/drafts", draftRequest(), { signal: leave.signal })))
  leave.abort()
  await (await server.request(asked)).closed
  await relay.counted()
  expect((await today()).person).toMatchObject([{ requests: 1 }, { requests: 1 }])
})

async function untilText(events: AsyncGenerator<RelayEvent>): Promise<void> {
  for (let next = await events.next(); !next.done; next = await events.next())
    if (next.value.type === "draft-delta") return
  throw new Error("No text came.")
}

test("the day's money is used up in mid-stream: the running draft ends whole, the next says so, the next day begins anew", async () => {
  const tom = await Client.paired(relay)
  for (let draft = 0; draft < 2; draft++) await tom.draft(draftRequest())
  expect((await budgetOf(tom)).cost.used).toBe(0.162)
  server.next({ kind: "text", text: "A whole letter to its end. With two sentences.", pieces: 6, paceMs: 2 })
  const running = await tom.draft(draftRequest())
  expect(endOf(running)).toMatchObject({
    text: "A whole letter to its end. With two sentences.",
    model: "priced-model"
  })
  expect((await budgetOf(tom)).cost.used).toBe(0.243)
  const asked = server.requests.length
  expect(endOf(await tom.draft(draftRequest()))).toMatchObject({
    model: "offline",
    instead: { of: "priced-model", code: "budget-cost" }
  })
  expect(server.requests).toHaveLength(asked)
  const anna = await Client.paired(relay, "Anna")
  expect(endOf(await anna.draft(draftRequest()))).toMatchObject({ model: "priced-model" })
  relay.time.now = new Date(`${day}T23:59:59.999Z`)
  await stillSignedIn(relay)
  expect(endOf(await tom.draft(draftRequest()))).toMatchObject({ model: "offline" })
  relay.time.now = new Date(relay.time.now.getTime() + 1)
  expect(endOf(await tom.draft(draftRequest()))).toMatchObject({ model: "priced-model" })
})

test("with nobody left who costs nothing, that is what the agent is told", async () => {
  const alone = await relay.again(
    modelsOf([endpointOf("priced", server.url, { price: { in: 1, out: 1 } })], { cost: 0 })
  )
  const events = await (await Client.paired({ ...relay, url: alone.url })).draft(draftRequest())
  expect(events.at(-1)).toMatchObject({
    type: "draft-error",
    code: "budget-cost",
    retryable: false,
    message: expect.stringMatching(/The budget for models is used up for today; it begins anew at 00:00 UTC/)
  })
  await alone.relay.close()
})

test("prepared drafts are counted by person and day, once each; over their budget they are refused and asked-for ones are not", async () => {
  const [tom, anna] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Anna")]
  const prepared = (): SitedDraftRequest => draftRequest({ prepared: true })
  const [one, two] = [prepared(), prepared()]
  for (const request of [one, two, one]) expect(endOf(await tom.draft(request))).toBeDefined()
  expect((await budgetOf(tom)).prepared).toEqual({ used: 2, limit: 2 })
  const third = prepared()
  expect(await refusalOf(tom.post("/v1/drafts", third))).toEqual(
    expect.objectContaining({
      status: 429,
      code: "budget-prepared",
      retryable: false,
      message:
        "Today's 2 prepared drafts are used up. A draft is still written when you ask for it; drafts are prepared again from 00:00 UTC."
    })
  )
  // Known ones can be had again, asked-for ones are written, others have their own.
  expect(endOf(await tom.draft(two))).toBeDefined()
  expect(endOf(await tom.draft(draftRequest()))).toBeDefined()
  expect(endOf(await anna.draft(prepared()))).toBeDefined()
  relay.time.now = new Date(relay.time.now.getTime() + 86_400_000)
  await stillSignedIn(relay)
  expect(endOf(await tom.draft(third))).toBeDefined()
})

test("two browsers can't both take the last prepared draft", async () => {
  const tom = await Client.paired(relay)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => tom.post("/v1/drafts", draftRequest({ draftId: randomUUID(), prepared: true })))
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429, 429])
  await Promise.all(answers.map((answer) => answer.text()))
})

test("after the days of retention nothing of it is kept", async () => {
  const tom = await Client.paired(relay)
  await tom.draft(draftRequest({ prepared: true }))
  const rows = async () =>
    [
      ...(await relay.db.selectFrom("usage").select("person").execute()),
      ...(await relay.db.selectFrom("prepared_drafts").select("draft").execute())
    ].length
  const later = (days: number) => new Date(relay.time.now.getTime() + days * 86_400_000)
  await deleteOld(relay.db, 30, later(30))
  expect((await today()).all).toMatchObject([{ requests: 1 }])
  await deleteOld(relay.db, 30, later(31))
  expect(await rows()).toBe(0)
})

test("without a token nothing is told", async () => {
  expect(await refusalOf(new Client(relay.url).fetch("/v1/budget"))).toMatchObject({ status: 401 })
})
