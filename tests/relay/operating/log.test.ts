import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import { runInScope, runOutsideScope } from "../../../src/runtime/scope/request-scope.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { Client, draftRequest } from "../help/client.ts"
import { pipelineOf } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

const lines: string[] = []
const read = () => lines.map((line): Record<string, unknown> => JSON.parse(line))
let relay: TestRelay
let tom: Client
beforeAll(async () => {
  relay = await openRelay({
    log: createLog((line) => lines.push(line)),
    pipeline: pipelineOf(async () => Promise.reject(new Error("no")))
  })
  tom = await Client.paired(relay)
})
afterAll(() => relay?.close())

test("each line of a request names the id of its answer, also where a draft goes on by itself", async () => {
  const answers = await Promise.all([1, 2, 3].map(async () => tom.post("/v1/drafts", draftRequest())))
  for (const answer of answers) await answer.text()
  const ids = answers.map(({ headers }) => headers.get("x-request-id"))
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) {
    const own = read().filter(({ requestId }) => requestId === id)
    expect(own.map(({ event }) => event)).toEqual(["draft-failed", "draft-ended"])
    expect(new Set(own.map(({ draftId }) => draftId)).size).toBe(1)
  }
})

test("an answer's header and its error body name one id", async () => {
  const answer = await tom.fetch("/v1/nothing")
  const { error } = (await answer.json()) as { error: { requestId: string } }
  expect(error.requestId).toBe(answer.headers.get("x-request-id"))
})

test("what no request has caused names none", () => {
  const told: string[] = []
  const log = createLog((line) => told.push(line))
  log.info("started")
  runInScope({ requestId: "r", span: undefined, models: { areOff: false } }, () => {
    log.info("asked")
    runOutsideScope(() => log.info("lost"))
  })
  expect(told.map((line) => JSON.parse(line).requestId)).toEqual([undefined, "r", undefined])
})

test("as text a line is for people, and no value can look like a field or a line of its own", () => {
  const told: string[] = []
  const log = createLog(
    (line) => told.push(line),
    () => new Date("2026-11-20T10:00:00.123Z"),
    "text"
  )
  log.warn("import", { why: "no binary fits", count: 2, missing: undefined })
  log.info("imported", { state: 'x\n2026 error event="y"' })
  expect(told).toEqual([
    '2026-11-20 10:00:00 warn import why="no binary fits" count=2\n',
    String.raw`2026-11-20 10:00:00 info imported state="x\n2026 error event=\"y\""` + "\n"
  ])
})

test("RELAY_LOG chooses, and anything else is a mistake", () => {
  expect(readSettings({}).log).toBeUndefined()
  expect(readSettings({ RELAY_LOG: "json" }).log).toBe("json")
  expect(readSettings({ RELAY_LOG: "text" }).log).toBe("text")
  expect(() => readSettings({ RELAY_LOG: "yaml" })).toThrow("RELAY_LOG must be json or text")
})
