import { afterAll, beforeAll, expect, test } from "vitest"
import { modelsAnswer, testAnswer, usageAnswer } from "../../../src/protocol/admin.ts"
import type { ModelEndpoint, Models } from "../../../src/models/endpoint/models.ts"
import { NO_MODELS, OFFLINE } from "../../../src/models/endpoint/models.ts"
import { Client, draftRequest, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { asked } from "./ask.ts"

const KEY = "sk-very-secret"
let model: ModelDouble
let relay: TestRelay
let [tom, ada] = [new Client(""), new Client("")]
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: "Hello [PERSON_1], it comes tomorrow.", pieces: 3, paceMs: 5 })
  const big = endpoint("big", `${model.url}?api-key=${KEY}`)
  const down = endpoint("down", "http://127.0.0.1:9/v1")
  const models: Models = {
    ...NO_MODELS,
    file: "models.yaml",
    currency: "EUR",
    endpoints: [big, down],
    tasks: { ...NO_MODELS.tasks, draft: [big, down, OFFLINE] }
  }
  relay = await openRelay({ models })
  tom = await Client.paired(relay, "Tom")
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(async () => {
  await relay?.close()
  await model?.close()
})
function endpoint(name: string, url: string): ModelEndpoint {
  return {
    kind: "openai-compatible",
    name,
    url,
    model: `${name}-model`,
    key: KEY,
    price: { in: 1, out: 4 },
    firstByteMs: 2000,
    idleMs: 2000,
    totalMs: 5000
  }
}
const tested = (name: string) => asked(testAnswer, ada.post(`/v1/admin/models/${name}/test`, {}))

test("models are listed with host, price and place, never with a key, also where the address holds one", async () => {
  const text = await (await ada.fetch("/v1/admin/models")).text()
  expect(text).not.toContain(KEY)
  expect(modelsAnswer.parse(JSON.parse(text))).toEqual({
    from: "file",
    currency: "EUR",
    models: [
      {
        name: "big",
        kind: "openai-compatible",
        model: "big-model",
        host: new URL(model.url).host,
        price: { in: 1, out: 4 },
        tasks: [{ task: "draft", place: 1 }]
      },
      {
        name: "down",
        kind: "openai-compatible",
        model: "down-model",
        host: "127.0.0.1:9",
        price: { in: 1, out: 4 },
        tasks: [{ task: "draft", place: 2 }]
      },
      {
        name: "offline",
        kind: "offline",
        tasks: [
          { task: "draft", place: 3 },
          { task: "summary", place: 1 }
        ]
      }
    ]
  })
})

test("a test tells first token and tokens a second, asks nothing of a ticket, and is nobody's usage", async () => {
  const before = model.requests.length
  expect(await tested("big")).toMatchObject({
    works: true,
    firstMs: expect.any(Number),
    tokensPerSecond: expect.any(Number)
  })
  expect(model.requests).toHaveLength(before + 1)
  expect(model.requests.at(-1)?.body).toContain("Count from one to twenty")
  await relay.counted()
  expect(await relay.db.selectFrom("usage").select("id").execute()).toEqual([])
  expect(await relay.db.selectFrom("audit").select("ids").where("action", "=", "model-tested").execute()).toEqual([
    { ids: ["big"] }
  ])
})

test("a model that is down, refuses the key, breaks off or is no model says so in a sentence", async () => {
  expect(await tested("down")).toMatchObject({
    works: false,
    code: "model-unreachable",
    message: expect.stringMatching(/can't be reached: nothing listens there\.$/)
  })
  model.next({ kind: "status", status: 401, body: `{"error":{"message":"bad key ${KEY}"}}` })
  const refused = await tested("big")
  expect(refused).toMatchObject({
    works: false,
    code: "model-refused",
    message: expect.stringMatching(/refuses the key \(401\)\. Check it/)
  })
  expect(JSON.stringify(refused)).not.toContain(KEY)
  model.next({ kind: "cut", text: "One, two" })
  expect(await tested("big")).toMatchObject({ works: false, code: "model-cut" })
  for (const name of ["offline", "nobody"])
    expect(await refusalOf(ada.post(`/v1/admin/models/${name}/test`, {}))).toMatchObject({
      status: 404,
      code: "no-model"
    })
})

test("who leaves while a model is tested ends the test", async () => {
  model.next({ kind: "no-answer" })
  const asks = model.requests.length
  const leave = new AbortController()
  const left = ada.post("/v1/admin/models/big/test", {}, { signal: leave.signal }).catch((error: unknown) => error)
  const seen = await model.request(asks)
  leave.abort()
  expect(await seen.closed).toEqual({ early: true })
  expect(await left).toMatchObject({ name: "AbortError" })
})

test("what models took, by task, model and person; another person of that name in another role apart", async () => {
  const lead = await Client.paired(relay, "Tom", "lead")
  await tom.draft(draftRequest())
  await tom.draft(draftRequest())
  await lead.draft(draftRequest())
  await relay.counted()
  const usage = await asked(usageAnswer, ada.fetch("/v1/admin/usage"))
  expect(usage).toMatchObject({
    from: "2026-10-22",
    to: "2026-11-20",
    model: [{ name: "big-model", requests: 6, currency: "EUR" }],
    all: [{ requests: 6, in: 66, out: 42 }]
  })
  // Each letter is verified in a request of its own.
  expect(new Map(usage.task.map(({ name, requests }) => [name, requests]))).toEqual(
    new Map([
      ["draft", 3],
      ["verify", 3]
    ])
  )
  expect(usage.person.map(({ name, role, requests }) => [name, role, requests])).toEqual([
    ["Tom", "agent", 4],
    ["Tom", "lead", 2]
  ])
  expect(usage.all[0]?.cost).toBeCloseTo((66 + 42 * 4) / 1e6, 9)
  expect(await asked(usageAnswer, ada.fetch("/v1/admin/usage?from=2026-11-01&to=2026-11-19"))).toMatchObject({
    all: [],
    person: []
  })
})
