import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { storeOutcome } from "../../../src/relay/review/outcome-routes.ts"
import { Client, draftRequest, outcome, refusalOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askFigures, askQueue, save } from "./ask.ts"

let relay: TestRelay
let [tom, tomToo, uma, ann] = [new Client(""), new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  tomToo = await Client.paired(relay, "Tom")
  uma = await Client.paired(relay, "Uma")
  ann = await Client.paired(relay, "Ann", "lead")
})
afterAll(() => relay?.close())

const tell = async (by: Client, told: Outcome) =>
  ((await (await by.post("/v1/outcomes", told)).json()) as { stored: boolean }).stored
const casesOf = async (ticketId: string) =>
  (await askQueue(ann, "state=all&limit=100")).cases.filter((line) => line.ticketId === ticketId)
const reply = () => ({ ticketId: randomUUID(), messageId: "m7" })
const eligible = async () => (await askFigures(ann)).whole.eligible

test("nobody overwrites what another person told, by its id or by its reply, whatever the revision", async () => {
  const told = outcome({ ...reply(), sent: "As Tom sent it.", editDistance: 0.2 })
  await tell(tom, told)
  const foreign = { ...told, revision: 99, sent: "As Uma would have it.", editDistance: 1 }
  expect(await refusalOf(uma.post("/v1/outcomes", foreign))).toMatchObject({
    status: 409,
    code: "outcome-taken",
    retryable: false,
    message: /^This result was reported by somebody else/
  })
  expect(await refusalOf(uma.post("/v1/outcomes", { ...foreign, ticketId: "another" }))).toMatchObject({ status: 409 })
  const own = { ...foreign, outcomeId: randomUUID() }
  expect(await tell(uma, own)).toBe(true)
  expect((await askCase(ann, told.outcomeId)).outcome).toEqual(told)
  expect((await askCase(ann, own.outcomeId)).outcome).toEqual(own)
})

