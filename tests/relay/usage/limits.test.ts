import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { NO_MODELS, OFFLINE } from "../../../src/models/endpoint/models.ts"
import type { BudgetLimit } from "../../../src/models/usage/budget-limit.ts"
import { budgetAnswer, type RelayEvent } from "../../../src/protocol/relay.ts"
import { rateLimitFields } from "../../../src/relay/usage/rate-limit.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { Client, draftRequest, refusalOf, stillSignedIn } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

// A draft takes 11 tokens and gives 7, which cost 0.081.
let server: ModelDouble
let relay: TestRelay
beforeAll(async () => {
  server = await startModelDouble()
  server.always({ kind: "text", text: "Hello [PERSON_1]." })
  relay = await openRelay({ models: NO_MODELS })
})
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await relay.db.deleteFrom("usage").execute()
})
afterAll(async () => {
  await relay?.close()
  await server?.close()
})

const priced = () => endpointOf("priced", server.url, { price: { in: 1000, out: 10_000 } })
async function relayWith(
  limits: BudgetLimit[],
  { order = [priced(), OFFLINE], cost = undefined as number | undefined } = {}
) {
  const further = await relay.again(modelsOf(order, { prepared: 2, cost, limits }))
  open.push(further.relay)
  return async (name: string, groups: string[] = []) => {
    const pair = (role: "agent" | "lead" | "admin", who: string) => relay.pair(role, who, groups)
    return Client.paired({ url: further.url, pair }, name)
  }
}
const endOf = (events: RelayEvent[]) => {
  const end = events.find((event) => event.type === "draft-end")
  return [end?.model, end?.instead?.code]
}
const WRITTEN = ["priced-model", undefined]
const USED_UP = (code: string) => ["offline", code]

test("a month's money of the team is everybody's, is named as the month's, and begins anew with the next one", async () => {
  relay.time.now = new Date("2026-11-29T12:00:00Z")
  const pair = await relayWith([{ of: "team", per: "month", cost: 0.2 }])
  const [tom, anna] = [await pair("Tom"), await pair("Anna")]
  for (const who of [tom, anna, tom]) expect(endOf(await who.draft(draftRequest()))).toEqual(WRITTEN)
  expect(endOf(await anna.draft(draftRequest()))).toEqual(USED_UP("budget-month"))
  relay.time.now = new Date("2026-11-30T23:59:59.999Z")
  await stillSignedIn(relay)
  expect(endOf(await anna.draft(draftRequest()))).toEqual(USED_UP("budget-month"))
  relay.time.now = new Date("2026-12-01T00:00:00Z")
  expect(endOf(await anna.draft(draftRequest()))).toEqual(WRITTEN)
})

test("a group's limit holds for who is in it now, and counts what they used", async () => {
  const pair = await relayWith([{ of: "group", group: "night", per: "day", cost: 0.16 }])
  const [nia, ned, dan] = [await pair("Nia", ["night"]), await pair("Ned", ["night"]), await pair("Dan", ["day"])]
  expect(endOf(await nia.draft(draftRequest()))).toEqual(WRITTEN)
  expect(endOf(await dan.draft(draftRequest()))).toEqual(WRITTEN)
  expect(endOf(await ned.draft(draftRequest()))).toEqual(WRITTEN)
  expect(endOf(await nia.draft(draftRequest()))).toEqual(USED_UP("budget-cost"))
  expect(endOf(await dan.draft(draftRequest()))).toEqual(WRITTEN)
  await relay.db
    .updateTable("people")
    .set({ groups: ["day"] })
    .where("name", "=", "Nia")
    .execute()
  const again = await Client.paired({ url: nia.url, pair: (role, name) => relay.pair(role, name, ["day"]) }, "Nia")
  expect(endOf(await again.draft(draftRequest()))).toEqual(WRITTEN)
})

