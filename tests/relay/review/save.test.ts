import { afterAll, beforeAll, expect, test } from "vitest"
import { CASE_FIELDS, readCaseKey } from "../../../src/storage/encryption/row-keys.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askQueue, changedOf, put, save } from "./ask.ts"

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

test("two leads save at once, twenty times: one is stored, the other is told by whom and when, nothing of either is mixed", async () => {
  for (let round = 0; round < 20; round++) {
    const id = await newCase()
    const answers = await Promise.all([
      put(ann, id, { note: "Ann's", reasons: ["tone"] }),
      put(ben, id, { note: "Ben's", reasons: ["source"] })
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [won, lost] = answers[0]?.status === 200 ? ["Ann", answers[1]] : ["Ben", answers[0]]
    if (!lost) throw new Error("no answer")
    const standing = { version: 1, by: won, note: `${won}'s`, reasons: [won === "Ann" ? "tone" : "source"] }
    const refused = await changedOf(lost)
    expect(refused.review).toMatchObject(standing)
    expect(refused.error).toMatchObject({
      code: "review-changed",
      retryable: false,
      message: `${won} saved this case on 20 November 2026 at 10:00 UTC; yours was not saved. Look at what stands, then save again.`
    })
    expect((await askCase(ann, id)).review).toMatchObject(standing)
  }
})

test("two leads at one transaction's distance: the second waits for the first's, then is refused", async () => {
  const id = await newCase()
  const held = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const first = relay.db.transaction().execute(async (work) => {
    await work.selectFrom("outcomes").select("id").where("id", "=", id).forUpdate().execute()
    const note = (await readCaseKey(work, id)).seal(CASE_FIELDS.note, "first")
    await work
      .insertInto("reviews")
      .values({ case_id: id, version: 1, done: true, reasons: [], note, by: "Ann", at: relay.time.now })
      .execute()
    locked.resolve()
    await held.promise
  })
  await locked.promise
  const second = put(ben, id, { note: "second" })
  held.resolve()
  await first
  expect(await changedOf(await second)).toMatchObject({ status: 409, review: { note: "first" } })
})

test("over the version that was read a review is changed, opened again, and emptied", async () => {
  const id = await newCase()
  await save(ann, id, { note: "One", reasons: ["tone", "other"] })
  expect(await save(ben, id, { version: 1, note: "Two", reasons: [], done: false })).toMatchObject({
    version: 2,
    by: "Ben",
    note: "Two",
    done: false,
    reasons: []
  })
  expect((await askQueue(ann, "state=open")).cases.map(({ caseId }) => caseId)).toContain(id)
  expect(await changedOf(await put(ann, id, { version: 3 }))).toMatchObject({ status: 409, review: { version: 2 } })
})

test("who reviewed which case stands in the audit, without a word of it", async () => {
  const id = await newCase()
  await save(ann, id, { note: "Blaubeere" })
  const rows = await relay.db
    .selectFrom("audit")
    .selectAll()
    .where("action", "=", "review-saved")
    .orderBy("id")
    .execute()
  expect(rows.at(-1)).toMatchObject({ ids: [id] })
  expect(rows.at(-1)?.person).toMatch(/^[\da-f-]{36}$/)
  expect(JSON.stringify(rows)).not.toContain("Blaubeere")
})

test("what is no review is refused by the name of the field, and changes nothing", async () => {
  const id = await newCase()
  expect(await refusalOf(put(ann, id, { note: "x".repeat(4001) }))).toMatchObject({
    status: 400,
    message: "note: more than 4000."
  })
  expect(await refusalOf(put(ann, id, { version: -1 }))).toMatchObject({
    status: 400,
    message: "version: less than 0."
  })
  expect(await refusalOf(put(ann, id, { note: "zero \u0000" }))).toMatchObject({ status: 400 })
  const wrong = await refusalOf(
    ann.fetch(`/v1/review/cases/${id}`, {
      method: "PUT",
      body: JSON.stringify({ version: 0, done: true, reasons: ["rude"], note: "" }),
      headers: { "content-type": "application/json" }
    })
  )
  expect(wrong).toMatchObject({ status: 400 })
  expect((await askCase(ann, id)).review).toEqual({
    version: 0,
    done: false,
    verdict: null,
    reasons: [],
    note: "",
    scorecard: null,
    scores: {},
    total: null,
    comment: "",
    by: null,
    at: null
  })
})
