import { randomUUID } from "node:crypto"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import type { Switchable } from "../../../src/ticket/off-switch/off-switch.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { asked } from "../admin/ask.ts"
import { Client, draftRequest, refusalOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { storedOffSwitch, storedOffSwitchesAnswer } from "../../../src/protocol/routes/off-switches.ts"

let model: ModelDouble
let relay: TestRelay
let [tom, ada] = [new Client(""), new Client("")]
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: "Hello, we have looked into it." })
  const endpoint = endpointOf("big", model.url, { firstByteMs: 20_000, idleMs: 20_000, totalMs: 60_000 })
  const models = modelsOf([endpoint])
  relay = await openRelay({
    models: { ...models, tasks: { draft: [endpoint], summary: [endpoint], tone: [endpoint], verify: [endpoint] } }
  })
  ;[tom, ada] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Ada", "admin")]
})
afterAll(async () => {
  await relay?.close()
  await model?.close()
})
afterEach(async () => {
  for (const { id } of await switches()) await ada.fetch(`/v1/admin/off-switches/${id}`, { method: "DELETE" })
  relay.time.now = new Date(relay.time.now.getTime() + 120_000)
})

const switches = async () => (await asked(storedOffSwitchesAnswer, ada.fetch("/v1/admin/off-switches"))).switches
const switchOff = (off: Switchable, when: string) =>
  asked(storedOffSwitch, ada.post("/v1/admin/off-switches", { off, when }))
const ticketWith = (more: object) => ({ ...draftRequest().ticket, ...more })
const FORBIDDEN = { status: 403, code: "switched-off" }

/** Every request of a browser for which the relay would ask a model. */
const ASKING: Record<string, (headers?: Record<string, string>, ticket?: object) => Promise<Response>> = {
  draft: (headers = {}, ticket = {}) =>
    tom.post("/v1/drafts", draftRequest({ ticket: ticketWith(ticket) }), { headers }),
  summary: (headers = {}, ticket = {}) =>
    tom.post("/v1/summaries", { summaryId: randomUUID(), ticket: ticketWith(ticket) }, { headers }),
  question: (headers = {}, ticket = {}) =>
    tom.post("/v1/knowledge/ask", { question: "When does it come?", ticket: ticketWith(ticket) }, { headers }),
  rewrite: (headers = {}) =>
    tom.post("/v1/rewrite", { text: "Please do send us the order number.", change: "shorter" }, { headers }),
  tone: (headers = {}) => tom.post("/v1/tone", { text: "Why did you do that?" }, { headers }),
  "reply check": (headers = {}, ticket = {}) =>
    tom.post("/v1/replies/check", { text: "It comes on Monday.", ticket: ticketWith(ticket) }, { headers })
}

test.each(Object.keys(ASKING))(
  "%s: the model is asked, and it is not if the browser forbids it or the team has it off",
  async (name) => {
    const count = async (...given: Parameters<(typeof ASKING)[string]>) => {
      const before = model.requests.length
      await (await ASKING[name]?.(...given))?.text()
      return model.requests.length - before
    }
    expect(await count()).toBeGreaterThan(0)
    expect(await count({ "x-replywright-model": "off" })).toBe(0)
    await switchOff("model", "person is Tom")
    expect(await count()).toBe(0)
  }
)

test("a draft for which models are off is written without one, and is no older pipeline's", async () => {
  await switchOff("model", "field Country is CH")
  const [plain, swiss] = [draftRequest(), draftRequest({ ticket: ticketWith({ fields: { Country: "CH" } }) })]
  const [first, second] = [(await tom.draft(plain)).at(-1), (await tom.draft(swiss)).at(-1)]
  expect(first).toMatchObject({ type: "draft-end", model: "big-model" })
  expect(second).toMatchObject({ type: "draft-end", model: "offline" })
  expect(second).toHaveProperty("pipelineVersion", (first as { pipelineVersion: string }).pipelineVersion)
})

test.each(["always", "person is Tom", `site is ${SITE}`, "tag is vip", "group is Returns"])(
  "reading is off when %s: nothing is drafted, summarised or searched for it",
  async (when) => {
    await switchOff("reading", when)
    const ticket = ticketWith({ tags: ["vip"], fields: { Queue: "Returns" } })
    const before = model.requests.length
    expect(await refusalOf(tom.post("/v1/drafts", draftRequest({ ticket })))).toMatchObject(FORBIDDEN)
    expect(await refusalOf(ASKING["summary"]?.({}, ticket) ?? tom.fetch("/"))).toMatchObject(FORBIDDEN)
    expect(await refusalOf(tom.post("/v1/knowledge/replies", { ticket }))).toMatchObject(FORBIDDEN)
    expect(model.requests).toHaveLength(before)
  }
)

test("where prepared drafts are off, one that is asked for is written", async () => {
  await switchOff("preparing", "tag is vip")
  const ticket = ticketWith({ tags: ["vip"] })
  expect(await refusalOf(tom.post("/v1/drafts", draftRequest({ ticket, prepared: true })))).toMatchObject(FORBIDDEN)
  expect((await tom.draft(draftRequest({ ticket }))).at(-1)).toMatchObject({ type: "draft-end" })
})

test("browsers learn of a change by the version in each answer, conditions are read first, and the audit names ids", async () => {
  const version = async () => Number((await tom.fetch("/v1/me")).headers.get("x-off-switches"))
  const before = await version()
  const added = await switchOff("reading", " tag is vip ")
  expect(added).toMatchObject({ off: "reading", when: "tag is vip", by: "Ada" })
  expect(await version()).toBe(before + 1)
  expect(await (await tom.fetch("/v1/off-switches")).json()).toEqual({
    version: before + 1,
    switches: [{ off: "reading", when: "tag is vip" }]
  })
  expect(await refusalOf(ada.post("/v1/admin/off-switches", { off: "reading", when: "vip" }))).toMatchObject({
    status: 400
  })
  expect(await version()).toBe(before + 1)
  const audit = await relay.db.selectFrom("audit").select(["action", "ids"]).orderBy("id", "desc").limit(1).execute()
  expect(audit).toEqual([{ action: "off-switch-added", ids: [added.id, "reading"] }])
  const gone = { method: "DELETE" }
  expect((await ada.fetch(`/v1/admin/off-switches/${added.id}`, gone)).status).toBe(204)
  expect((await ada.fetch(`/v1/admin/off-switches/${added.id}`, gone)).status).toBe(404)
})