test("tokens of a person end every model, also one without a price; the rules still write", async () => {
  const pair = await relayWith([{ of: "person", per: "day", tokens: 30 }], {
    order: [priced(), endpointOf("free", server.url), OFFLINE]
  })
  const [tom, anna] = [await pair("Tim"), await pair("Ann")]
  for (const who of [tom, tom]) expect(endOf(await who.draft(draftRequest()))).toEqual(WRITTEN)
  expect(endOf(await tom.draft(draftRequest()))).toEqual(USED_UP("budget-cost"))
  expect(endOf(await anna.draft(draftRequest()))).toEqual(WRITTEN)
})

test("a reached month counts before a reached day, and with no rules in the order that is the error", async () => {
  const limits: BudgetLimit[] = [{ of: "person", per: "month", tokens: 18 }]
  const pair = await relayWith(limits, { order: [priced()], cost: 0.05 })
  const tom = await pair("Tam")
  await tom.draft(draftRequest())
  const last = (await tom.draft(draftRequest())).at(-1)
  expect(last).toMatchObject({ type: "draft-error", code: "budget-month", retryable: false })
})

test("the budget route names each limit with its use, and so do the header fields of it and of drafts", async () => {
  relay.time.now = new Date("2026-12-30T18:00:00Z")
  const limits: BudgetLimit[] = [
    { of: "team", per: "month", cost: 500 },
    { of: "group", group: "night", per: "day", tokens: 1000 },
    { of: "group", group: "elsewhere", per: "day", tokens: 1 }
  ]
  const pair = await relayWith(limits, { cost: 1.5 })
  const nia = await pair("Nina", ["night"])
  await nia.draft(draftRequest())
  const answer = await nia.fetch("/v1/budget")
  const budget = budgetAnswer.parse(await answer.clone().json())
  expect(budget.limits).toEqual([
    { of: "team", per: "month", until: "2027-01-01T00:00:00.000Z", cost: { used: 0.081, limit: 500 } },
    { of: "group", group: "night", per: "day", until: "2026-12-31T00:00:00.000Z", tokens: { used: 18, limit: 1000 } }
  ])
  const policy = [
    '"prepared";q=2;w=86400',
    '"person-day-cost";q=150;qu="eur-hundredths";w=86400',
    '"team-month-cost-1";q=50000;qu="eur-hundredths";w=2678400',
    '"group-day-tokens-2";q=1000;qu="tokens";w=86400'
  ].join(", ")
  expect(answer.headers.get("ratelimit-policy")).toBe(policy)
  expect(answer.headers.get("ratelimit")).toBe(
    '"prepared";r=2;t=21600, "person-day-cost";r=141;t=21600, "team-month-cost-1";r=49991;t=108000, "group-day-tokens-2";r=982;t=21600'
  )
  const stream = await nia.post("/v1/drafts", draftRequest())
  expect(stream.headers.get("ratelimit-policy")).toBe(policy)
  await stream.text()
})

test("a refused prepared draft says when there is one again", async () => {
  relay.time.now = new Date("2026-12-30T23:00:00Z")
  const pair = await relayWith([])
  const tom = await pair("Tess")
  for (let n = 0; n < 2; n++) await tom.draft(draftRequest({ prepared: true }))
  const refused = await tom.post("/v1/drafts", draftRequest({ prepared: true }))
  expect(refused.headers.get("ratelimit")).toBe('"prepared";r=0;t=3600')
  expect(await refusalOf(refused)).toMatchObject({ status: 429, code: "budget-prepared" })
})

test("what is used beyond a limit leaves nothing, never less", () => {
  const fields = rateLimitFields(
    { day: "2026-12-30", prepared: { used: 5, limit: 2 }, cost: { used: 2.001, limit: 1.999, currency: "USD" } },
    new Date("2026-12-30T23:59:59.500Z")
  )
  expect(fields.ratelimit).toBe('"prepared";r=0;t=1, "person-day-cost";r=0;t=1')
})
