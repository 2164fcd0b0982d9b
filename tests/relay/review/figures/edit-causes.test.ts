import { afterAll, beforeAll, expect, test } from "vitest"
import { editCausesAnswer } from "../../../../src/protocol/review.ts"
import { storeOutcome } from "../../../../src/relay/review/outcome-routes.ts"
import { Client, outcome } from "../../help/client.ts"
import { openRelay, type TestRelay } from "../../help/relay.ts"
import { askQueue } from "../ask.ts"

let relay: TestRelay
let ann = new Client("")
let person = ""
beforeAll(async () => {
  relay = await openRelay()
  ann = await Client.paired(relay, "Ann", "lead")
  person = (await relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()).id
})
afterAll(() => relay?.close())

/** Used drafts that quote this page on tickets with this tag, of which the first `heavy` were heavily edited. */
async function tell(count: number, { page, tag, heavy }: { page: string; tag: string; heavy: number }): Promise<void> {
  for (let n = 0; n < count; n++) {
    const told = outcome({ ticketId: crypto.randomUUID(), editDistance: n < heavy ? 0.8 : 0 })
    const { draftId = "", site, helpdesk, ticketId } = told
    const ticket = {
      ...{ helpdesk, ticketId, version: "1", subject: "?", requester: "[PERSON_1]", agent: "[PERSON_2]", locale: "en" },
      ...{ tags: [tag, "web"], fields: {}, messages: [] }
    }
    const at = new Date("2026-11-18T09:00:00Z")
    await relay.db
      .insertInto("drafts")
      .values({
        ...{ id: draftId, person, site, helpdesk, ticket_id: ticketId, state: "done" as const, created_at: at },
        request_hash: Buffer.alloc(32),
        ...{ model: "m", pipeline_version: "v", upstream_url: null, upstream_body: null, upstream_model: null },
        request: JSON.stringify(ticket),
        ...{ subject: null, ended_at: at, relay: null }
      })
      .execute()
    const source = (n: number, id: string) => ({
      ...{ n, id, title: id, kind: "article", headings: [], passage: "", visibility: "public", score: 1 }
    })
    const events = [
      { type: "sources", sources: [source(1, page), source(2, "never-quoted")] },
      {
        type: "draft-end",
        ...{ draftId, text: "Hello.", questions: [], model: "m", pipelineVersion: "v", language: "en" },
        ...{ ms: { first: 1, total: 2 }, claims: [{ start: 0, end: 6, state: "supported", sources: [1] }] }
      }
    ]
    await relay.db
      .insertInto("draft_events")
      .values(events.map((event, n) => ({ draft: draftId, n, event: JSON.stringify(event) })))
      .execute()
    await storeOutcome(relay.db, told, person, new Date("2026-11-18T10:00:00Z"))
  }
}

test("the page and the topic behind most heavy edits come first, with counts, interval and their cases", async () => {
  // The truth: 24 of 40 drafts from "refunds" are heavily edited, 3 of 35 from "returns", none of 5 from "gifts".
  await tell(40, { page: "refunds", tag: "refund", heavy: 24 })
  await tell(35, { page: "returns", tag: "return", heavy: 3 })
  await tell(5, { page: "gifts", tag: "gift", heavy: 0 })
  const response = await ann.fetch("/v1/review/causes")
  const { drafts, articles, topics } = editCausesAnswer.parse(await response.json())
  expect(drafts).toBe(80)
  expect(articles.map(({ name, heavy: { n, of } }) => [name, n, of])).toEqual([
    ["refunds", 24, 40],
    ["returns", 3, 35]
  ])
  expect(topics.map(({ name, heavy: { n, of } }) => [name, n, of])).toEqual([
    ["web", 27, 80],
    ["refund", 24, 40],
    ["return", 3, 35]
  ])
  const [refunds, returns] = articles
  expect(refunds?.heavy.low).toBeGreaterThan(returns?.heavy.high ?? 1)
  const { counts } = await askQueue(ann, "article=refunds&result=heavy&counted=yes&limit=1")
  expect(counts.open).toBe(24)
  expect((await askQueue(ann, "topic=gift&state=all&limit=1")).counts.open).toBe(5)
})

test("an agent may not ask", async () => {
  const tom = await Client.paired(relay)
  expect((await tom.fetch("/v1/review/causes")).status).toBe(403)
})
