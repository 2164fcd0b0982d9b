import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { reportAnswer, settleAnswer, type ReportDone } from "../../../src/protocol/knowledge-report.ts"
import { type KnowledgeReport, makeWantedReport } from "../../../src/knowledge/report/report.ts"
import { reportInThread } from "../../../src/knowledge/report/report-in-thread.ts"
import { createReportRuns } from "../../../src/knowledge/report/report-runs.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { asked } from "../../relay/admin/ask.ts"
import { Client, refusalOf } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { page } from "./report-help.ts"
import { importedFolder } from "../upkeep/upkeep.ts"

let relay: TestRelay
let [ann, tom] = [new Client(""), new Client("")]
/** This server is inside the network and counts its requests. */
const inside = createServer((_, response) => {
  hits++
  response.writeHead(404).end()
})
let hits = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    inside.listen(0, "127.0.0.1", resolve)
  })
  relay = await openRelay()
  ann = await Client.paired(relay, "Ann", "lead")
  tom = await Client.paired(relay, "Tom")
  await importedFolder(relay, "pages", {
    "returns.md": page("Returns", "Goods can be sent back within 30 days of delivery."),
    "refunds.md": page("Refunds of goods", "Goods can be sent back within 14 days of delivery."),
    "links.md": page(
      "Links",
      `[inside](http://127.0.0.1:${(inside.address() as AddressInfo).port}/gone) and [gone](missing.md)`
    )
  })
})
afterAll(async () => {
  inside.close()
  await relay?.close()
})

/** Requests the report until it is finished, as the extension does. */
async function reported(query = ""): Promise<ReportDone> {
  for (let run = ""; ; ) {
    const answer = reportAnswer.parse(await (await ann.fetch(`/v1/knowledge/report?${query}${run}`)).json())
    if ("findings" in answer) return answer
    run = `&run=${answer.running.run}`
  }
}
const settle = (id: string, body: unknown, who = ann) =>
  who.fetch(`/v1/knowledge/findings/${id}`, {
    method: "PUT",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" }
  })
const contradictionOf = ({ findings }: ReportDone) => findings.find(({ kind }) => kind === "contradiction")

test("a lead reads what is wrong, with counts of every kind and a trend; an agent doesn't, and a kind that nobody knows is named", async () => {
  const { findings, counts, coverage, trend, documents, settledFindings } = await reported()
  expect({ documents, coverage, settledFindings }).toEqual({
    documents: 3,
    coverage: { weeks: 6, tickets: 0, searched: 0, answered: 0 },
    settledFindings: undefined
  })
  expect(counts).toMatchObject({ contradiction: 1, "dead-link": 1, duplicate: 0 })
  expect(findings.map(({ kind }) => kind).sort()).toEqual(["contradiction", "dead-link"])
  expect(trend.at(-1)?.counts).toMatchObject({ contradiction: 1, "dead-link": 1, tickets: 0 })
  expect((await reported("only=dead-link")).counts).toEqual({ "dead-link": 1 })
  expect(await refusalOf(tom.fetch("/v1/knowledge/report"))).toMatchObject({ status: 403, code: "not-allowed" })
  expect(await refusalOf(ann.fetch("/v1/knowledge/report?only=rubbish"))).toMatchObject({
    status: 400,
    message: expect.stringContaining("contradiction")
  })
})

test("a finding is settled with a note, listed with who did it, and opened again; each is noted in the audit", async () => {
  const id = contradictionOf(await reported("only=contradiction"))?.id ?? ""
  expect(
    await asked(settleAnswer, settle(id, { settled: true, note: "The law of [PERSON] asks for both." }))
  ).toMatchObject({ settled: true, by: "Ann", note: "The law of [PERSON] asks for both." })
  const after = await reported("settled=true")
  expect({ open: contradictionOf(after), settled: after.settled, count: after.counts["contradiction"] }).toEqual({
    open: undefined,
    settled: 1,
    count: 0
  })
  expect(after.settledFindings).toMatchObject([
    { id, settled: { by: "Ann", note: "The law of [PERSON] asks for both." } }
  ])
  expect(await asked(settleAnswer, settle(id, { settled: false }))).toEqual({
    id,
    settled: false,
    at: null,
    by: null,
    note: null
  })
  expect(contradictionOf(await reported("only=contradiction"))?.id).toBe(id)
  expect(await refusalOf(settle(id, { settled: false }))).toMatchObject({ status: 404, code: "no-finding" })
  const audit = await relay.db
    .selectFrom("audit")
    .select(["action", "ids"])
    .where("action", "like", "finding-%")
    .orderBy("at")
    .execute()
  expect(audit).toEqual([
    { action: "finding-settled", ids: [id] },
    { action: "finding-reopened", ids: [id] }
  ])
})

