import { readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog } from "../../../src/relay/log.ts"
import type { Pipeline } from "../../../src/relay/drafting/stream.ts"
import { Client, draftRequest, eventsOf, restOf } from "../help/client.ts"
import { pipelineOf, waiting } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let tom: Client
let pipeline: Pipeline
let onBack = () => {}
beforeAll(async () => {
  const log = createLog((line) => (line.includes("database-back") ? onBack() : undefined))
  relay = await openRelay({ log, pipeline: { model: null, version: "v", run: (...job) => pipeline.run(...job), summarise: async () => undefined } })
  tom = await Client.paired(relay)
})
afterAll(() => relay?.close())

test("the database dies while a draft is written: the draft goes on, is whole, and can be had again", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const events = eventsOf(await tom.post("/v1/drafts", request))
  await events.next()
  const back = new Promise<void>((resolve) => (onBack = resolve))
  process.kill(Number(readFileSync(`${relay.data}/database/postmaster.pid`, "utf8").split("\n")[0]), "SIGKILL")
  held.go()
  expect((await restOf(events)).at(-1)?.type).toBe("draft-end")
  await back
  expect((await tom.draft(request)).map(({ type }) => type)).toEqual(["draft-delta", "draft-delta", "draft-end"])
  expect(await (await tom.fetch("/v1/health")).json()).toMatchObject({ ok: true, database: "ok" })
})
