import { afterAll, beforeAll, expect, test } from "vitest"
import {
  DEFAULT_SCORECARD,
  scorecard,
  scorecardChanged,
  scorecardsAnswer,
  type ScorecardRequest
} from "../../../src/protocol/scorecard.ts"
import { totalOf } from "../../../src/relay/review/scoring/total.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, put, save } from "./ask.ts"

let relay: TestRelay
let [tom, ann, ben] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  ann = await Client.paired(relay, "Ann", "lead")
  ben = await Client.paired(relay, "Ben", "lead")
})
afterAll(() => relay?.close())

async function newCase(): Promise<string> {
  const told = outcome({ ticketId: crypto.randomUUID() })
  await tom.post("/v1/outcomes", told)
  return told.outcomeId
}
const cards = async () => scorecardsAnswer.parse(await (await ann.fetch("/v1/review/scorecards")).json()).scorecards
const putCard = (lead: Client, change: Partial<ScorecardRequest>) =>
  lead.fetch("/v1/review/scorecards", {
    method: "PUT",
    body: JSON.stringify({ version: 0, criteria: DEFAULT_SCORECARD.criteria, sendWeight: 2, ...change }),
    headers: { "content-type": "application/json" }
  })
const only = (id: string, isCritical = false) => [{ id, name: "Ours", weight: 2, isCritical }]

test("worked by hand: weights, what isn't scored, and a critical No", () => {
  const card = {
    criteria: [
      { id: "correct", name: "", weight: 3, isCritical: true },
      { id: "tone", name: "", weight: 1, isCritical: false }
    ],
    sendWeight: 2
  }
  expect(totalOf(card, { correct: "yes", tone: "no" }, "send")).toBeCloseTo(5 / 6, 10)
  expect(totalOf(card, { correct: "partly" }, "dont-send")).toBeCloseTo(0.3, 10)
  expect(totalOf(card, { tone: "yes" }, null)).toBe(1)
  expect(totalOf(card, { correct: "no", tone: "yes" }, "send")).toBe(0)
  expect(totalOf(card, {}, "send")).toBeNull()
  expect(
    totalOf({ criteria: only("x").map((one) => ({ ...one, weight: 0 })), sendWeight: 0 }, { x: "yes" }, "send")
  ).toBeNull()
})

test("a score counts for the version with which it was given, also if the card is changed in the middle of a review", async () => {
  const id = await newCase()
  const [begun] = await cards()
  const changed = scorecard.parse(
    await (await putCard(ben, { version: begun?.version ?? 0, criteria: only("ours", true) })).json()
  )
  expect(changed).toMatchObject({ version: (begun?.version ?? 0) + 1, by: "Ben" })
  const scored = { scorecard: begun?.version ?? 0, scores: { correct: "yes", complete: "no" } as const }
  const review = await save(ann, id, { verdict: "send", ...scored })
  expect(review).toMatchObject(scored)
  // 3 of correct, 0 of 2 of complete, 2 of sending
  expect(review.total).toBeCloseTo(5 / 7, 10)
  expect((await askCase(ben, id)).review).toEqual(review)
  expect(
    await save(ann, id, { version: 1, verdict: "send", scorecard: changed.version, scores: { ours: "no" } })
  ).toMatchObject({ scorecard: changed.version, total: 0 })
  expect((await cards()).map(({ version }) => version)).toEqual([1, 0])
})

test("an older extension, which knows no scores, leaves them as they are", async () => {
  const id = await newCase()
  await save(ann, id, { verdict: "send", scorecard: 0, scores: { tone: "partly" } })
  expect(await save(ann, id, { version: 1, verdict: "small-edit" })).toMatchObject({
    scorecard: 0,
    scores: { tone: "partly" }
  })
})

test("two leads change the card at once, ten times: one is stored, the other gets it", async () => {
  for (let round = 0; round < 10; round++) {
    const [current] = await cards()
    const version = current?.version ?? 0
    const answers = await Promise.all([
      putCard(ann, { version, criteria: only("ann") }),
      putCard(ben, { version, criteria: only("ben") })
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    const { scorecard: stands } = scorecardChanged.parse(await lost?.json())
    expect(stands).toEqual((await cards())[0])
    expect(stands.version).toBe(version + 1)
  }
})

test("what is no scorecard and no score is refused, and changes nothing", async () => {
  const id = await newCase()
  const [current] = await cards()
  const version = current?.version ?? 0
  for (const criteria of [
    [...only("a"), ...only("a")],
    only("Ünï"),
    Array.from({ length: 7 }, (_, n) => only(`c${n}`)).flat(),
    only("a").map((one) => ({ ...one, weight: 11 }))
  ])
    expect([400, 413]).toContain((await putCard(ann, { version, criteria })).status)
  expect((await cards())[0]).toEqual(current)
  expect(await refusalOf(put(ann, id, { scorecard: 99, scores: { tone: "yes" } }))).toMatchObject({ status: 400 })
  expect(await refusalOf(put(ann, id, { scorecard: 0, scores: { ours: "yes" } }))).toMatchObject({ status: 400 })
  expect((await askCase(ann, id)).review.version).toBe(0)
  expect(await refusalOf(putCard(tom, { version }))).toMatchObject({ status: 403 })
})

test("scores are in the export, and the name of a criterion isn't run by a spreadsheet", async () => {
  const id = await newCase()
  await save(ann, id, { verdict: "send", scorecard: 0, scores: { tone: "yes", correct: "no" } })
  const text = await (await ann.fetch("/v1/review/export?of=cases&format=csv")).text()
  expect(text).toContain("tone yes, correct no")
  const lines = (await (await ann.fetch("/v1/review/export?of=cases&format=jsonl")).text()).trim().split("\n")
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ review: expect.objectContaining({ scores: { tone: "yes", correct: "no" } }) as object })
  )
})
