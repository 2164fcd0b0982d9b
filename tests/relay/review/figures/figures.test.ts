import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { Outcome } from "../../../../src/protocol/outcome.ts"
import { storeOutcome } from "../../../../src/relay/review/outcome-routes.ts"
import { Client, outcome, stillSignedIn } from "../../help/client.ts"
import { openRelay, type TestRelay } from "../../help/relay.ts"
import { askFigures, askQueue, save } from "../ask.ts"

let relay: TestRelay
let ann = new Client("")
let person = ""
beforeAll(async () => {
  relay = await openRelay()
  ann = await Client.paired(relay, "Ann", "lead")
  person = (await relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()).id
})
beforeEach(() => relay.db.deleteFrom("outcomes").execute())
afterAll(() => relay?.close())

async function tell(count: number, change: Partial<Outcome> = {}, at = "2026-11-18T10:00:00Z"): Promise<string> {
  let id = ""
  for (let n = 0; n < count; n++) {
    const told = outcome({ ticketId: crypto.randomUUID(), times: {}, ...change })
    id = told.outcomeId
    await storeOutcome(relay.db, told, person, new Date(at))
  }
  return id
}

const NO_DRAFT = { kind: "none", draft: "", editDistance: null, model: "", pipelineVersion: "" } as const

/** Replies to tickets for which a draft was requested of this version, and none was shown. */
async function tellAttempts(count: number, pipeline: string, at = "2026-11-18T10:00:00Z"): Promise<void> {
  for (let n = 0; n < count; n++) {
    const ticketId = crypto.randomUUID()
    await request(ticketId, pipeline, new Date(Date.parse(at) - 60_000))
    await tell(1, { ...NO_DRAFT, draftId: undefined, ticketId, times: { sent: at } }, at)
  }
}

async function request(ticketId: string, pipeline: string, created_at: Date): Promise<string> {
  const { site, helpdesk } = outcome()
  const id = crypto.randomUUID()
  const asked = { id, person, site, helpdesk, ticket_id: ticketId, state: "done" as const, created_at }
  await relay.db
    .insertInto("drafts")
    .values({
      ...asked,
      request_hash: Buffer.alloc(32),
      model: "test-model",
      pipeline_version: pipeline,
      upstream_url: null,
      upstream_body: null,
      upstream_model: null,
      request: null,
      subject: null,
      ended_at: created_at,
      relay: null
    })
    .execute()
  return id
}

test("no data: zeros, nulls, no group, no error", async () => {
  const nothing = { n: 0, of: 0, low: null, high: null }
  const empty = {
    eligible: 0,
    unasked: 0,
    drafted: nothing,
    used: nothing,
    rejected: nothing,
    ignored: nothing,
    none: nothing,
    unchanged: nothing,
    light: nothing,
    heavy: nothing,
    accepted: nothing,
    unknown: 0,
    reasons: {},
    editDistance: { median: null, spread: Array(10).fill(0) },
    firstText: { p50: null, p95: null, of: 0 }
  }
  const unknown = { n: 0, of: 0, share: null, low: null, high: null }
  for (const by of ["week", "helpdesk", "language", "model", "pipeline"]) {
    expect(await askFigures(ann, `by=${by}`)).toEqual({
      from: null,
      to: null,
      whole: empty,
      by,
      groups: [],
      change: null,
      leads: {
        reviewed: 0,
        random: 0,
        cases: 0,
        verdicts: { send: unknown, "small-edit": unknown, "dont-send": unknown },
        reasons: {}
      },
      clustering: { agentCount: 0, agents: false, effect: 1 },
      choices: { helpdesks: [], languages: [], models: [], pipelines: [] },
      versionNames: {}
    })
  }
})

