import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import type { DraftEnd } from "../../src/protocol/relay.ts"
import type { Models } from "../../src/models/endpoint/models.ts"
import { OFFLINE } from "../../src/models/endpoint/models.ts"
import { Client, draftRequest } from "../relay/help/client.ts"
import { openRelay, type TestRelay } from "../relay/help/relay.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "./double.ts"
import { endpointOf, modelsOf } from "./endpoint.ts"

let first: ModelDouble
let second: ModelDouble
let relay: TestRelay
let tom: Client
const models: Models = modelsOf([OFFLINE])
/** The second is never silent here, however long a busy machine takes to hear it. */
const PATIENT = { firstByteMs: 20_000, idleMs: 20_000, totalMs: 60_000 }
beforeAll(async () => {
  ;[first, second] = [await startModelDouble(), await startModelDouble({ kind: "text", text: "From the second." })]
  const order = [endpointOf("first", first.url), endpointOf("second", second.url, PATIENT), OFFLINE]
  relay = await openRelay({ models: { ...models, tasks: { ...models.tasks, draft: order } } })
  tom = await Client.paired(relay)
})
afterAll(async () => {
  await relay?.close()
  await Promise.all([first.close(), second.close()])
})
beforeEach(() => second.always({ kind: "text", text: "From the second." }))
afterEach(() => first.always({ kind: "text", text: "From the first." }))

async function written(): Promise<{ id: string; text: string; end: DraftEnd | undefined; types: string[] }> {
  const request = draftRequest()
  const events = await tom.draft(request)
  const text = events.map((event) => (event.type === "draft-delta" ? event.text : "")).join("")
  return {
    id: request.draftId,
    text,
    end: events.find((event) => event.type === "draft-end"),
    types: events.map(({ type }) => type)
  }
}

test("the first that is named writes, and nobody else is asked", async () => {
  first.always({ kind: "text", text: "From the first." })
  const before = second.requests.length
  const { text, end } = await written()
  expect(text).toBe("From the first.")
  expect(end).toMatchObject({ model: "first-model", tokens: { in: 11, out: 7 } })
  expect(end).not.toHaveProperty("instead")
  expect(second.requests).toHaveLength(before)
})

test.each<[what: string, behaviour: Behaviour, code: string]>([
  ["refuses the key", { kind: "status", status: 401 }, "model-refused"],
  ["fails", { kind: "status", status: 500 }, "model-unreachable"],
  ["wants a pause of 20 seconds", { kind: "status", status: 429, headers: { "retry-after": "20" } }, "model-busy"],
  ["never answers", { kind: "no-answer" }, "model-silent"],
  ["hangs up", { kind: "refused" }, "model-unreachable"],
  ["begins and says nothing", { kind: "silent", text: "" }, "model-silent"],
  ["answers with nothing", { kind: "text", text: "" }, "model-empty"],
  ["only thinks and breaks off", { kind: "cut", text: "<think>hm" }, "model-cut"],
  ["answers with a page", { kind: "raw", chunks: [Buffer.from("<html>")] }, "model-bad-answer"]
])("one that %s before its first text is passed over, and who wrote is told", async (_what, behaviour, code) => {
  // What failed before is forgiven: several failures in a row are another matter.
  await written()
  first.always(behaviour)
  const { id, text, end } = await written()
  expect(text).toBe("From the second.")
  expect(end).toMatchObject({ model: "second-model", instead: { of: "first-model", code }, tokens: { in: 11, out: 7 } })
  const seen = await (await tom.fetch(`/v1/drafts/${id}/upstream`)).json()
  expect(seen).toMatchObject({ asked: true, model: "second-model", url: `${second.url}/chat/completions` })
  expect(await relay.db.selectFrom("drafts").select("model").where("id", "=", id).executeTakeFirst()).toEqual({
    model: "second-model"
  })
})

test("what has begun to write is never taken over by another", async () => {
  first.always({ kind: "cut", text: "Dear [PERSON_1], it" })
  const before = second.requests.length
  const { text, types } = await written()
  expect(text).toBe("Dear [PERSON_1], it")
  expect(types.at(-1)).toBe("draft-error")
  expect(second.requests).toHaveLength(before)
})

test("with all models away the offline drafter answers, last in the order", async () => {
  first.always({ kind: "status", status: 503 })
  second.always({ kind: "refused" })
  expect((await written()).end).toMatchObject({
    model: "offline",
    refusal: { reason: "no-knowledge" },
    instead: { of: "first-model", code: "model-busy" }
  })
})

test("without it, all that went wrong is told with the models' names", async () => {
  const alone = await relay.again(modelsOf([endpointOf("first", first.url), endpointOf("second", second.url, PATIENT)]))
  first.always({ kind: "status", status: 401 })
  second.always({ kind: "status", status: 500 })
  const events = await (await Client.paired({ ...relay, url: alone.url })).draft(draftRequest())
  expect(events.at(-1)).toMatchObject({
    type: "draft-error",
    code: "model-unreachable",
    retryable: true,
    message: expect.stringMatching(
      /^No model could write\. first-model: The model's server refuses the key .* second-model: The model's server failed \(500\)\.$/
    )
  })
  await alone.relay.close()
})

test("a person who leaves is not followed by a further model", async () => {
  first.always({ kind: "no-answer" })
  const [before, asked] = [second.requests.length, first.requests.length]
  const leave = new AbortController()
  const answer = await tom.post("/v1/drafts", draftRequest(), { signal: leave.signal })
  const seen = await first.request(asked)
  leave.abort()
  await expect(answer.text()).rejects.toThrow()
  expect(await seen.closed).toEqual({ early: true })
  expect(second.requests).toHaveLength(before)
})

test("the order is part of the pipeline's version", async () => {
  const versionOf = async (draft: Models["tasks"]["draft"]) => {
    const other = await relay.again(modelsOf(draft))
    const me = (await (await (await Client.paired({ ...relay, url: other.url })).fetch("/v1/me")).json()) as {
      pipelineVersion: string
    }
    await other.relay.close()
    return me.pipelineVersion
  }
  const [a, b] = [endpointOf("a", first.url), endpointOf("b", first.url)]
  const versions = [await versionOf([a]), await versionOf([a, b]), await versionOf([b, a])]
  expect(new Set(versions).size).toBe(3)
})
