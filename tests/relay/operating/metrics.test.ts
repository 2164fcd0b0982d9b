import { afterAll, beforeAll, expect, test } from "vitest"
import { boundLabel } from "../../../src/runtime/metrics/registry.ts"
import { runInLane } from "../../../src/runtime/worker-thread/run-in-worker.ts"
import { serveMetrics } from "../../../src/relay/server/metrics-server.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { askAs, Client, draftRequest, eventsOf, restOf } from "../help/client.ts"
import { pipelineOf, waiting, writing } from "../help/pipelines.ts"
import { seed } from "../help/seed.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { double } from "./worker-job.ts"
import { samplesOf, sumOf, type Sample } from "./exposition.ts"

const { folder, remove } = temporaryFolder()
let relay: RunningRelay
let tom: Client
let run = writing("Hello")
beforeAll(async () => {
  const environment = { REPLYWRIGHT_DATA: `${folder}/data` }
  const found = await databaseIn(environment.REPLYWRIGHT_DATA)
  relay = await startRelay(
    { ...environment, RELAY_PORT: "0", RELAY_METRICS_PORT: "0" },
    { ...found, log: silentLog, pipeline: pipelineOf((...given) => run(...given)) }
  )
  tom = await Client.paired(relay)
})
afterAll(async () => {
  await relay?.close()
  remove()
})

const scrape = async (): Promise<Sample[]> => samplesOf(await (await fetch(relay.metricsUrl ?? "")).text())

/** Returns how a sum changed, for the tests share one registry with every other test of this process. */
async function changeBy(work: () => Promise<unknown>) {
  const before = await scrape()
  await work()
  return async (name: string, labels: Record<string, string> = {}) =>
    sumOf(await scrape(), name, labels) - sumOf(before, name, labels)
}

test("a request is counted by its route's pattern and its status, and one without a route as other", async () => {
  const change = await changeBy(async () => {
    await (await tom.fetch("/v1/drafts/6dc5b1d8-5b5e-4f7c-8bd0-3f0a5a6f1a11/upstream")).text()
    await (await tom.fetch("/v1/drafts/nobody@example.com")).text()
  })
  const counted = "replywright_http_requests_total"
  await expect.poll(() => change(counted, { route: "/v1/drafts/:id/upstream", status: "404" })).toBe(1)
  await expect.poll(() => change(counted, { route: "other", status: "404" })).toBe(1)
  expect(await change("replywright_http_request_duration_seconds_count", { route: "/v1/drafts/:id/upstream" })).toBe(1)
})

test("a draft that is done is counted with its times, model, statements and connections", async () => {
  run = writing("Hello ", "there")
  const change = await changeBy(() => tom.draft(draftRequest()))
  expect(await change("replywright_drafts_total", { state: "done", model: "test-model" })).toBe(1)
  expect(await change("replywright_draft_first_text_seconds_count", { model: "test-model" })).toBe(1)
  expect(await change("replywright_draft_duration_seconds_count", { model: "test-model" })).toBe(1)
  expect(await change("replywright_draft_errors_total")).toBe(0)
  // Sign-in, beginning and end.
  expect(await change("replywright_database_statement_seconds_count")).toBeGreaterThanOrEqual(3)
  expect(await change("replywright_database_connection_wait_seconds_count")).toBeGreaterThanOrEqual(3)
  expect(sumOf(await scrape(), "replywright_database_connections")).toBeGreaterThan(0)
})

test("a draft that is being written is an open stream, and one that its reader left is cut", async () => {
  const held = waiting()
  run = held.run
  const reader = new AbortController()
  const change = await changeBy(async () => {
    const events = eventsOf(await tom.post("/v1/drafts", draftRequest(), { signal: reader.signal }))
    await events.next()
  })
  expect(await change("replywright_streams_open")).toBe(1)
  expect(await change("replywright_drafts_writing")).toBe(1)
  reader.abort()
  await held.stopped
  await expect.poll(() => change("replywright_drafts_total", { state: "cut" })).toBe(1)
  await expect.poll(() => change("replywright_streams_open")).toBe(0)
  expect(await change("replywright_drafts_writing")).toBe(0)
})

