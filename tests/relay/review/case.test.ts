import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { MAX_REPLY_CHARACTERS } from "../../../src/protocol/outcome.ts"
import type { Claim } from "../../../src/ticket/draft.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { readOutcomeBody } from "../../../src/relay/review/read-case.ts"
import { Client, draftRequest, outcome, refusalOf, SITE } from "../help/client.ts"
import { draftEnd, pipelineOf } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askFigures, askQueue, put, save } from "./ask.ts"

const DRAFT = "Hello [PERSON_1],\nit comes on Monday. I add a credit of €10."
const CLAIMS: Claim[] = [
  { start: 18, end: 37, state: "no-source", sources: [], reason: "date", words: "Monday" },
  { start: 38, end: 61, state: "needs-approval", sources: [], reason: "promise-money", words: "€10" }
]
const SOURCE = {
  n: 1,
  id: "delivery",
  title: "Delivery",
  kind: "article" as const,
  headings: [],
  passage: "A parcel comes within three days.",
  visibility: "public" as const,
  score: 4
}

let relay: TestRelay
let [tom, ann] = [new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay({
    pipeline: pipelineOf(async (emit, _signal, { draftId, instruction }) => {
      emit({ type: "sources", sources: [SOURCE] })
      emit({ type: "draft-delta", text: DRAFT })
      for (const claim of CLAIMS) emit({ type: "check", claim })
      if (instruction !== "break off") emit({ ...draftEnd(draftId, DRAFT), claims: CLAIMS })
    })
  })
  tom = await Client.paired(relay)
  ann = await Client.paired(relay, "Ann", "lead")
})
afterAll(() => relay?.close())

/** A draft is written and what became of it told; the case's id. */
async function drafted(change: Parameters<typeof outcome>[0] = {}, request: Parameters<typeof draftRequest>[0] = {}) {
  const asked = draftRequest({
    ...request,
    ticket: { ...draftRequest().ticket, ticketId: randomUUID(), subject: "Where is [ORDER_1]?" }
  })
  await tom.draft(asked)
  const told = outcome({
    draftId: asked.draftId,
    ticketId: asked.ticket.ticketId,
    draft: DRAFT,
    sent: "Hello [PERSON_1],\nit comes on Tuesday.",
    ...change
  })
  expect(await (await tom.post("/v1/outcomes", told)).json()).toEqual({ outcomeId: told.outcomeId, stored: true })
  return { id: told.outcomeId, told, ticket: asked.ticket }
}

test("a case is whole: thread, both texts, sources, marks, diff, times, model", async () => {
  const { id, told, ticket } = await drafted({ editDistance: 0.5 })
  const found = await askCase(ann, id)
  expect(found).toMatchObject({
    line: {
      caseId: id,
      subject: "Where is [ORDER_1]?",
      result: "heavy",
      editDistance: 0.5,
      language: "en",
      at: "2026-11-20T10:00:00.000Z",
      marks: { noSource: 1, needsApproval: 1, contradicts: 0 },
      reviewed: false
    },
    outcome: told,
    ticket,
    sources: [SOURCE],
    claims: CLAIMS,
    review: { version: 0 }
  })
  expect(found.diff.map(({ kind }) => kind)).toEqual(["same", "changed", "removed"])
  expect(found.diff[1]).toEqual({
    kind: "changed",
    draft: [
      { kind: "same", text: "it comes on " },
      { kind: "removed", text: "Monday" },
      { kind: "same", text: "." }
    ],
    sent: [
      { kind: "same", text: "it comes on " },
      { kind: "added", text: "Tuesday" },
      { kind: "same", text: "." }
    ]
  })
  expect((await askQueue(ann)).cases.find(({ caseId }) => caseId === id)).toEqual(found.line)
})

test("marks stand where the sentence stands in the draft as shown; a draft that broke off keeps what was checked", async () => {
  const shown = `Dear customer,\n${DRAFT}`
  const { claims } = await askCase(ann, (await drafted({ draft: shown })).id)
  expect(claims.map(({ start, end }) => shown.slice(start, end))).toEqual([
    "it comes on Monday.",
    "I add a credit of €10."
  ])
  const broken = await askCase(ann, (await drafted({}, { instruction: "break off" })).id)
  expect([broken.claims, broken.line.marks.needsApproval]).toEqual([CLAIMS, 1])
})

