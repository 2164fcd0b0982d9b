import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { createLog } from "../../../src/runtime/log.ts"
import type { Pipeline } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import {
  Client,
  draftRequest,
  eventsOf,
  outcome,
  refusalOf,
  restOf,
  SECRET_WORDS,
  SITE,
  textOf
} from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { draftEnd, pipelineOf, waiting, writing } from "../help/pipelines.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"

const { folder, remove } = temporaryFolder()
let relay: RunningRelay
let tom: Client
/** What the next draft is written by. */
let pipeline: Pipeline
const lines: string[] = []

beforeAll(async () => {
  const current: Pipeline = {
    model: "test-model",
    version: "v-test",
    run: (...job) => pipeline.run(...job),
    summarise: (...job) => pipeline.summarise(...job)
  }
  const log = createLog((line) => lines.push(line))
  const found = await databaseIn(`${folder}/data`)
  relay = await startRelay(
    { REPLYWRIGHT_DATA: `${folder}/data`, RELAY_PORT: "0" },
    { ...found, pipeline: current, log, heartbeatSeconds: 0.05 }
  )
  tom = await Client.paired(relay)
})
afterAll(async () => {
  await relay?.close()
  remove()
})

const stateOf = async (id: string) =>
  (await relay.db.selectFrom("drafts").select("state").where("id", "=", id).executeTakeFirst())?.state

test("a draft streams as it is written and can be had again by its id", async () => {
  pipeline = pipelineOf(writing("Dear ", "[PERSON_1]", ",\n\nline \u0000 two"))
  const request = draftRequest()
  const first = await tom.draft(request)
  expect(first.map(({ type }) => type)).toEqual(["sources", "draft-delta", "draft-delta", "draft-delta", "draft-end"])
  expect(textOf(first)).toBe("Dear [PERSON_1],\n\nline \u0000 two")
  pipeline = pipelineOf(() => Promise.reject(new Error("asked twice")))
  const again = await tom.draft(request)
  const withoutPieces = (events: typeof first) => events.filter(({ type }) => type !== "draft-delta")
  expect(withoutPieces(again)).toEqual(withoutPieces(first))
  expect(textOf(again)).toBe(textOf(first))
  expect(await stateOf(request.draftId)).toBe("done")
})

test("a second listener gets a running draft from its start, then live; the first one leaving changes nothing", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const leave = new AbortController()
  const first = eventsOf(await tom.post("/v1/drafts", request, { signal: leave.signal }))
  await first.next()
  const second = eventsOf(await tom.post("/v1/drafts", request))
  expect((await second.next()).value).toEqual({ type: "draft-delta", text: "Hello" })
  leave.abort()
  held.go()
  const rest = await restOf(second)
  expect(rest.map(({ type }) => type)).toEqual(["draft-delta", "draft-end"])
})

test("what the model saw can be read while the draft is being written", async () => {
  const held = waiting()
  pipeline = pipelineOf(async (emit, ...job) => {
    emit({ type: "upstream", model: "asked-model", url: "http://model/v1", body: '{"messages":["seen early"]}' })
    await held.run(emit, ...job)
  })
  const request = draftRequest()
  const events = eventsOf(await tom.post("/v1/drafts", request))
  await events.next()
  const seen = await tom.fetch(`/v1/drafts/${request.draftId}/upstream`)
  expect(await seen.json()).toMatchObject({ asked: true, model: "asked-model", body: '{"messages":["seen early"]}' })
  held.go()
  expect((await restOf(events)).at(-1)?.type).toBe("draft-end")
})

test("a heartbeat comes while nothing else does", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  for await (const event of eventsOf(await tom.post("/v1/drafts", draftRequest())))
    if (event.type === "heartbeat") held.go()
})

test("when the last listener goes away the model is stopped; asked again, it tells that the draft was cut", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const leave = new AbortController()
  const events = eventsOf(await tom.post("/v1/drafts", request, { signal: leave.signal }))
  await events.next()
  leave.abort()
  await held.stopped
  const again = await tom.draft(request)
  expect(again.map((event) => (event.type === "draft-error" ? event.code : event.type))).toEqual([
    "draft-delta",
    "draft-cut"
  ])
  expect(await stateOf(request.draftId)).toBe("cut")
})

test("another person, or another request, may not use the id", async () => {
  pipeline = pipelineOf(writing("Hello"))
  const request = draftRequest()
  await tom.draft(request)
  const anna = await Client.paired(relay, "Anna")
  expect(await refusalOf(anna.post("/v1/drafts", request))).toMatchObject({ status: 409, code: "draft-taken" })
  expect(await refusalOf(tom.post("/v1/drafts", { ...request, instruction: "shorter" }))).toMatchObject({
    status: 409,
    code: "draft-taken"
  })
  expect((await anna.fetch(`/v1/drafts/${request.draftId}/upstream`)).status).toBe(404)
})

test("what the model saw can be read by its owner; no such draft is told", async () => {
  pipeline = pipelineOf(writing("Hello"))
  const request = draftRequest()
  await tom.draft(request)
  const seen = await tom.fetch(`/v1/drafts/${request.draftId}/upstream`)
  expect(await seen.json()).toEqual({
    asked: true,
    model: "test-model",
    url: "http://model/v1/chat/completions",
    body: '{"messages":["upstream body"]}'
  })
  expect(await refusalOf(tom.fetch(`/v1/drafts/${randomUUID()}/upstream`))).toMatchObject({
    status: 404,
    code: "no-draft"
  })
  expect((await tom.fetch("/v1/drafts/x/upstream")).status).toBe(404)
})

