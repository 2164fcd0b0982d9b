import { afterAll, beforeAll, expect, test } from "vitest"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import { reviewChoices, reviewSample, reviewSamplesAnswer } from "../../../src/protocol/review-queue.ts"
import { queueColumns } from "../../../src/relay/review/queue/case-signals.ts"
import type { Claim } from "../../../src/ticket/draft.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askQueue, save } from "./ask.ts"

let relay: TestRelay
let [tom, ann] = [new Client(""), new Client("")]
const CASES: Partial<Outcome>[] = [
  { editDistance: 0, draft: "The lamp is blue.", sent: "The lamp is blue." },
  { editDistance: 0.9, draft: "The lamp is blue.", sent: "We will refund you today." },
  { editDistance: 0.1, draft: "A shade costs nothing.", sent: "A shade costs 24.90 €." },
  { kind: "rejected", reasons: ["tone"], draft: "ランプは青いです。", sent: "ランプは赤いです。", language: "ja" },
  { kind: "none", draft: "", sent: "Hello.", editDistance: null, model: "", pipelineVersion: "" }
]
const ids: string[] = []
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay)
  ann = await Client.paired(relay, "Ann", "lead")
  for (const [at, { kind = "inserted", ...change }] of CASES.entries()) {
    relay.time.now = new Date(Date.UTC(2026, 10, at + 1))
    const { draftId: _, ...told } = outcome({ ticketId: String(at), kind, ...change })
    ids.push(told.outcomeId)
    await tom.post("/v1/outcomes", told)
  }
})
afterAll(() => relay?.close())

const numbers = async (query: string) => (await askQueue(ann, query)).cases.map(({ caseId }) => ids.indexOf(caseId))

test.each([
  ["order=risk", [1, 2]],
  ["signal=heavy-edit", [1]],
  ["signal=promise", [1]],
  ["signal=money", [2]],
  ["text=LAMP blue", [1, 0]],
  ["text=refund lamp", [1]],
  ["text=shade", [2]],
  ["text=赤い", [3]],
  ["text=lam", []],
  ["text=...", [4, 3, 2, 1, 0]],
  ["order=disagreement", []],
  ["intent=refund", []]
])("queue?%s", async (query, expected) => expect(await numbers(query)).toEqual(expected))

test("a case opens with its signals", async () => {
  expect((await askCase(ann, ids[1] ?? "")).line.signals).toEqual(["promise", "heavy-edit"])
})

test("a line says why a lead may want to see its case", async () => {
  const { cases } = await askQueue(ann, "order=risk")
  expect(cases[0]?.signals).toEqual(["promise", "heavy-edit"])
})

const claim = (change: Partial<Claim>): Claim => ({ start: 0, end: 5, state: "supported", sources: [1], ...change })
const message = (text: string) => ({ id: "1", role: "customer" as const, author: "[PERSON_1]", at: "2026-11-20", text })
const ticket = (text: string) => ({
  ...{ site: "https://acme.example", helpdesk: "zendesk", ticketId: "1", version: "1", subject: "Lamp" },
  ...{ requester: "[PERSON_1]", agent: "[PERSON_2]", tags: [], messages: [message(text)] }
})

test.each<[string, Partial<Outcome>, Claim[], string, string[]]>([
  ["nothing", {}, [claim({})], "Where is it?", []],
  [
    "a contradicted sentence, sent as it was",
    {},
    [claim({ state: "contradicts" })],
    "Hi",
    ["contradicted", "disagreement"]
  ],
  ["one that was removed", { editDistance: 0.2 }, [claim({ state: "contradicts" })], "Hi", ["contradicted"]],
  ["a promise of the draft", { editDistance: 0.2 }, [claim({ state: "needs-approval" })], "Hi", ["promise"]],
  ["no source", { editDistance: 0.2 }, [claim({ state: "no-source" })], "Hi", ["unverified"]],
  [
    "the verifier denies what the rules support",
    { editDistance: 0.2 },
    [claim({ verdict: { kind: "not-supported", evidence: [] } })],
    "Hi",
    ["unverified", "disagreement"]
  ],
  ["the verifier cleared it", { editDistance: 0.2 }, [claim({ cleared: "number" })], "Hi", ["disagreement"]],
  ["rejected, though the checks found nothing", { kind: "rejected" }, [claim({})], "Hi", ["disagreement"]],
  ["an angry customer", {}, [claim({})], "I want to speak to a manager, this is a disgrace.", ["angry"]]
])("signals: %s", (_, change, claims, text, expected) => {
  const told = outcome({ draft: "Hello", sent: "Hello", editDistance: 0, ...change })
  expect(queueColumns(told, { ticket: ticket(text), claims }).signals).toEqual(expected)
})

test("the filters' values are those that occur", async () => {
  const choices = reviewChoices.parse(await (await ann.fetch("/v1/review/choices")).json())
  expect(choices).toMatchObject({ languages: expect.arrayContaining(["ja"]) as string[], intents: [], topics: [] })
})

test("a sample has the cases with a draft, each with its weight, in one order for all; an erased case leaves it", async () => {
  const drawn = reviewSample.parse(await (await ann.post("/v1/review/samples?from=2026-11-01", { size: 3 })).json())
  expect(drawn).toMatchObject({ by: "Ann", cases: 4, size: 3, reviewed: 0 })
  const rows = await relay.db.selectFrom("review_sample_cases").selectAll().orderBy("place").execute()
  expect(rows.map(({ place }) => place)).toEqual([1, 2, 3])
  expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(4, 10)
  const query = `order=sample&sample=${drawn.id}&state=all`
  expect((await askQueue(ann, query)).cases.map(({ caseId }) => caseId)).toEqual(rows.map((row) => row.case_id))
  const first = await askQueue(ann, `${query}&limit=1`)
  expect((await askQueue(ann, `${query}&limit=2&after=${first.next}`)).cases).toHaveLength(2)
  await save(ann, rows[0]?.case_id ?? "", { verdict: "send" })
  const [sample] = await samples()
  expect(sample).toMatchObject({ reviewed: 1, verdicts: { send: { n: 1, of: 1, share: null } } })
  await relay.db
    .deleteFrom("outcomes")
    .where("id", "=", rows[1]?.case_id ?? "")
    .execute()
  expect((await samples())[0]).toMatchObject({ size: 2 })
  expect(await refusalOf(ann.fetch("/v1/review/queue?order=sample"))).toMatchObject({ status: 400 })
})

test("a sample of no case is empty, and one of all has each case once", async () => {
  const draw = async (query: string, size: number) =>
    reviewSample.parse(await (await ann.post(`/v1/review/samples?${query}`, { size })).json())
  expect(await draw("from=2027-01-01", 10)).toMatchObject({ cases: 0, size: 0, reviewed: 0 })
  expect(await draw("", 500)).toMatchObject({ cases: 3, size: 3 })
  expect(await refusalOf(ann.post("/v1/review/samples", { size: 501 }))).toMatchObject({ status: 400 })
  expect(await refusalOf(tom.post("/v1/review/samples", { size: 5 }))).toMatchObject({ status: 403 })
})

async function samples() {
  return reviewSamplesAnswer.parse(await (await ann.fetch("/v1/review/samples")).json()).samples
}