test("two people tell of one reply: two cases, counted once, by the one that knows most of the draft and then by the first", async () => {
  const same = reply()
  const before = await eligible()
  const none = outcome({ ...same, kind: "none", draft: "", editDistance: null })
  delete none.draftId
  const copied = outcome({ ...same, kind: "copied" })
  await tell(uma, none)
  relay.time.now = new Date("2026-11-20T10:00:01Z")
  await tell(tom, copied)
  relay.time.now = new Date("2026-11-20T10:00:00Z")
  const cases = async () => (await casesOf(same.ticketId)).map(({ caseId, counted }) => [caseId, counted])
  expect(new Map((await cases()) as [string, boolean][])).toEqual(
    new Map([
      [none.outcomeId, false],
      [copied.outcomeId, true]
    ])
  )
  expect(await eligible()).toBe(before + 1)
  expect(await tell(uma, { ...none, revision: 2, kind: "copied", draft: "Hello", editDistance: 0 })).toBe(true)
  expect(new Map((await cases()) as [string, boolean][])).toEqual(
    new Map([
      [none.outcomeId, true],
      [copied.outcomeId, false]
    ])
  )
  expect(await eligible()).toBe(before + 1)
  const lines = (await (await ann.fetch("/v1/review/export?of=cases&format=jsonl")).text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(lines.find((line) => line.caseId === copied.outcomeId)).toMatchObject({ counted: false })
})

test("the case that counts goes with its days: the other one counts then", async () => {
  const same = reply()
  relay.time.now = new Date("2026-08-01T10:00:00Z")
  const first = outcome(same)
  await tell(tom, first)
  relay.time.now = new Date("2026-08-03T10:00:00Z")
  const second = outcome(same)
  await tell(uma, second)
  relay.time.now = new Date("2026-11-20T10:00:00Z")
  expect((await casesOf(same.ticketId)).map(({ counted }) => counted)).toEqual([false, true])
  await deleteOld(relay.db, 90, new Date("2026-10-31T00:00:00Z"))
  expect(await casesOf(same.ticketId)).toMatchObject([{ caseId: second.outcomeId, counted: true }])
})

test("what comes after a review is kept beside what the lead has read, is shown, and opens the case again", async () => {
  const told = outcome({ ...reply(), sent: "As it was reviewed.", editDistance: 0.9 })
  await tell(tom, told)
  await save(ann, told.outcomeId, { reasons: ["wrong-fact"], note: "Heavy." })
  const before = (await askFigures(ann)).whole
  relay.time.now = new Date("2026-11-20T12:00:00Z")
  const later = { ...told, revision: 2, sent: "As if nothing had been changed.", editDistance: 0 }
  expect(await tell(tom, later)).toBe(true)
  // Told again, and an older one: nothing more.
  expect(await tell(tom, later)).toBe(false)
  expect(await tell(tom, told)).toBe(false)
  const found = await askCase(ann, told.outcomeId)
  expect(found).toMatchObject({
    line: { result: "heavy", reviewed: false, newer: true },
    outcome: told,
    review: { version: 1, done: true, note: "Heavy." },
    revisions: [{ later: true, at: "2026-11-20T12:00:00.000Z", result: "unchanged", outcome: later }]
  })
  expect(found.revisions[0]?.diff.length).toBeGreaterThan(0)
  expect((await askFigures(ann)).whole).toEqual(before)
  expect((await askQueue(ann, "state=open&limit=100")).cases.some(({ caseId }) => caseId === told.outcomeId)).toBe(true)

  // A third comes while the lead reads the second: the review is of the second.
  const third = { ...told, revision: 3, sent: "Once more.", editDistance: 0.3 }
  relay.time.now = new Date("2026-11-20T13:00:00Z")
  await tell(tom, third)
  const seen = found.revisions[0]?.id ?? ""
  await save(ann, told.outcomeId, { version: 1, reasons: [], note: "Unchanged after all.", seen })
  expect(await askCase(ann, told.outcomeId)).toMatchObject({
    line: { result: "unchanged", reviewed: false, newer: true },
    outcome: later,
    review: { version: 2 },
    revisions: [
      { later: false, outcome: told, result: "heavy" },
      { later: true, outcome: third, result: "light" }
    ]
  })
  const [, newest] = (await askCase(ann, told.outcomeId)).revisions
  await save(ann, told.outcomeId, { version: 2, note: "Read.", seen: newest?.id })
  const whole = await askCase(ann, told.outcomeId)
  expect(whole).toMatchObject({
    line: { reviewed: true, newer: false, result: "light" },
    outcome: third,
    revisions: [{ later: false }, { later: false, at: "2026-11-20T12:00:00.000Z" }]
  })
  expect((await askFigures(ann)).whole.eligible).toBe(before.eligible)
  relay.time.now = new Date("2026-11-20T10:00:00Z")
})

test("a review that was taken back holds nothing: the newer word takes its place", async () => {
  const told = outcome(reply())
  await tell(tom, told)
  await save(ann, told.outcomeId, {})
  await save(ann, told.outcomeId, { version: 1, done: false })
  expect(await tell(tom, { ...told, revision: 2, editDistance: 0 })).toBe(true)
  expect(await askCase(ann, told.outcomeId)).toMatchObject({
    line: { result: "unchanged", newer: false },
    revisions: []
  })
})

test("another browser of the same person knows more of a reviewed reply: kept beside it, once", async () => {
  const same = reply()
  const none = outcome({ ...same, kind: "none", draft: "", editDistance: null })
  delete none.draftId
  await tell(tom, none)
  await save(ann, none.outcomeId, { note: "Read." })
  const inserted = outcome(same)
  expect([await tell(tomToo, inserted), await tell(tomToo, inserted)]).toEqual([true, false])
  expect(await casesOf(same.ticketId)).toHaveLength(1)
  expect(await askCase(ann, none.outcomeId)).toMatchObject({
    outcome: { kind: "none" },
    revisions: [{ later: true, outcome: inserted }]
  })
  expect(await refusalOf(uma.post("/v1/outcomes", { ...inserted, revision: 5 }))).toMatchObject({ status: 409 })
})

test("two reviewed cases of a person turn out to be one reply: both stay with their reviews, and count once", async () => {
  const same = reply()
  const [unknown, saw] = [outcome({ ...same, sent: null, editDistance: null }), outcome({ ...same, kind: "ignored" })]
  delete unknown.messageId
  await tell(tom, unknown)
  await tell(tomToo, saw)
  for (const id of [unknown.outcomeId, saw.outcomeId]) await save(ann, id, { note: id })
  expect(
    await tell(tom, { ...unknown, revision: 2, messageId: same.messageId, sent: "Your cake.", editDistance: 0.1 })
  ).toBe(true)
  expect(await casesOf(same.ticketId)).toHaveLength(2)
  for (const id of [unknown.outcomeId, saw.outcomeId]) expect((await askCase(ann, id)).review.note).toBe(id)
  expect((await askCase(ann, unknown.outcomeId)).revisions).toHaveLength(1)
})

test("a lead's review and a newer word at once, thirty times: never is what was reviewed another than what was read", async () => {
  for (let round = 0; round < 30; round++) {
    const told = outcome({ ...reply(), sent: "Read." })
    await tell(tom, told)
    await Promise.all([save(ann, told.outcomeId, {}), tell(tom, { ...told, revision: 2, sent: "Newer." })])
    const { outcome: stands, revisions, line } = await askCase(ann, told.outcomeId)
    // Before the review it takes the place of the first, behind it it stands beside.
    expect([[stands.sent, revisions.length], line.newer]).toEqual(
      stands.sent === "Newer." ? [["Newer.", 0], false] : [["Read.", 1], true]
    )
  }
})

test("words that an older relay joined under the id of the first of two people stay, and the first is not told that they are taken", async () => {
  const [first, second] = [outcome(reply()), outcome()]
  await tell(tom, first)
  const uid = ((await (await uma.fetch("/v1/me")).json()) as { person: { id: string } }).person.id
  await relay.db
    .updateTable("outcomes")
    .set({ person: uid, account: second.outcomeId })
    .where("id", "=", first.outcomeId)
    .execute()
  expect(await tell(tom, { ...first, revision: 2 })).toBe(false)
  expect(
    await storeOutcome(relay.db, { ...second, ticketId: first.ticketId, revision: 2, site: SITE }, uid, relay.time.now)
  ).toBe(true)
})

test("an outcome names only a draft that its own person asked for, on its own ticket", async () => {
  const { ticketId } = reply()
  const asked = draftRequest({ ticket: { ...draftRequest().ticket, ticketId } })
  await tom.draft(asked)
  const named = { draftId: asked.draftId, ticketId }
  for (const [by, told] of [
    [uma, outcome(named)],
    [tom, outcome({ ...named, ticketId: "another" })],
    [tom, outcome({ ...named, site: "https://acme.zendesk.com" })]
  ] as const) {
    expect(await refusalOf(by.post("/v1/outcomes", told))).toMatchObject({
      status: 409,
      code: "outcome-taken",
      retryable: false,
      message: /^This result names a draft that somebody else asked for/
    })
    expect(await casesOf(told.ticketId)).toEqual([])
  }
  expect(await tell(tom, outcome(named))).toBe(true)
})