test("a reply without a draft, and one that nobody saw sent: nothing to compare, and it opens", async () => {
  const none = outcome({
    kind: "none",
    draft: "",
    editDistance: null,
    model: "",
    pipelineVersion: "",
    ticketId: randomUUID()
  })
  delete none.draftId
  await tom.post("/v1/outcomes", none)
  expect(await askCase(ann, none.outcomeId)).toMatchObject({
    line: { result: "none", subject: null },
    diff: [],
    sources: [],
    claims: []
  })
  const { id } = await drafted({ sent: null, editDistance: null })
  expect(await askCase(ann, id)).toMatchObject({
    line: { result: "unknown" },
    outcome: { sent: null },
    diff: [],
    claims: CLAIMS
  })
})

test("the review of a deleted draft: the case opens without its thread, and can be saved", async () => {
  const { id, told } = await drafted()
  await save(ann, id, { note: "Before." })
  await relay.db
    .deleteFrom("drafts")
    .where("id", "=", told.draftId ?? "")
    .execute()
  const found = await askCase(ann, id)
  expect(found).toMatchObject({
    line: { subject: null, marks: { noSource: 0 } },
    sources: [],
    claims: [],
    review: { note: "Before." }
  })
  expect(found.ticket).toBeUndefined()
  expect(found.diff.length).toBeGreaterThan(0)
  expect(await save(ann, id, { version: 1, note: "After." })).toMatchObject({ version: 2 })
})

test("an erased case: said so, also to who saves; nothing of it is left, nothing brings it back", async () => {
  const { id, told, ticket } = await drafted({ note: "Blaubeere", reasons: ["tone"], kind: "rejected" })
  await save(ann, id, { note: "Blaubeere too" })
  expect(
    await (
      await tom.fetch(`/v1/tickets/${ticket.helpdesk}/${ticket.ticketId}?site=${SITE}`, { method: "DELETE" })
    ).json()
  ).toEqual({ drafts: 1, outcomes: 1, unknown: 0 })
  expect(await refusalOf(ann.fetch(`/v1/review/cases/${id}`))).toMatchObject({ status: 410, code: "case-erased" })
  expect(await refusalOf(put(ann, id, { version: 1 }))).toMatchObject({ status: 410, code: "case-erased" })
  const later = { ...told, revision: 2 }
  delete later.draftId
  expect(await (await tom.post("/v1/outcomes", later)).json()).toMatchObject({ stored: false })
  for (const table of ["drafts", "draft_events", "outcomes", "reviews", "audit", "erased_cases"]) {
    const { rows } = await sql<{
      row: string
    }>`select ${sql.table(table)}::text as row from ${sql.table(table)}`.execute(relay.db)
    expect(rows.map(({ row }) => row).join("\n")).not.toMatch(/Blaubeere/)
  }
})

test("unknown, or no id at all: 404 in a sentence", async () => {
  for (const id of [randomUUID(), "1", "..%2F"])
    expect(await refusalOf(ann.fetch(`/v1/review/cases/${id}`))).toMatchObject({ status: 404 })
  expect(await refusalOf(put(ann, randomUUID(), {}))).toMatchObject({ status: 404, code: "no-case" })
})

test("an outcome for a draft that this relay doesn't know is a case without thread", async () => {
  const told = outcome({ ticketId: randomUUID() })
  await tom.post("/v1/outcomes", told)
  expect(await askCase(ann, told.outcomeId)).toMatchObject({ line: { subject: null }, outcome: told, sources: [] })
})