test("one case: counted, not enough for a share, a median or a time", async () => {
  await tell(1, { editDistance: 0.2, times: { opened: "2026-11-18T10:00:00Z", firstText: "2026-11-18T10:00:02Z" } })
  const { whole, groups, from, to } = await askFigures(ann)
  const one = { n: 1, of: 1, low: null, high: null }
  expect(whole).toMatchObject({
    eligible: 1,
    drafted: one,
    used: one,
    light: one,
    accepted: one,
    editDistance: { median: null, spread: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
    firstText: { p50: null, p95: null, of: 1 }
  })
  const { pipelineVersion: pipeline } = outcome()
  expect([groups, from, to]).toEqual([
    [{ key: "2026-W47", figure: whole, sequence: null, partial: true, versions: [{ pipeline, accepted: one }] }],
    "2026-11-18",
    "2026-11-18"
  ])
})

test("every word of the figures as it is defined", async () => {
  await tell(12, { editDistance: 0 })
  await tell(10, { editDistance: 0.1 })
  await tell(8, { editDistance: 0.4, kind: "copied" })
  await tell(2, { editDistance: 1 })
  await tell(3, { sent: null, editDistance: null })
  await tell(4, { kind: "rejected", reasons: ["tone", "wrong-fact"], editDistance: 0.8 })
  await tell(5, { kind: "rejected", reasons: ["tone"], sent: null, editDistance: null })
  await tell(6, { kind: "ignored", editDistance: 0.9 })
  await tell(7, { kind: "ignored", sent: null, editDistance: null })
  await tell(8, { ...NO_DRAFT, language: null })
  await tellAttempts(7, "v-test")
  await save(ann, await tell(1, { kind: "ignored", sent: null, editDistance: null }), { reasons: ["source", "other"] })
  const { whole, leads } = await askFigures(ann)
  expect([leads.reviewed, leads.random, leads.reasons]).toEqual([
    1,
    0,
    {
      source: { n: 0, of: 0, share: null, low: null, high: null },
      other: { n: 0, of: 0, share: null, low: null, high: null }
    }
  ])
  const of = (n: number, whole: number) => ({ n, of: whole })
  expect(whole).toMatchObject({
    eligible: 57,
    unasked: 8,
    drafted: of(42, 49),
    used: of(32, 49),
    rejected: of(4, 49),
    ignored: of(6, 49),
    none: of(7, 49),
    unchanged: of(12, 32),
    light: of(10, 32),
    heavy: of(10, 32),
    accepted: of(22, 32),
    unknown: 3,
    reasons: { tone: 9, "wrong-fact": 4 },
    editDistance: { median: 0.1, spread: [12, 10, 0, 0, 8, 0, 0, 0, 0, 2] }
  })
  expect(whole.reasons).not.toHaveProperty("source")
})

test("weeks are ISO weeks in UTC, also over the turn of the year; groups in order, of the others the largest first, the untold without a name", async () => {
  await tell(1, { helpdesk: "sample" }, "2026-12-28T00:00:00Z")
  await tell(2, { helpdesk: "zendesk" }, "2027-01-03T23:59:59Z")
  await tell(
    1,
    { helpdesk: "zendesk", kind: "none", draft: "", editDistance: null, model: "", language: null },
    "2027-01-04T00:00:00Z"
  )
  const keys = async (by: string) =>
    (await askFigures(ann, `by=${by}`)).groups.map(({ key, figure }) => [key, figure.eligible])
  expect(await keys("week")).toEqual([
    ["2026-W53", 3],
    ["2027-W01", 1]
  ])
  expect(await keys("helpdesk")).toEqual([
    ["zendesk", 3],
    ["sample", 1]
  ])
  expect(await keys("model")).toEqual([
    ["test-model", 3],
    [null, 1]
  ])
  expect(await keys("language")).toEqual([
    ["en", 3],
    [null, 1]
  ])
})

test("filters narrow all of it but the choices; the days asked for are told", async () => {
  await tell(40, { editDistance: 0, times: { opened: "2026-11-18T10:00:00Z", firstText: "2026-11-18T10:00:01Z" } })
  await tell(
    35,
    {
      editDistance: 0.5,
      language: "ja",
      reasons: ["tone"],
      times: { opened: "2026-11-18T10:00:00Z", firstText: "2026-11-18T10:00:03Z" }
    },
    "2026-11-10T00:00:00Z"
  )
  const german = await askFigures(ann, "language=ja&from=2026-11-01&to=2026-11-20&by=model")
  expect(german).toMatchObject({
    from: "2026-11-01",
    to: "2026-11-20",
    whole: {
      eligible: 35,
      heavy: { n: 35, of: 35 },
      reasons: { tone: 35 },
      editDistance: { median: 0.5 },
      firstText: { p50: 3000, p95: 3000, of: 35 }
    },
    groups: [{ key: "test-model", figure: { eligible: 35 } }],
    choices: { languages: ["en", "ja"] }
  })
  expect((await askFigures(ann)).whole.firstText).toEqual({ p50: 1000, p95: 3000, of: 75 })
})

test("a version that refuses more looks no better under its filter: what it was asked and didn't write counts for it", async () => {
  // The truth: of 100 replies each, version "old" wrote 90 drafts of which 60 were used, "new" wrote 60, all used.
  await tell(60, { pipelineVersion: "old", editDistance: 0 })
  await tell(30, { pipelineVersion: "old", kind: "ignored", editDistance: 0.9 })
  await tellAttempts(10, "old")
  await tell(60, { pipelineVersion: "new", editDistance: 0 })
  await tellAttempts(40, "new")
  await tell(20, { ...NO_DRAFT, draftId: undefined })
  const both = await askFigures(ann, "by=pipeline")
  expect(both.whole).toMatchObject({ eligible: 220, unasked: 20, used: { n: 120, of: 200 }, none: { n: 50, of: 200 } })
  for (const [pipeline, none] of [
    ["old", 10],
    ["new", 40]
  ]) {
    const { whole } = await askFigures(ann, `pipeline=${pipeline}`)
    expect(whole).toMatchObject({ eligible: 100, unasked: 0, used: { n: 60, of: 100 }, none: { n: none, of: 100 } })
    const group = both.groups.find(({ key }) => key === pipeline)
    expect(group?.figure).toMatchObject({ used: { n: 60, of: 100 }, none: { n: none, of: 100 } })
  }
  expect((await askFigures(ann, "model=test-model")).whole).toMatchObject({ used: { n: 120, of: 200 } })
})

test("an attempt belongs to the draft that was requested last for this reply, not to one of an earlier reply", async () => {
  const ticketId = crypto.randomUUID()
  const told = (change: Partial<Outcome>) => tell(1, { ticketId, ...change }, change.times?.sent)
  await request(ticketId, "first", new Date("2026-11-16T09:00:00Z"))
  await request(ticketId, "second", new Date("2026-11-16T09:30:00Z"))
  const none = { ...NO_DRAFT, draftId: undefined }
  await told({ ...none, messageId: "1", times: { sent: "2026-11-16T10:00:00Z" } })
  await told({ ...none, messageId: "2", times: { sent: "2026-11-17T10:00:00Z" } })
  const draftId = await request(ticketId, "third", new Date("2026-11-18T09:00:00Z"))
  await told({ draftId, pipelineVersion: "third", messageId: "3", times: { sent: "2026-11-18T10:00:00Z" } })
  await told({ ...none, messageId: "4", times: { sent: "2026-11-18T11:00:00Z" } })
  const counts = (await askFigures(ann, "by=pipeline")).groups.map(({ key, figure: { eligible, none, used } }) => [
    key,
    eligible,
    none.n,
    used.n
  ])
  expect(counts).toEqual([
    [null, 2, 0, 0],
    ["second", 1, 1, 0],
    ["third", 1, 0, 1]
  ])
})

test("a week with drafts of two versions shows each, and a change counts for the version that wrote", async () => {
  await tell(60, { pipelineVersion: "old", editDistance: 0.5 }, "2026-11-10T10:00:00Z")
  await tell(55, { pipelineVersion: "old", editDistance: 0.5 }, "2026-11-17T10:00:00Z")
  await tell(40, { pipelineVersion: "new", editDistance: 0 }, "2026-11-18T10:00:00Z")
  const { groups, change } = await askFigures(ann)
  const shown = groups.map(({ key, versions }) => [
    key,
    versions.map(({ pipeline, accepted: { n, of } }) => [pipeline, n, of])
  ])
  expect(shown).toEqual([
    ["2026-W46", [["old", 0, 60]]],
    [
      "2026-W47",
      [
        ["old", 0, 55],
        ["new", 40, 40]
      ]
    ]
  ])
  expect(change).toMatchObject({
    before: { pipeline: "old", accepted: { n: 0, of: 115 } },
    after: { pipeline: "new", accepted: { n: 40, of: 40 } },
    difference: 1
  })
  expect(change?.low).toBeGreaterThan(0)
})

test("a week is partial until it is over, where the filter begins or ends in it, and where the team began in it", async () => {
  const before = relay.time.now
  relay.time.now = new Date("2026-11-26T12:00:00Z")
  await stillSignedIn(relay)
  for (const day of ["2026-11-04", "2026-11-12", "2026-11-18", "2026-11-25"]) await tell(1, {}, `${day}T10:00:00Z`)
  const partial = async (query = "") =>
    (await askFigures(ann, query)).groups.flatMap(({ key, partial }) => (partial ? [key] : []))
  expect(await partial()).toEqual(["2026-W45", "2026-W48"])
  expect(await partial("from=2026-11-10&to=2026-11-20")).toEqual(["2026-W46", "2026-W47"])
  expect(await partial("from=2026-11-09&to=2026-11-22")).toEqual([])
  relay.time.now = before
})

test("reviews of chosen cases count for themselves only; random ones stand for all the others", async () => {
  // The truth: leads would send 15 of 300 rejected drafts, and 630 of 700 others: 64.5 % of all.
  const told = async (count: number, change: Partial<Outcome>) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) ids.push(await tell(1, change))
    return ids
  }
  const rejected = await told(300, { kind: "rejected", reasons: ["tone"], editDistance: 0.9 })
  const others = await told(700, { editDistance: 0 })
  await tell(40, NO_DRAFT)
  const review = (case_id: string, verdict: string, is_random: boolean) => ({
    ...{ case_id, verdict, is_random, version: 1, done: true, note: "", by: "Ann", at: new Date() },
    reasons: verdict === "send" ? [] : ["wrong-fact"]
  })
  const wouldSend = (at: number, of: string[], share: number) => (at % 20 < share * 20 ? "send" : "dont-send")
  const chosen = rejected.slice(0, 200).map((id, at) => review(id, wouldSend(at, rejected, 0.05), false))
  // Every eighth of the 800 that nobody chose.
  const random = [...rejected.slice(200), ...others].flatMap((id, at) =>
    at % 8 === 0 ? review(id, at < 100 ? "dont-send" : (at / 8) % 10 < 9 ? "send" : "dont-send", true) : []
  )
  await relay.db
    .insertInto("reviews")
    .values([...chosen, ...random])
    .execute()
  const { leads, whole } = await askFigures(ann)
  expect([leads.reviewed, leads.random, leads.cases]).toEqual([300, 100, 1000])
  const { send } = leads.verdicts
  const [sampled, all] = [random.filter(({ verdict }) => verdict === "send").length, 10]
  expect(send).toMatchObject({ n: sampled, of: 100 })
  expect(send.share).toBeCloseTo((all + (800 * sampled) / 100) / 1000, 6)
  expect(Math.abs((send.share ?? 0) - 0.645)).toBeLessThan(0.03)
  expect([send.low ?? 1, send.high ?? 0].map((edge) => edge > 0.645)).toEqual([false, true])
  expect(leads.reasons["wrong-fact"]?.share).toBeCloseTo(1 - (send.share ?? 0), 6)
  // What agents gave is another figure, and holds none of it.
  expect(whole.reasons).toEqual({ tone: 300 })
})

