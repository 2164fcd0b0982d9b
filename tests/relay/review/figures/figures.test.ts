import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import { storeOutcome } from "../../../src/relay/review/outcome-routes.ts"
import { shareWithInterval } from "../../../src/relay/review/figures.ts"
import { Client, outcome } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askFigures, save } from "./ask.ts"

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

test("no data: zeros, nulls, no group, no error", async () => {
  const nothing = { n: 0, of: 0, low: null, high: null }
  const empty = {
    eligible: 0,
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
    reviewed: {},
    editDistance: { median: null, spread: Array(10).fill(0) },
    firstText: { p50: null, p95: null, of: 0 }
  }
  for (const by of ["week", "helpdesk", "language", "model", "pipeline"]) {
    expect(await askFigures(ann, `by=${by}`)).toEqual({
      from: null,
      to: null,
      whole: empty,
      by,
      groups: [],
      choices: { helpdesks: [], languages: [], models: [], pipelines: [] }
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
  expect([groups, from, to]).toEqual([[{ key: "2026-W47", figure: whole }], "2026-11-18", "2026-11-18"])
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
  await tell(8, { kind: "none", draft: "", editDistance: null, model: "", pipelineVersion: "", language: null })
  await save(ann, await tell(1, { kind: "ignored", sent: null, editDistance: null }), { reasons: ["source", "other"] })
  const { whole } = await askFigures(ann)
  const of = (n: number, whole: number) => ({ n, of: whole })
  expect(whole).toMatchObject({
    eligible: 50,
    drafted: of(42, 50),
    used: of(32, 50),
    rejected: of(4, 50),
    ignored: of(6, 50),
    none: of(8, 50),
    unchanged: of(12, 32),
    light: of(10, 32),
    heavy: of(10, 32),
    accepted: of(22, 32),
    unknown: 3,
    reasons: { tone: 9, "wrong-fact": 4 },
    reviewed: { source: 1, other: 1 },
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

test("Wilson's interval as published: 95 % of some shares, inside 0 to 1, none below 30 cases", () => {
  const rounded = (n: number, of: number) =>
    Object.values(shareWithInterval(n, of))
      .slice(2)
      .map((value) => value?.toFixed(4))
  // By hand from the formula: 0 of n ends at z²/(n + z²), n of n begins at n/(n + z²), a half lies even.
  expect(rounded(15, 30)).toEqual(["0.3315", "0.6685"])
  expect(rounded(0, 30)).toEqual(["0.0000", "0.1135"])
  expect(rounded(50, 50)).toEqual(["0.9287", "1.0000"])
  expect(shareWithInterval(29, 29)).toEqual({ n: 29, of: 29, low: null, high: null })
})
