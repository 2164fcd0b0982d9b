import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { dispute, type Scores } from "../../../src/protocol/scorecard.ts"
import { caseWorkOperations } from "../../../src/protocol/routes/case-work.ts"
import { reviewChoices } from "../../../src/protocol/review-queue.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askQueue, put, save } from "./ask.ts"

let relay: TestRelay
let [tom, uma, ann, ben, ada] = [new Client(""), new Client(""), new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  uma = await Client.paired(relay, "Uma")
  ann = await Client.paired(relay, "Ann", "lead")
})
afterAll(() => relay?.close())

const disputes = z.object({ disputes: z.array(dispute) })
const figures = caseWorkOperations["GET /v1/review/disputes"].answers[200].schema ?? z.never()
const ownReviews = caseWorkOperations["GET /v1/own/reviews"].answers[200].schema ?? z.never()

async function newCase(scores: Scores = { tone: "no", correct: "yes" }, comment = "Greet first."): Promise<string> {
  const told = outcome({ ticketId: randomUUID() })
  await tom.post("/v1/outcomes", told)
  await save(ann, told.outcomeId, { verdict: "send", scorecard: 0, scores, comment, note: "For leads." })
  return told.outcomeId
}
const send = (who: Client, method: string, path: string, body: unknown) =>
  who.fetch(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } })
const contest = (who: Client, id: string, criterion = "tone", reason = "The customer had asked for short letters.") =>
  send(who, "POST", `/v1/own/reviews/${id}/disputes?criterion=${criterion}`, { reason })
const decide = (who: Client, id: string, more: object = {}, criterion = "tone") =>
  send(who, "PUT", `/v1/review/cases/${id}/disputes?criterion=${criterion}`, {
    ...{ decision: "accepted", sentence: "That is right." },
    ...more
  })
const own = async (who: Client) => ownReviews.parse(await (await who.fetch("/v1/own/reviews")).json()).reviews
const audit = async (action: string) =>
  (await relay.db.selectFrom("audit").select("ids").where("action", "=", action).execute()).map(({ ids }) => ids)

test("an agent sees what leads said of their own replies, without the lead's name and note, and nobody else's", async () => {
  const id = await newCase()
  const answer = await (await tom.fetch("/v1/own/reviews")).text()
  expect(answer).not.toMatch(/Ann|For leads/)
  expect(await own(tom)).toMatchObject([
    {
      caseId: id,
      verdict: "send",
      comment: "Greet first.",
      scores: [
        { criterion: "correct", score: "yes" },
        { criterion: "tone", score: "no" }
      ],
      disputes: []
    }
  ])
  expect(await own(uma)).toEqual([])
  // An older extension knows no comment, and leaves it as it is.
  await save(ann, id, { version: 1, verdict: "send" })
  expect((await own(tom))[0]).toMatchObject({ comment: "Greet first." })
  await put(ann, id, { version: 2, verdict: "send", done: false })
  expect(await own(tom)).toEqual([])
})

