import fc from "fast-check"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { FiguresQuery } from "../../../../src/protocol/review.ts"
import { deleteOld } from "../../../../src/relay/privacy/retention.ts"
import { casesOf } from "../../../../src/relay/review/figures/counted-cases.ts"
import { readFigures } from "../../../../src/relay/review/figures/figures.ts"
import { sumUpCounts } from "../../../../src/relay/review/figures/sum-up-counts.ts"
import { storeOutcome } from "../../../../src/relay/review/outcome-routes.ts"
import { readReview, saveReview } from "../../../../src/relay/review/save-review.ts"
import { load } from "../../../../src/storage/backup/load.ts"
import { readSnapshot } from "../../../../src/storage/backup/snapshot.ts"
import { Client, outcome, SITE } from "../../help/client.ts"
import { openRelay, type TestRelay } from "../../help/relay.ts"

let relay: TestRelay
let ann = new Client("")
let people: string[] = []
beforeAll(async () => {
  relay = await openRelay()
  ann = await Client.paired(relay, "Ann", "lead")
  for (const name of ["Bea", "Cem"]) await Client.paired(relay, name)
  people = (await relay.db.selectFrom("people").select("id").execute()).map(({ id }) => id)
})
afterAll(() => relay?.close())

const NOW = new Date("2026-11-20T10:00:00Z")
const QUERIES: FiguresQuery[] = [
  {},
  { by: "language", from: "2026-11-02" },
  { by: "pipeline", from: "2026-10-29", to: "2026-11-13" },
  { by: "model", from: "2026-11-11", to: "2026-11-12" },
  { by: "helpdesk", to: "2026-11-15", pipeline: "b".repeat(12) },
  { by: "week", language: "de" }
]

/** Expects that the sums give the same figures as all cases, and returns how many replies these have. */
async function repliesIn(db = relay.db): Promise<number> {
  let eligible = 0
  for (const query of QUERIES) {
    const figures = await readFigures(db, query, NOW)
    expect(figures, JSON.stringify(query)).toEqual(await readFigures(db, query, NOW, casesOf))
    eligible += figures.whole.eligible
  }
  return eligible
}

const KINDS = ["inserted", "copied", "rejected", "ignored", "none"] as const

/** A report of one of some replies to seven tickets, by one of three people: anew, or again. */
const reportOf = (replies: number) =>
  fc.record({
    reply: fc.nat(replies - 1),
    person: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom(...KINDS),
    day: fc.integer({ min: 0, max: 27 }),
    changed: fc.constantFrom(0, 0.137, 0.39, 0.4, 1),
    waited: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
    isSent: fc.boolean(),
    language: fc.constantFrom("en", "de", null),
    pipeline: fc.constantFrom("a", "b"),
    revision: fc.integer({ min: 1, max: 3 }),
    account: fc.constantFrom(0, 1)
  })
type Report = ReturnType<typeof reportOf> extends fc.Arbitrary<infer Value> ? Value : never

const idOf = ({ reply, person, account }: Pick<Report, "reply" | "person" | "account">) =>
  `00000000-0000-4000-8000-${String(reply * 10_000 + person * 100 + account).padStart(12, "0")}`

async function tell(one: Report): Promise<unknown> {
  const { kind, changed, waited, isSent, language, pipeline, revision } = one
  const opened = "2026-11-18T10:00:00.000Z"
  const isUsed = kind === "inserted" || kind === "copied"
  const told = outcome({
    outcomeId: idOf(one),
    ticketId: `t${one.reply % 7}`,
    messageId: isSent ? `m${one.reply}` : undefined,
    kind,
    revision,
    language,
    sent: isSent ? "Hello" : null,
    draft: kind === "none" ? "" : "Hello",
    editDistance: isUsed && isSent ? changed : null,
    reasons: kind === "rejected" ? ["tone", "other"] : undefined,
    pipelineVersion: kind === "none" ? "" : pipeline.repeat(12),
    model: kind === "none" ? "" : "test-model",
    times: waited === undefined ? {} : { opened, firstText: new Date(Date.parse(opened) + waited).toISOString() }
  })
  const at = new Date(Date.parse("2026-10-20T10:00:00Z") + one.day * 86_400_000)
  return storeOutcome(relay.db, told, people[one.person] ?? "", at)
}