test("a sent text of 100,000 characters: stored, opened within a second, whole; a longer one is refused", async () => {
  const sent = "It was sent on [DATE_1], and arrives. ".repeat(3000).slice(0, MAX_REPLY_CHARACTERS)
  const { id } = await drafted({ sent, editDistance: 1 })
  const began = performance.now()
  const found = await askCase(ann, id)
  expect(performance.now() - began).toBeLessThan(1000)
  expect(
    found.diff
      .flatMap((row) => row.sent.map(({ text }) => text))
      .join("")
      .replace(/\s/g, "")
  ).toBe(sent.replace(/\s/g, ""))
  expect(await refusalOf(tom.post("/v1/outcomes", outcome({ sent: `${sent}x` })))).toMatchObject({
    status: 400,
    message: "sent: more than 100000."
  })
})

test("a browser's clock an hour off: the case opens, and no waiting time is made of it", async () => {
  const before = (await askFigures(ann)).whole.firstText.of
  const { id } = await drafted({
    times: {
      opened: "2026-11-20T11:00:00Z",
      firstText: "2026-11-20T10:00:02Z",
      used: "2026-11-20T09:00:00Z",
      sent: "2026-11-20T10:01:00Z"
    }
  })
  const { id: bare } = await drafted({ times: { firstText: "2026-11-20T10:00:02Z" } })
  expect(await askCase(ann, id)).toMatchObject({
    line: { at: "2026-11-20T10:00:00.000Z" },
    outcome: { times: { opened: "2026-11-20T11:00:00Z" } }
  })
  await askCase(ann, bare)
  expect((await askFigures(ann)).whole.firstText.of).toBe(before)
})

test("a case of before times and ids had their form opens as it was stored", async () => {
  const { id, told } = await drafted({})
  const before = { ...told, ticketId: "Ticket No. 7", language: "unknown (mixed)", times: { opened: "yesterday" } }
  expect(await refusalOf(tom.post("/v1/outcomes", before))).toMatchObject({ status: 400, code: "bad-request" })
  await relay.db
    .updateTable("outcomes")
    .set({ body: JSON.stringify(before), data_key: null })
    .where("id", "=", id)
    .execute()
  expect((await askCase(ann, id)).outcome).toMatchObject({ ticketId: "Ticket No. 7", times: { opened: "yesterday" } })
})

test("zero characters in draft, sent text, note and subject: the case opens with them, list and figures go on", async () => {
  const asked = draftRequest({
    ticket: { ...draftRequest().ticket, ticketId: randomUUID(), subject: "zero \u0000 subject" }
  })
  await tom.draft(asked)
  const told = outcome({
    draftId: asked.draftId,
    ticketId: asked.ticket.ticketId,
    draft: "A \u0000 b.",
    sent: "A \u0000 c.",
    note: "\u0000"
  })
  await tom.post("/v1/outcomes", told)
  expect(await askCase(ann, told.outcomeId)).toMatchObject({
    line: { subject: "zero  subject" },
    outcome: { sent: "A \u0000 c." },
    ticket: { subject: "zero \u0000 subject" }
  })
  await askQueue(ann)
  expect(await (await ann.fetch("/v1/review/export?of=cases&format=csv")).text()).not.toContain("\u0000")
  expect(await refusalOf(ann.fetch("/v1/review/queue?helpdesk=%00"))).toMatchObject({ status: 400 })
})

test("an outcome of the version before opens too", async () => {
  const { id } = await drafted()
  const row = await relay.db.selectFrom("outcomes").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  const { revision: _, ...old } = readOutcomeBody(relay.db, row)
  await relay.db
    .updateTable("outcomes")
    .set({ body: JSON.stringify(old), data_key: null })
    .where("id", "=", id)
    .execute()
  await relay.db
    .updateTable("drafts")
    .set({ request: null, subject: null })
    .where("id", "=", old.draftId ?? "")
    .execute()
  expect(await askCase(ann, id)).toMatchObject({ line: { subject: null }, outcome: { revision: 1 }, claims: CLAIMS })
})

test("cases, reviews and ids of erased ones go after their days", async () => {
  const { id } = await drafted()
  await save(ann, id, { note: "old" })
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 91 * 86_400_000))
  for (const table of ["outcomes", "reviews", "drafts", "draft_events", "erased_cases", "erased_drafts"]) {
    expect((await sql`select 1 from ${sql.table(table)}`.execute(relay.db)).rows).toEqual([])
  }
})