test("a score is contested once with a reason, by nobody but the case's agent", async () => {
  const id = await newCase()
  expect(await refusalOf(contest(uma, id))).toMatchObject({ status: 404, code: "no-case" })
  expect(await refusalOf(contest(tom, randomUUID()))).toMatchObject({ status: 404 })
  expect(await refusalOf(contest(tom, "nonsense"))).toMatchObject({ status: 404 })
  expect(await refusalOf(contest(tom, id, "complete"))).toMatchObject({ status: 409, code: "not-scored" })
  expect(await refusalOf(contest(tom, id, "tone", ""))).toMatchObject({ status: 400 })
  expect(await refusalOf(contest(tom, id, "tone", "Ask maya.lindgren@acme.example."))).toMatchObject({ status: 422 })
  const both = await Promise.all([contest(tom, id), contest(tom, id)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await refusalOf(contest(tom, id))).toMatchObject({ status: 409, code: "contested-already" })
  expect((await own(tom)).find(({ caseId }) => caseId === id)).toMatchObject({
    disputes: [{ criterion: "tone", score: "no", state: "open", sentence: null }]
  })
  expect((await askCase(ann, id)).disputes).toMatchObject([{ reason: "The customer had asked for short letters." }])
  expect((await askQueue(ann, "state=all&disputed=open")).cases.map(({ caseId }) => caseId)).toEqual([id])
  expect(await audit("score-contested")).toEqual([[id, "tone"]])
  // The texts are encrypted at rest.
  const row = await relay.db.selectFrom("review_disputes").selectAll().executeTakeFirstOrThrow()
  expect(row.reason).not.toContain("customer")
  const review = await relay.db.selectFrom("reviews").selectAll().where("case_id", "=", id).executeTakeFirstOrThrow()
  expect(review.comment).not.toContain("Greet")
})

test("the only lead decides alone; where there is another one, not who gave the score", async () => {
  const alone = await newCase()
  await contest(tom, alone)
  expect((await decide(ann, alone, { decision: "kept" })).status).toBe(200)
  ben = await Client.paired(relay, "Ben", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
  const id = await newCase()
  await contest(tom, id)
  expect(await refusalOf(decide(ann, id))).toMatchObject({ status: 409, code: "own-score" })
  expect(await refusalOf(decide(ben, id, {}, "correct"))).toMatchObject({ code: "no-dispute" })
  expect(await refusalOf(decide(ben, id, { sentence: "" }))).toMatchObject({ status: 400 })
  const both = await Promise.all([decide(ben, id, { score: "partly" }), decide(ada, id, { decision: "kept" })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await refusalOf(decide(ada, id))).toMatchObject({ code: "dispute-decided", message: /was first/ })
})

test("an accepted dispute takes the new score, and the agent reads the sentence but not whose it is", async () => {
  const id = await newCase()
  await contest(tom, id)
  const answer = disputes.parse(await (await decide(ben, id, { score: "yes" })).json())
  expect(answer.disputes).toMatchObject([{ state: "accepted", by: "Ben", score: "no", sentence: "That is right." }])
  expect((await askCase(ann, id)).review).toMatchObject({
    version: 2,
    by: "Ann",
    scores: { tone: "yes", correct: "yes" }
  })
  expect((await own(tom)).find(({ caseId }) => caseId === id)?.disputes).toMatchObject([
    { state: "accepted", by: null, sentence: "That is right." }
  ])
  expect(await audit("dispute-accepted")).toContainEqual([id, "tone"])
  // A lead who was reading meanwhile doesn't overwrite it.
  expect((await put(ann, id, { version: 1, verdict: "send" })).status).toBe(409)
})

test("a scorecard that was changed since: the decision is kept, and the newer scores stay as they are", async () => {
  const id = await newCase()
  await contest(tom, id)
  await send(ben, "PUT", "/v1/review/scorecards", {
    ...{ version: 0, sendWeight: 1 },
    criteria: [{ id: "tone", name: "Warmth", weight: 1, isCritical: false }]
  })
  await save(ann, id, { version: 1, verdict: "send", scorecard: 1, scores: { tone: "partly" } })
  expect((await decide(ben, id, { score: "yes" })).status).toBe(200)
  expect((await askCase(ben, id)).review).toMatchObject({ scorecard: 1, scores: { tone: "partly" }, version: 2 })
})

test("a case that is erased takes its disputes along, and whoever decides or contests learns so", async () => {
  const id = await newCase()
  await contest(tom, id)
  const { line } = await askCase(ben, id)
  const erased = await ben.fetch(
    `/v1/tickets/${line.helpdesk}/${line.ticketId}?site=${encodeURIComponent(line.site)}`,
    { method: "DELETE" }
  )
  expect(erased.status).toBe(200)
  expect(await refusalOf(decide(ben, id))).toMatchObject({ status: 410, code: "case-erased" })
  expect(await refusalOf(contest(tom, id, "correct"))).toMatchObject({ status: 410 })
  expect(await refusalOf(send(ben, "PUT", `/v1/review/cases/${id}/assignment`, { to: null }))).toMatchObject({
    status: 410
  })
  expect(await relay.db.selectFrom("review_disputes").select("at").where("case_id", "=", id).execute()).toEqual([])
})

test("the accepted share has no interval before thirty decisions, and one of Wilson's from then on", async () => {
  await relay.db.deleteFrom("review_disputes").execute()
  const ask = async () => figures.parse(await (await ben.fetch("/v1/review/disputes")).json())
  expect(await ask()).toEqual({ open: 0, criteria: [] })
  const ids: string[] = []
  for (let n = 0; n < 31; n++) ids.push(await newCase())
  const key = { criterion: "tone", score: "no", scorecard: 0, reason: "", at: relay.time.now }
  const add = (id: string, state: string) =>
    relay.db.insertInto("review_disputes").values({ ...key, case_id: id, state })
  await add(ids[0] ?? "", "open").execute()
  await add(ids[1] ?? "", "accepted").execute()
  expect(await ask()).toEqual({
    open: 1,
    criteria: [{ criterion: "tone", name: "", accepted: { n: 1, of: 1, low: null, high: null } }]
  })
  for (const [at, id] of ids.slice(2).entries()) await add(id, at < 8 ? "accepted" : "kept").execute()
  const [tone] = (await ask()).criteria
  // 9 of 30: Wilson's interval is .167 to .479.
  expect(tone?.accepted).toMatchObject({ n: 9, of: 30 })
  expect(tone?.accepted.low).toBeCloseTo(0.167, 3)
  expect(tone?.accepted.high).toBeCloseTo(0.479, 3)
})

test("a lead who answers customers too doesn't decide about a reply of their own", async () => {
  const told = outcome({ ticketId: randomUUID() })
  await ben.post("/v1/outcomes", told)
  await save(ann, told.outcomeId, { verdict: "send", scorecard: 0, scores: { tone: "no" } })
  expect((await contest(ben, told.outcomeId)).status).toBe(200)
  expect(await refusalOf(decide(ben, told.outcomeId))).toMatchObject({ status: 409, code: "own-reply" })
  expect((await decide(ada, told.outcomeId)).status).toBe(200)
})

test("a case is assigned to a lead and found by that, and to nobody who is none", async () => {
  const id = await newCase()
  const { leads } = reviewChoices.parse(await (await ann.fetch("/v1/review/choices")).json())
  expect(leads.map(({ name }) => name)).toEqual(["Ada", "Ann", "Ben"])
  const to = leads.find(({ name }) => name === "Ben")?.id ?? ""
  const assign = (body: object) => send(ann, "PUT", `/v1/review/cases/${id}/assignment`, body)
  expect(await (await assign({ to })).json()).toEqual({ assigned: { id: to, name: "Ben" } })
  expect((await askCase(ann, id)).assigned).toEqual({ id: to, name: "Ben" })
  expect((await askQueue(ben, `state=all&assigned=${to}`)).cases.map(({ caseId }) => caseId)).toEqual([id])
  const { id: agent } = await relay.db
    .selectFrom("people")
    .select("id")
    .where("name", "=", "Tom")
    .executeTakeFirstOrThrow()
  expect(await refusalOf(assign({ to: agent }))).toMatchObject({ status: 400, code: "no-such-lead" })
  expect(await refusalOf(assign({ to: "Ben" }))).toMatchObject({ status: 400 })
  expect(await (await assign({ to: null })).json()).toEqual({ assigned: null })
  expect(await audit("case-assigned")).toEqual([[id, to], [id]])
})

test("leads see the agent's name only if the team has set it", async () => {
  const id = await newCase()
  expect(await (await ann.fetch(`/v1/review/cases/${id}`)).text()).not.toContain("Tom")
  const settings = await send(ada, "PUT", "/v1/admin/settings", {
    ...{ version: 0, preparing: true, perDay: null, agentNames: true }
  })
  expect(settings.status).toBe(200)
  expect(await askCase(ann, id)).toMatchObject({ agent: "Tom" })
})

test.each([
  ["PUT", "/v1/review/cases/ID/assignment", { to: null }],
  ["PUT", "/v1/review/cases/ID/disputes?criterion=tone", { decision: "kept", sentence: "It stays." }],
  ["GET", "/v1/review/disputes", undefined]
])("%s %s: an agent is refused", async (method, path, body) => {
  const answer = tom.fetch(path.replace("ID", randomUUID()), {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } })
  })
  expect(await refusalOf(answer)).toMatchObject({ status: 403, code: "not-allowed" })
})
