import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { CASE_FIELDS, readCaseKey } from "../../../src/storage/encryption/row-keys.ts"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import { Client, outcome } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { soon } from "../../soon.ts"
import { askCase, askQueue, save } from "./ask.ts"

let relay: TestRelay
/** Tom has two browsers. */
let [tom, tomToo, ann] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  tomToo = await Client.paired(relay, "Tom")
  ann = await Client.paired(relay, "Ann", "lead")
})
afterAll(() => relay?.close())

const tell = async (browser: Client, told: Outcome) =>
  ((await (await browser.post("/v1/outcomes", told)).json()) as { stored: boolean }).stored
const casesOf = async (ticketId: string) =>
  (await askQueue(ann, "state=all&limit=100")).cases.filter((line) => line.ticketId === ticketId)

function noDraft(reply: { ticketId: string; messageId: string }): Outcome {
  const told = outcome({ ...reply, kind: "none", draft: "", editDistance: null })
  delete told.draftId
  return told
}

test.each(["one after the other", "at once"])(
  "two browsers of a person tell of one sent reply, %s: one case, the better knowledge wins, whoever was first",
  async (how) => {
    for (const first of ["knows", "saw"]) {
      const reply = { ticketId: randomUUID(), messageId: "m7" }
      const [knows, saw] = [outcome({ ...reply, kind: "inserted" }), noDraft(reply)]
      const pair: [Client, Outcome][] =
        first === "knows"
          ? [
              [tom, knows],
              [tomToo, saw]
            ]
          : [
              [tomToo, saw],
              [tom, knows]
            ]
      if (how === "at once") await Promise.all(pair.map(([browser, told]) => tell(browser, told)))
      else for (const [browser, told] of pair) await tell(browser, told)
      const cases = await casesOf(reply.ticketId)
      expect(cases).toMatchObject([{ result: "light" }])
      expect((await askCase(ann, cases[0]?.caseId ?? "")).outcome).toMatchObject({
        outcomeId: knows.outcomeId,
        kind: "inserted"
      })
      // Told again, by either, it stays so.
      expect(await tell(tomToo, { ...saw, revision: 2 })).toBe(false)
      expect(await tell(tom, knows)).toBe(false)
      expect(await tell(tom, { ...knows, revision: 2, editDistance: 0 })).toBe(true)
      expect(await casesOf(reply.ticketId)).toMatchObject([{ result: "unchanged" }])
    }
  }
)

test("a used draft nobody saw sent turns out to be a reply that another browser told: one case, and the lead's review is kept", async () => {
  const reply = { ticketId: randomUUID(), messageId: "m8" }
  const used = outcome({ ...reply, sent: null, editDistance: null })
  delete used.messageId
  await tell(tom, used)
  await save(ann, used.outcomeId, { note: "Reviewed while unknown." })
  await tell(tomToo, noDraft(reply))
  expect(await casesOf(reply.ticketId)).toHaveLength(2)
  await tell(tom, { ...used, revision: 2, messageId: "m8", sent: "Your cake.", editDistance: 0.2 })
  const cases = await casesOf(reply.ticketId)
  expect(cases).toMatchObject([{ caseId: used.outcomeId, result: "unknown", newer: true }])
  // What the lead has read stands; what both browsers told since is beside it.
  expect(await askCase(ann, used.outcomeId)).toMatchObject({
    review: { note: "Reviewed while unknown." },
    revisions: [
      { later: true, result: "none" },
      { later: true, result: "light" }
    ]
  })
})

test("a lead saves the case that is about to be joined to another: the review is kept", async () => {
  const reply = { ticketId: randomUUID(), messageId: "m10" }
  const used = outcome({ ...reply, sent: null, editDistance: null })
  delete used.messageId
  await tell(tom, used)
  await tell(tomToo, noDraft(reply))
  const [saving, saved] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const lead = relay.db.transaction().execute(async (work) => {
    await work.selectFrom("outcomes").select("id").where("id", "=", used.outcomeId).forUpdate().execute()
    saving.resolve()
    await saved.promise
    await work
      .insertInto("reviews")
      .values({
        case_id: used.outcomeId,
        version: 1,
        done: true,
        reasons: [],
        note: (await readCaseKey(work, used.outcomeId)).seal(CASE_FIELDS.note, "Just in time."),
        by: "Ann",
        at: relay.time.now
      })
      .execute()
  })
  await saving.promise
  const told = tell(tom, { ...used, revision: 2, messageId: "m10", sent: "Your cake.", editDistance: 0.2 })
  // Its transaction has begun and waits for the lead's once it is asked for the row.
  await soon(async () =>
    expect(
      (
        await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%for update%'`.execute(
          relay.db
        )
      ).rows
    ).toHaveLength(1)
  )
  saved.resolve()
  await Promise.all([lead, told])
  const cases = await casesOf(reply.ticketId)
  expect(cases).toMatchObject([{ caseId: used.outcomeId, result: "unknown", newer: true }])
  expect((await askCase(ann, used.outcomeId)).review.note).toBe("Just in time.")
})

test("the same outcome twenty times at once is one case", async () => {
  const told = outcome({ ticketId: randomUUID(), messageId: "m9" })
  const stored = await Promise.all(Array.from({ length: 20 }, (_, at) => tell(at % 2 ? tom : tomToo, told)))
  expect(stored.filter(Boolean)).toHaveLength(1)
  expect(await casesOf(told.ticketId)).toHaveLength(1)
})