test("a draft that fails is counted by the code of its error", async () => {
  run = async () => Promise.reject(new Error("no"))
  const change = await changeBy(async () => restOf(eventsOf(await tom.post("/v1/drafts", draftRequest()))))
  expect(await change("replywright_drafts_total", { state: "failed" })).toBe(1)
  expect(await change("replywright_draft_errors_total", { code: "draft-failed" })).toBe(1)
})

test("a job of the worker thread is counted with its wait", async () => {
  const job = { module: new URL("./worker-job.ts", import.meta.url).href, run: double }
  const change = await changeBy(async () =>
    expect(await Promise.all([runInLane("large", job, 1), runInLane("large", job, 2)])).toEqual([2, 4])
  )
  expect(await change("replywright_queue_wait_seconds_count", { queue: "worker" })).toBe(2)
  expect(await change("replywright_queue_length", { queue: "worker" })).toBe(0)
})

test("the process itself is among them", async () => {
  const names = new Set((await scrape()).map(({ name }) => name))
  for (const name of ["process_resident_memory_bytes", "nodejs_eventloop_lag_p99_seconds", "replywright_build_info"])
    expect(names, name).toContain(name)
})

const read = async () => ""

test("they are read on their own port alone, under loopback, an address or a name of RELAY_HOSTS", async () => {
  expect((await tom.fetch("/metrics")).status).toBe(404)
  const own = await serveMetrics({ port: 0, listen: "127.0.0.1", hosts: ["relay.example.com"] }, read)
  const url = `http://127.0.0.1:${own.port}/metrics`
  expect(await askAs("relay.example.com", url)).toBe(200)
  expect(await askAs(`[::1]:${own.port}`, url)).toBe(200)
  expect(await askAs("rebound.example.net", url)).toBe(403)
  expect((await fetch(url, { method: "POST" })).status).toBe(404)
  expect((await fetch(url.replace("/metrics", "/"))).status).toBe(404)
  await expect(serveMetrics({ port: own.port, listen: "127.0.0.1", hosts: [] }, read)).rejects.toMatchObject({
    code: "settings",
    message: expect.stringMatching(/^RELAY_METRICS_PORT: /)
  })
  const environment = { REPLYWRIGHT_DATA: `${folder}/other` }
  await seed(environment.REPLYWRIGHT_DATA, environment)
  const free = await serveMetrics({ port: 0, listen: "127.0.0.1", hosts: [] }, read)
  await free.close()
  // Nothing of a relay that can't start goes on listening.
  const settings = { ...environment, RELAY_PORT: String(free.port), RELAY_METRICS_PORT: String(own.port) }
  await expect(startRelay(settings, { log: silentLog })).rejects.toMatchObject({ code: "settings" })
  await expect(fetch(`http://127.0.0.1:${free.port}/v1/health`)).rejects.toThrow()
  await own.close()
})

test("nothing is exposed unless a port is set, and an address alone is a mistake", () => {
  expect(readSettings({ REPLYWRIGHT_DATA: folder })).toMatchObject({
    metricsPort: undefined,
    metricsListen: "127.0.0.1"
  })
  expect(() => readSettings({ REPLYWRIGHT_DATA: folder, RELAY_METRICS_LISTEN: "10.0.0.5" })).toThrow(
    "RELAY_METRICS_PORT is not"
  )
})

test("a label has sixty values at most", () => {
  const bound = boundLabel()
  const values = Array.from({ length: 100 }, (_, n) => bound(`model ${n}`))
  expect(new Set(values).size).toBe(61)
  expect(bound("model 3")).toBe("model 3")
  expect(bound("model 99")).toBe("other")
})
