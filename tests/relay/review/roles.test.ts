import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askFigures, askQueue, changedOf, put, save } from "./ask.ts"

let relay: TestRelay
let [tom, ann, ben, ada] = [new Client(""), new Client(""), new Client(""), new Client("")]
const told = outcome()
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  ann = await Client.paired(relay, "Ann", "lead")
  ben = await Client.paired(relay, "Ben", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
  await tom.post("/v1/outcomes", told)
})
afterAll(() => relay?.close())

const ROUTES = [
  ["GET", "/v1/review/queue"],
  ["GET", "/v1/review/choices"],
  ["GET", "/v1/review/samples"],
  ["GET", "/v1/review/scorecards"],
  ["GET", `/v1/review/cases/${told.outcomeId}`],
  ["PUT", `/v1/review/cases/${told.outcomeId}`],
  ["GET", `/v1/review/cases/${randomUUID()}`],
  ["GET", "/v1/review/figures"],
  ["GET", "/v1/review/export?of=cases&format=csv"],
  ["GET", "/v1/review/export?of=figures&format=jsonl"]
] as const

test.each(ROUTES)("%s %s: an agent's token is refused, no token too, an admin's is good", async (method, path) => {
  const init = {
    method,
    ...(method === "PUT" && {
      body: JSON.stringify({ version: 0, done: true, reasons: [], note: "" }),
      headers: { "content-type": "application/json" }
    })
  }
  expect(await refusalOf(tom.fetch(path, init))).toMatchObject({ status: 403, code: "not-allowed" })
  expect((await new Client(relay.url).fetch(path, init)).status).toBe(401)
  expect(await relay.db.selectFrom("reviews").select("case_id").execute()).toEqual([])
  expect([200, 404]).toContain((await ada.fetch(path, init)).status)
  await relay.db.deleteFrom("reviews").execute()
})

test("two leads and an agent on one relay: what the agent sent is a case, one lead's review is the other's to read, the agent's name is nowhere", async () => {
  expect(await askQueue(ann)).toMatchObject({
    cases: [{ caseId: told.outcomeId, reviewed: false }],
    counts: { open: 1, done: 0 }
  })
  expect(await save(ann, told.outcomeId, { reasons: ["tone"], note: "Warmer." })).toMatchObject({
    version: 1,
    by: "Ann"
  })
  expect((await askCase(ben, told.outcomeId)).review).toMatchObject({
    version: 1,
    by: "Ann",
    note: "Warmer.",
    reasons: ["tone"],
    done: true
  })
  expect(await changedOf(await put(ben, told.outcomeId, { note: "Ben's." }))).toMatchObject({
    status: 409,
    review: { note: "Warmer." }
  })
  expect(await askFigures(ben)).toMatchObject({ whole: { eligible: 1 }, leads: { reviewed: 1, random: 0 } })
  const seen = await Promise.all(
    ["queue?state=all", "figures", `cases/${told.outcomeId}`, "export?of=cases&format=jsonl"].map(async (path) =>
      (await ben.fetch(`/v1/review/${path}`)).text()
    )
  )
  expect(seen.join("")).not.toContain("Tom")
  expect(await refusalOf(put(tom, told.outcomeId, { version: 1 }))).toMatchObject({ status: 403 })
})

test("paired as an agent too, a lead is a lead still, and the agent is none", async () => {
  const lead = await Client.paired(relay, "Cara", "lead")
  const agent = await Client.paired(relay, "Cara", "agent")
  await askQueue(lead)
  expect(await refusalOf(agent.fetch("/v1/review/queue"))).toMatchObject({ status: 403 })
})