test("a pipeline that throws, or ends without an end, becomes an error event", async () => {
  pipeline = pipelineOf(async (emit) => {
    emit({ type: "draft-delta", text: "He" })
    throw new Error(`failed at ${SECRET_WORDS}`)
  })
  const broken = draftRequest()
  expect((await tom.draft(broken)).at(-1)).toMatchObject({ type: "draft-error", code: "draft-failed", retryable: true })
  expect(await stateOf(broken.draftId)).toBe("failed")
  expect((await tom.draft(broken)).map(({ type }) => type)).toEqual(["draft-delta", "draft-error"])
  pipeline = pipelineOf(async (emit) => emit({ type: "draft-delta", text: "Half" }))
  expect((await tom.draft(draftRequest())).at(-1)).toMatchObject({ type: "draft-error", code: "draft-cut" })
})

test("nothing comes after the last event", async () => {
  pipeline = pipelineOf(async (emit, _signal, { draftId }) => {
    emit(draftEnd(draftId, ""))
    emit({ type: "draft-delta", text: "late" })
    emit({ type: "draft-error", code: "late", message: "", retryable: false })
  })
  expect((await tom.draft(draftRequest())).map(({ type }) => type)).toEqual(["draft-end"])
})

test("erasing a ticket ends what is being written and leaves nothing of it", async () => {
  const held = waiting("Your Blaubeerkuchen")
  pipeline = pipelineOf(writing("Hello"))
  const ticket = { ...draftRequest().ticket, ticketId: "erase/me#1" }
  const [done, live] = [draftRequest({ ticket }), draftRequest({ ticket })]
  const other = draftRequest()
  await tom.draft(done)
  await tom.draft(other)
  await tom.post("/v1/outcomes", outcome({ ticketId: ticket.ticketId, draftId: done.draftId }))
  pipeline = pipelineOf(held.run)
  const events = eventsOf(await tom.post("/v1/drafts", live))
  await events.next()
  const answer = await tom.fetch(
    `/v1/tickets/sample/${encodeURIComponent(ticket.ticketId)}?${new URLSearchParams({ site: SITE })}`,
    { method: "DELETE" }
  )
  expect(await answer.json()).toEqual({ drafts: 2, outcomes: 1, unknown: 0 })
  await held.stopped
  const rest = await restOf(events)
  expect(rest).toMatchObject([{ type: "draft-error", code: "ticket-erased" }])
  const left = await relay.db.selectFrom("drafts").select("id").where("ticket_id", "=", ticket.ticketId).execute()
  const leftEvents = await relay.db
    .selectFrom("draft_events")
    .select("n")
    .where("draft", "in", [done.draftId, live.draftId])
    .execute()
  expect([...left, ...leftEvents]).toEqual([])
  expect(await stateOf(other.draftId)).toBe("done")
  expect(await refusalOf(tom.post("/v1/drafts", done))).toMatchObject({ status: 410, code: "ticket-erased" })
  const late = await tom.post("/v1/outcomes", outcome({ ticketId: ticket.ticketId, draftId: done.draftId }))
  expect(await late.json()).toMatchObject({ stored: false })
})

test("an outcome is stored once, however often it is told", async () => {
  const told = outcome()
  const answers = await Promise.all([1, 2, 3].map(async () => (await tom.post("/v1/outcomes", told)).json()))
  expect(answers.map((answer) => (answer as { stored: boolean }).stored).sort()).toEqual([false, false, true])
  expect(await relay.db.selectFrom("outcomes").select("id").where("id", "=", told.outcomeId).execute()).toHaveLength(1)
})

test("a summary streams its lines and is cancelled with its client", async () => {
  const line = { kind: "wants" as const, text: "A cake", messageId: "m1" }
  pipeline = pipelineOf(writing(), async (_request, _person, emit) => {
    emit({ type: "summary-line", line })
    emit({ type: "summary-end", lines: [line], model: "test-model", pipelineVersion: "v-test", language: "en" })
  })
  const { ticket } = draftRequest()
  const events = await restOf(eventsOf(await tom.post("/v1/summaries", { summaryId: randomUUID(), ticket })))
  expect(events).toMatchObject([
    { type: "summary-line", line },
    { type: "summary-end", lines: [line] }
  ])
  const stopped = Promise.withResolvers<void>()
  pipeline = pipelineOf(writing(), (_request, _person, emit, signal) => {
    emit({ type: "summary-line", line })
    signal.addEventListener("abort", () => stopped.resolve())
    return stopped.promise
  })
  const leave = new AbortController()
  const cut = eventsOf(await tom.post("/v1/summaries", { summaryId: randomUUID(), ticket }, { signal: leave.signal }))
  await cut.next()
  leave.abort()
  await stopped.promise
})

test("the log of all this holds no word of a ticket or a draft", () => {
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join("")).not.toMatch(/Blaubeerkuchen|PERSON_1|Hello|upstream body/)
})
