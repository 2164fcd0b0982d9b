import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { OFFLINE } from "../../../src/models/endpoint/models.ts"
import { replyCheckAnswer } from "../../../src/protocol/search.ts"
import { signal } from "../../knowledge/help/database.ts"
import { ticket } from "../../knowledge/help/tickets.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { Client, refusalOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let model: ModelDouble
let relay: TestRelay
let tom: Client
beforeAll(async () => {
  model = await startModelDouble()
  const models = modelsOf([OFFLINE])
  relay = await openRelay({ models: { ...models, tasks: { ...models.tasks, verify: [endpointOf("big", model.url)] } } })
  const folder = join(relay.data, "articles")
  mkdirSync(folder)
  writeFileSync(
    join(folder, "search.md"),
    "# Parcel search\n\nUntil the search has ended, nothing is refunded. The carrier answers within five working days."
  )
  writeFileSync(
    join(folder, "internal.md"),
    "---\nvisibility: internal\n---\n# Parcel search, internal\n\nThe search of a parcel costs us secretmargin."
  )
  await importFolder(relay.db, folder, { origin: "team", signal })
  tom = await Client.paired(relay)
})
beforeEach(() => {
  model.requests.length = 0
})
afterAll(async () => {
  await relay.close()
  await model.close()
})

const about = { ...ticket("Parcel", "Where is my parcel? [PERSON_1]"), site: SITE }
const check = (text: string) => tom.post("/v1/replies/check", { ticket: about, text })
const checked = async (text: string) => replyCheckAnswer.parse(await (await check(text)).json())
const TEXT =
  "Hello [PERSON_1],\n\nThe carrier answers within nine working days. We refund you before the search of the parcel has ended."

test("an agent's own reply: rules and verifier say of each sentence what ticket and pages say", async () => {
  model.next({
    kind: "text",
    text: JSON.stringify({
      verdicts: [
        { n: 1, verdict: "contradicted", evidence: ["S1.2"], why: "five working days" },
        { n: 2, verdict: "contradicted", evidence: ["S1.1", "S2.1"], why: "nothing is refunded before" },
        { n: 3, verdict: "contradicted", evidence: [], why: "" },
        { n: 4, verdict: "contradicted", evidence: [], why: "" }
      ],
      unanswered: ["Where the parcel is"]
    })
  })
  const { claims, sources, verification } = await checked(TEXT)
  expect(claims.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "Hello [PERSON_1],",
    "The carrier answers within nine working days.",
    "We refund you before the search of the parcel has ended."
  ])
  expect(claims.slice(1).map(({ verdict }) => verdict?.kind)).toEqual(["contradicted", "contradicted"])
  expect(claims[2]?.verdict).toMatchObject({
    why: "nothing is refunded before",
    evidence: [{ text: "Until the search has ended, nothing is refunded." }]
  })
  expect(sources.map(({ title }) => title)).toEqual(["Parcel search"])
  expect(verification).toMatchObject({ state: "done", doubted: 2, unanswered: ["Where the parcel is"] })
  expect(model.requests[0]?.body).not.toContain("secretmargin")
})

test("without a usable verifier the rules alone say it, and the answer says so", async () => {
  model.next({ kind: "text", text: "All fine!" })
  const { claims, verification } = await checked(TEXT)
  expect(claims[1]).toMatchObject({ state: "contradicts", reason: "duration" })
  expect(verification).toMatchObject({ state: "malformed" })
})

test("what should have been masked is refused, and an empty text too", async () => {
  expect(await refusalOf(check("Write to maya@lindgren.example."))).toMatchObject({ status: 422 })
  expect(await refusalOf(check(""))).toMatchObject({ status: 400 })
  expect(model.requests).toEqual([])
})
