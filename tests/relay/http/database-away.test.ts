import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import type { Pipeline } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { Client, draftRequest, eventsOf, outcome, restOf, textOf } from "../help/client.ts"
import { databaseProcess } from "../help/data-folder.ts"
import { pipelineOf, waiting, writing } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let tom: Client
let pipeline: Pipeline
let onBack = () => {}
let onLost = () => {}
beforeAll(async () => {
  const log = createLog((line) => {
    if (line.includes("database-back")) onBack()
    if (line.includes("database-connection-lost")) onLost()
  })
  relay = await openRelay({
    ownServer: true,
    log,
    pipeline: { model: null, version: "v", run: (...job) => pipeline.run(...job), summarise: async () => undefined }
  })
  tom = await Client.paired(relay)
})
afterAll(() => relay?.close())

const killDatabase = () => process.kill(databaseProcess(relay.data), "SIGKILL")

test("the database dies while a draft is written: the draft goes on, is whole, and can be had again", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const events = eventsOf(await tom.post("/v1/drafts", request))
  await events.next()
  const back = new Promise<void>((resolve) => (onBack = resolve))
  killDatabase()
  held.go()
  expect((await restOf(events)).at(-1)?.type).toBe("draft-end")
  await back
  const again = await tom.draft(request)
  expect(textOf(again)).toBe("Hello there")
  expect(again.at(-1)?.type).toBe("draft-end")
  expect(await (await tom.fetch("/v1/health")).json()).toMatchObject({ ok: true, database: "ok" })
})

test("who asks while the database is away waits for it, and is answered", async () => {
  pipeline = pipelineOf(writing("Hello."))
  const lost = new Promise<void>((resolve) => (onLost = resolve))
  killDatabase()
  await lost
  expect((await tom.draft(draftRequest())).at(-1)?.type).toBe("draft-end")
  expect(await (await tom.post("/v1/outcomes", outcome())).json()).toMatchObject({ stored: true })
})

test("a database that fails before the first word is told as such, not as a fault; asked again under its id, the draft is written", async () => {
  pipeline = pipelineOf(() => Promise.reject(Object.assign(new Error("terminating connection"), { code: "57P01" })))
  const request = draftRequest()
  expect((await tom.draft(request)).at(-1)).toMatchObject({
    type: "draft-error",
    code: "database-down",
    retryable: true
  })
  pipeline = pipelineOf(writing("Hello."))
  expect((await tom.draft(request)).map(({ type }) => type)).toEqual(["sources", "draft-delta", "draft-end"])
  pipeline = pipelineOf(writing("Something else."))
  expect((await tom.draft(request)).at(-1)).toMatchObject({ type: "draft-end", text: "Hello." })
})