test("the cases behind a figure are as many as it counts", async () => {
  await tell(12, { editDistance: 0 })
  await tell(10, { editDistance: 0.35 })
  await tell(8, { editDistance: 0.9 })
  await tell(5, { kind: "rejected", reasons: ["tone"], sent: null, editDistance: null })
  await tell(4, { kind: "rejected", reasons: ["tone"], editDistance: 0.9 })
  await tell(3, { sent: null, editDistance: null })
  await tell(6, { ...NO_DRAFT, draftId: undefined })
  await tellAttempts(7, "v-test")
  const reviewed = await tell(1, { kind: "ignored", editDistance: 0.9 })
  await save(ann, reviewed, { verdict: "dont-send", reasons: ["source"] })
  const { whole } = await askFigures(ann)
  const count = async (query: string) => {
    const { counts } = await askQueue(ann, `state=all&limit=1&${query}`)
    return counts.open + counts.done
  }
  expect(await count("result=light&counted=yes")).toBe(whole.light.n)
  expect(await count("result=rejected&counted=yes&requested=yes")).toBe(whole.rejected.n)
  expect(await count("result=none&counted=yes&requested=yes")).toBe(whole.none.n)
  expect(await count("result=none&counted=yes&requested=no")).toBe(whole.unasked)
  expect(await count("result=unknown&counted=yes")).toBe(whole.unknown)
  expect(await count("changedFrom=0&counted=yes")).toBe(whole.accepted.of)
  expect(await count("changedFrom=0.3&changedBelow=0.4&counted=yes")).toBe(whole.editDistance.spread[3])
  expect(await count("changedFrom=0.9&changedBelow=2&counted=yes")).toBe(whole.editDistance.spread[9])
  expect(await count("reason=tone")).toBe(whole.reasons.tone)
  expect([await count("verdict=dont-send"), await count("leadReason=source"), await count("verdict=send")]).toEqual([
    1, 1, 0
  ])
})
