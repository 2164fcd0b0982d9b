import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog, silentLog } from "../../../src/runtime/log.ts"
import { inSpan } from "../../../src/runtime/scope/span.ts"
import { startTracing } from "../../../src/runtime/tracing/start-tracing.ts"
import { runInScope } from "../../../src/runtime/scope/request-scope.ts"
import { startRequestSpan } from "../../../src/runtime/scope/span.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { root, sourceFiles } from "../../house/files.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { Client, draftRequest } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { startCollector, type SentSpan } from "./collector.ts"

const PRESS = { trace: "4bf92f3577b34da6a3ce929d0e0e4736", span: "00f067aa0ba902b7" }
const { folder, remove } = temporaryFolder()
let collector: Awaited<ReturnType<typeof startCollector>>
let model: ModelDouble
beforeAll(async () => {
  collector = await startCollector()
  model = await startModelDouble({ kind: "text", text: "Your lamp is on its way. It comes on Monday." })
})
afterAll(async () => {
  collector?.close()
  await model?.close()
  remove()
})

test("one trace leads from the press in the browser through search, prompt, model and checks to the database", async () => {
  const environment = { REPLYWRIGHT_DATA: `${folder}/data` }
  const found = await databaseIn(environment.REPLYWRIGHT_DATA)
  const relay = await startRelay(
    { ...environment, ...model.settings, RELAY_PORT: "0", OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` },
    { ...found, log: silentLog }
  )
  const tom = await Client.paired(relay)
  const answer = await tom.post("/v1/drafts", draftRequest(), {
    headers: { traceparent: `00-${PRESS.trace}-${PRESS.span}-01` }
  })
  expect(await answer.text()).toContain("draft-end")
  await tom.fetch("/v1/me", { headers: { traceparent: "no such thing" } })
  await relay.close()

  const all = collector.spans()
  const spans = all.filter(({ traceId }) => traceId === PRESS.trace)
  const named = (name: string) => spans.find((span) => span.name === name)
  const request = named("POST /v1/drafts")
  const draft = named("draft")
  expect(request?.parentSpanId).toBe(PRESS.span)
  expect(attributesOf(request)).toMatchObject({
    "http.route": "/v1/drafts",
    "http.response.status_code": 200,
    "replywright.request": answer.headers.get("x-request-id")
  })
  expect(draft?.parentSpanId).toBe(request?.spanId)
  for (const step of ["search", "prompt", "model draft", "check"])
    expect(named(step)?.parentSpanId, step).toBe(draft?.spanId)
  expect(named("model draft")?.events?.map(({ name }) => name)).toEqual(["first token"])
  expect(attributesOf(named("model draft"))).toMatchObject({ "gen_ai.request.model": model.settings.MODEL_NAME })
  const searched = spans.filter(
    ({ name, parentSpanId }) => /^database/.test(name) && parentSpanId === named("search")?.spanId
  )
  expect(searched.length).toBeGreaterThan(0)
  // A header that is none begins a trace of its own.
  const me = all.find(({ name }) => name === "GET /v1/me")
  expect(me?.parentSpanId).toBeUndefined()
  expect(me?.traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(Object.fromEntries(collector.resource().map(({ key, value }) => [key, value.stringValue]))).toMatchObject({
    "service.name": "replywright-relay"
  })
  // Nothing of the trace goes to the model's server.
  expect((await model.request(0)).headers).not.toHaveProperty("traceparent")
})

test("a collector that refuses is told to the log once, and work goes on", async () => {
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  collector.answer(400)
  const stop = startTracing(collector.url, "1", log)
  const span = startRequestSpan("GET", undefined, {})
  const failing = runInScope({ requestId: "r", span, models: { areOff: false } }, () =>
    inSpan("draft", {}, () => Promise.reject(new Error("Anna")))
  )
  await expect(failing).rejects.toThrow("Anna")
  span.end()
  await stop()
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(["traces-not-sent"])
  expect(await inSpan("draft", {}, () => 1)).toBe(1)
})

test("OpenTelemetry's kit is loaded by one module, which is imported only where traces are on", () => {
  const code = new Map(sourceFiles("src").map((file) => [file, readFileSync(join(root, file), "utf8")]))
  const using = (pattern: RegExp) => [...code].filter(([, text]) => pattern.test(text)).map(([file]) => file)
  expect(using(/from "@opentelemetry\//)).toEqual(["src/runtime/tracing/start-tracing.ts"])
  expect(using(/from "[^"]*start-tracing\.ts"/)).toEqual([])
  expect(using(/import\("[^"]*start-tracing\.ts"\)/)).toEqual(["src/relay/server/start.ts"])
})

function attributesOf(span: SentSpan | undefined): Record<string, unknown> {
  return Object.fromEntries(span?.attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]) ?? [])
}