/** A lead reviews a case, and adopts what was reported later. */
async function review({ reply, person, account }: Parameters<typeof idOf>[0]): Promise<void> {
  const id = idOf({ reply, person, account })
  const there = await relay.db.selectFrom("outcomes").select("id").where("id", "=", id).executeTakeFirst()
  if (!there) return
  const later = await relay.db
    .selectFrom("outcome_revisions")
    .select("id")
    .where("case_id", "=", id)
    .where("later", "=", true)
    .orderBy("at", "desc")
    .executeTakeFirst()
  const { version } = await readReview(relay.db, id)
  const request = { version, done: true, verdict: "send" as const, reasons: [], note: "", seen: later?.id }
  await saveReview(relay.db, id, request, { id: people[0] ?? "", name: "Ann", role: "lead", groups: [] }, NOW)
}

const erase = async (ticket: number) => {
  const { status } = await ann.fetch(`/v1/tickets/sample/t${ticket}?site=${SITE}`, { method: "DELETE" })
  expect(status).toBe(200)
}

const step = fc.oneof(
  { weight: 20, arbitrary: reportOf(12).map((one) => ({ name: "tell", run: () => tell(one) })) },
  {
    weight: 4,
    arbitrary: fc
      .record({ reply: fc.nat(11), person: fc.nat(2), account: fc.constantFrom(0, 1) })
      .map((one) => ({ name: "review", run: () => review(one) }))
  },
  { weight: 1, arbitrary: fc.nat(6).map((ticket) => ({ name: "erase", run: () => erase(ticket) })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 5, max: 30 }).map((days) => ({
      name: "retention",
      run: () => deleteOld(relay.db, days, NOW)
    }))
  },
  { weight: 2, arbitrary: fc.constant({ name: "sum up", run: () => sumUpCounts(relay.db) }) }
)

test("after any reports, reviews, erasures and retention the sums give the same figures as all cases", async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      for (const table of ["outcomes", "erased_cases", "erased_drafts"] as const)
        await relay.db.deleteFrom(table).execute()
      for (const [at, { run }] of steps.entries()) {
        await run()
        if (at % 10 === 9) most = Math.max(most, await repliesIn())
      }
    }),
    { numRuns: 12 }
  )
  expect(most).toBeGreaterThan(20)
}, 120_000)

test("a person who goes takes their counts along, and a restored backup has the same ones", async () => {
  const other = await openRelay()
  try {
    for (const one of fc.sample(reportOf(200), { numRuns: 400, seed: 7 })) await tell({ ...one, isSent: true })
    await load(other.db, readSnapshot(relay.db), { replace: true })
    const replies = await repliesIn(relay.db)
    const { whole } = await readFigures(relay.db, {}, NOW)
    expect(whole.editDistance.median).not.toBeNull()
    expect(whole.firstText.p95).not.toBeNull()
    expect(await repliesIn(other.db)).toBe(replies)
    await other.db
      .deleteFrom("people")
      .where("id", "=", people[1] ?? "")
      .execute()
    const fewer = await repliesIn(other.db)
    expect(fewer).toBeLessThan(replies)
    expect(fewer).toBeGreaterThan(0)
    await sumUpCounts(other.db)
    expect(await repliesIn(other.db)).toBe(fewer)
  } finally {
    await other.close()
  }
})

test("the sums of cases that have gone leave no row behind", async () => {
  await relay.db.deleteFrom("outcomes").execute()
  await sumUpCounts(relay.db)
  for (const table of ["case_counts", "case_values"])
    expect((await sql`select from ${sql.table(table)}`.execute(relay.db)).rows).toEqual([])
})