test("a note with what should have been masked is refused, and nothing is settled; so is an agent, and what no report has found", async () => {
  const id = contradictionOf(await reported("only=contradiction"))?.id ?? ""
  expect(await refusalOf(settle(id, { settled: true, note: "Ask maya.lindgren@acme.example" }))).toMatchObject({
    status: 422,
    code: "unmasked-data"
  })
  expect(await refusalOf(settle(id, { settled: true }, tom))).toMatchObject({ status: 403 })
  expect(await refusalOf(settle(id, { settled: true, note: "x".repeat(2_001) }))).toMatchObject({ status: 400 })
  expect(await refusalOf(settle("nothing", { settled: true }))).toMatchObject({ status: 404, code: "no-finding" })
  expect((await reported("only=contradiction")).counts).toEqual({ contradiction: 1 })
})

test("links are asked for by a press of its own, and never inside the network", async () => {
  const { links, findings } = await reported("only=dead-link&links=true")
  expect(links).toEqual({ asked: 1, of: 1 })
  expect(findings.map(({ says }) => says)).toEqual(["No page that was imported has the address missing.md"])
  expect(hits).toBe(0)
})

test("a report from a thread of its own says the same, tells how far it is, and ends when nobody waits", async () => {
  const inThread = reportInThread(relay.connection)
  const wanted = { now: relay.time.now, only: "contradiction" as const, links: false }
  const here = await makeWantedReport(relay.db, wanted, { signal: new AbortController().signal })
  const progress: number[] = []
  const tell = ({ documents }: { documents: number }) => void progress.push(documents)
  const there = await inThread(relay.db, wanted, { signal: new AbortController().signal, tell })
  expect(there.findings.map(({ id }) => id)).toEqual(here.findings.map(({ id }) => id))
  expect(here.findings.length).toBeGreaterThan(0)
  expect(progress).toEqual([there.documents])

  const left = new AbortController()
  const ended = inThread(relay.db, wanted, { signal: left.signal })
  left.abort(new Error("nobody waits"))
  await expect(ended).rejects.toThrow("nobody waits")
  const nowhere = reportInThread({ ...relay.connection, host: "/nowhere", connectionString: undefined })
  await expect(nowhere(relay.db, wanted, { signal: new AbortController().signal })).rejects.toMatchObject({
    code: "ENOENT"
  })
})

test("what takes longer is asked for again by its run; two who ask at once share it, and it ends with the last who waits", async () => {
  const held = Promise.withResolvers<KnowledgeReport>()
  const signals: AbortSignal[] = []
  const runs = createReportRuns(
    relay.db,
    silentLog,
    () => relay.time.now,
    50,
    async (_, __, { signal, tell }) => {
      signals.push(signal)
      tell?.({ documents: 3 })
      return held.promise
    }
  )
  const [here, gone] = [new AbortController(), new AbortController()]
  const wanted = { links: false }
  const [one, two] = await Promise.all([runs.ask(wanted, 5, here.signal), runs.ask(wanted, 5, here.signal)])
  expect(one).toEqual({ run: expect.any(String), progress: { documents: 3 } })
  expect(two).toEqual(one)
  const run = "run" in one ? one.run : ""
  const both = [runs.ask({ ...wanted, run }, 10_000, here.signal), runs.ask(wanted, 10_000, gone.signal)]
  gone.abort()
  await both[1]
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  here.abort()
  await both[0]
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  const next = await runs.ask(wanted, 5, new AbortController().signal)
  expect(next).not.toEqual(one)
})
