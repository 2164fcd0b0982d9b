import { writeFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { sql } from "kysely"
import type { SitedDraftRequest } from "../../../src/protocol/relay.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { Client, draftRequest, outcome, SITE } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { startCollector } from "./collector.ts"
import { samplesOf, sumOf } from "./exposition.ts"
import { statusAnswer } from "../../../src/protocol/routes/server.ts"

/** Stands in every text that people and models write here, and nowhere else. */
const WORD = "Quibblewort"
const { folder, remove } = temporaryFolder()
const lines: string[] = []
let collector: Awaited<ReturnType<typeof startCollector>>
let model: ModelDouble
let relay: RunningRelay
let tom: Client
beforeAll(async () => {
  collector = await startCollector()
  model = await startModelDouble({ kind: "text", text: `The ${WORD} arrives on Monday. Your ${WORD} is paid.` })
  const endpoint = `{kind: openai-compatible, url: "${model.url}", model: double-small, price: {in: 1, out: 2}}`
  writeFileSync(
    `${folder}/models.yaml`,
    `endpoints:\n  one: ${endpoint}\n  two: ${endpoint}\n  vectors: ${endpoint}\n  order: ${endpoint}\n` +
      "tasks: {draft: [one, two], summary: [one], judge: [two], embed: [vectors], rerank: [order]}\n"
  )
  const environment = { REPLYWRIGHT_DATA: `${folder}/data` }
  const found = await databaseIn(environment.REPLYWRIGHT_DATA)
  relay = await startRelay(
    {
      ...environment,
      MODELS_FILE: `${folder}/models.yaml`,
      RELAY_PORT: "0",
      RELAY_METRICS_PORT: "0",
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url
    },
    { ...found, log: createLog((line) => lines.push(line)) }
  )
  tom = await Client.paired(relay, `Tom ${WORD}`, "admin")
  for (const name of ["care", "delivery"]) {
    const sent = await tom.fetch(`/v1/admin/knowledge/files?name=${name}.md&internal=false`, {
      method: "POST",
      body: `# ${WORD} ${name}\n\nA ${WORD} needs ${name}. It is paid on Monday.`,
      headers: { "content-type": "application/octet-stream" }
    })
    expect(sent.status).toBe(200)
  }
})
afterAll(async () => {
  collector?.close()
  await model?.close()
  remove()
})

/** A request whose every text holds the word. */
function fullOfWords(change: Partial<SitedDraftRequest> = {}): SitedDraftRequest {
  const { ticket } = draftRequest()
  return draftRequest({
    instruction: `Mention the ${WORD}.`,
    ticket: {
      ...ticket,
      ticketId: `${WORD}-7`,
      subject: `${WORD} broken`,
      requester: `Anna ${WORD}`,
      agent: `Bea ${WORD}`,
      tags: [WORD],
      fields: { [WORD]: WORD },
      messages: ticket.messages.map((message) => ({
        ...message,
        author: `Anna ${WORD}`,
        text: `Where is my ${WORD}? I paid for the ${WORD} on Monday.`
      }))
    },
    ...change
  })
}
const draft = async (change: Partial<SitedDraftRequest> = {}) =>
  (await tom.post("/v1/drafts", fullOfWords(change))).text()

test("metrics, traces, log and the status page hold no word of a ticket, a question, a person or a model, whatever goes wrong", async () => {
  await expect.poll(async () => (await (await tom.fetch("/v1/health")).json()).documents).toBe(2)
  const { ticket } = fullOfWords()
  expect(await draft()).toContain("draft-end")
  await (await tom.post("/v1/summaries", { summaryId: crypto.randomUUID(), ticket })).text()
  await (await tom.post("/v1/knowledge/search", { query: WORD })).text()
  await (await tom.post("/v1/knowledge/ask", { question: `What is a ${WORD}?`, ticket })).text()
  await (await tom.post("/v1/knowledge/replies", { ticket })).text()
  await (await tom.post("/v1/outcomes", outcome({ draft: WORD, sent: WORD, ticketId: WORD }))).text()
  await (await tom.fetch(`/v1/tickets/sample/${WORD}?site=${encodeURIComponent(SITE)}`, { method: "DELETE" })).text()

  // Models that refuse, break off, and answer what nobody can read.
  const told = { error: { message: `no ${WORD}`, code: `no-${WORD}`, type: WORD } }
  const failing = { kind: "status", status: 400, body: JSON.stringify(told) } as const
  model.always(failing)
  expect(await draft()).toContain("draft-error")
  await (await tom.post("/v1/knowledge/ask", { question: WORD, ticket })).text()
  await (await tom.post("/v1/rewrite", { text: `The ${WORD} is here.`, change: "shorter" })).text()
  for (const kind of ["cut", "error-event"] as const) {
    model.always({ kind, text: `Your ${WORD} is` })
    expect(await draft()).toContain("draft-error")
  }
  model.always({ kind: "raw", chunks: [Buffer.from(`data: {"${WORD}\n\n`)] })
  await draft()

  // Requests that are none.
  const bad = [
    await tom.post("/v1/drafts", { [WORD]: WORD }),
    await tom.post("/v1/drafts", fullOfWords({ draftId: WORD })),
    await tom.fetch("/v1/drafts", {
      method: "POST",
      body: `{"${WORD}`,
      headers: { "content-type": "application/json" }
    }),
    await tom.fetch(`/v1/${WORD}?${WORD}=${WORD}`, { headers: { traceparent: WORD, "x-request-id": WORD } }),
    await tom.fetch(`/v1/audit?from=${WORD}`),
    await tom.fetch("/v1/me", { headers: { authorization: `Bearer ${WORD}` } }),
    await tom.fetch("/v1/me", { method: WORD.toUpperCase() })
  ]
  for (const answer of bad) {
    expect(answer.status).toBeGreaterThan(399)
    await answer.text()
  }

  // A database that refuses a row, and quotes it whole in its error.
  model.always({ kind: "text", text: `The ${WORD} arrives.` })
  await sql`alter table draft_events add constraint no_words check (length(event) < 0) not valid`.execute(relay.db)
  expect(await draft()).toContain("draft-error")
  await sql`alter table drafts add constraint no_words check (length(subject) < 0) not valid`.execute(relay.db)
  expect((await tom.post("/v1/drafts", fullOfWords())).status).toBe(500)

  // The status page counts all of it within some seconds.
  const readStatus = async () => (await tom.fetch("/v1/admin/status")).text()
  const kindsOf = async () => new Set(statusAnswer.parse(JSON.parse(await readStatus())).errors.map(({ kind }) => kind))
  await expect.poll(kindsOf, { timeout: 15_000 }).toEqual(new Set(["draft", "model", "request"]))
  const status = await readStatus()
  const kept = await Promise.all(
    (["error_counts", "relays"] as const).map(async (table) =>
      JSON.stringify((await sql`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(relay.db)).rows)
    )
  )

  const metrics = await (await fetch(relay.metricsUrl ?? "")).text()
  await relay.close()

  // All of it happened where it would be seen.
  const events = new Set(lines.map((line) => JSON.parse(line).event))
  for (const event of ["draft-ended", "draft-not-stored", "request-failed", "pages-not-reranked"])
    expect([...events]).toContain(event)
  const samples = samplesOf(metrics)
  expect(sumOf(samples, "replywright_model_errors_total", { endpoint: "one", code: "model-refused" })).toBeGreaterThan(
    0
  )
  expect(sumOf(samples, "replywright_model_errors_total", { task: "rerank" })).toBeGreaterThan(0)
  expect(sumOf(samples, "replywright_model_cost_total", { task: "draft", currency: "USD" })).toBeGreaterThan(0)
  expect(sumOf(samples, "replywright_database_errors_total")).toBeGreaterThan(0)
  const spans = collector.spans()
  expect(spans.length).toBeGreaterThan(50)
  expect(spans.filter(({ status }) => status.code === 2).length).toBeGreaterThan(3)

  expect(kept.join(" ")).toMatch(/"model-refused"/)
  expect(kept.join(" ")).toMatch(/"double-small"/)
  expect([metrics, status, ...kept, ...lines, ...collector.bodies].filter((text) => /quibble/i.test(text))).toEqual([])
})
