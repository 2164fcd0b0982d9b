import { randomUUID } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { ChosenSources } from "../../../src/protocol/relay.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { Client, draftRequest, refusalOf, SITE } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { signal } from "../help/database.ts"

let relay: TestRelay
let tom: Client
let ids: string[]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay)
  const folder = join(relay.data, "articles")
  mkdirSync(folder)
  for (const name of ["a", "b"])
    writeFileSync(join(folder, `${name}.md`), `# Page ${name}\n\nIt says something of ${name}.`)
  writeFileSync(join(folder, "leads.md"), "---\ngroups: [leads]\n---\n# For leads\n\nNobody else reads this.")
  await importFolder(relay.db, folder, { origin: "team", signal })
  ids = (await relay.db.selectFrom("documents").select("id").orderBy("path").execute()).map(({ id }) => id)
})
afterAll(() => relay?.close())
beforeEach(() => relay.db.deleteFrom("source_feedback").execute())

const rows = () => relay.db.selectFrom("source_feedback").selectAll().orderBy("document").orderBy("kind").execute()
const kept = async () => (await rows()).map(({ document, kind }) => [kind, ids.indexOf(document)])
const used = (change: object = {}) => ({
  id: randomUUID(),
  document: ids[0],
  version: 3,
  site: SITE,
  helpdesk: "zendesk",
  ticketId: "77",
  ...change
})
const [a, b, leads] = [() => ids[0] ?? "", () => ids[1] ?? "", () => ids[2] ?? ""]
const asking = (sources: ChosenSources) =>
  draftRequest({ ticket: { ...draftRequest().ticket, helpdesk: "zendesk", ticketId: "77" }, sources })

test("what a draft's request says of sources is kept with it, once, for what the person may see", async () => {
  const request = asking({ use: [a(), a(), leads(), "no-such-page", "\0"], not: [b()] })
  expect((await tom.draft(request)).at(-1)?.type).toBe("draft-end")
  await tom.draft(request)
  expect(await kept()).toEqual([
    ["use", 0],
    ["not", 1]
  ])
  expect((await rows())[0]).toMatchObject({
    id: request.draftId,
    version: 1,
    helpdesk: "zendesk",
    ticket_id: "77",
    at: relay.time.now
  })
})

test("the same draft with other sources is refused, and nothing of it is kept", async () => {
  const request = asking({ use: [a()], not: [] })
  await tom.draft(request)
  expect(await refusalOf(tom.post("/v1/drafts", { ...request, sources: { use: [], not: [a()] } }))).toMatchObject({
    status: 409,
    code: "draft-taken"
  })
  expect(await kept()).toEqual([["use", 0]])
})

test("more than a request may name is refused", async () => {
  expect(
    await refusalOf(tom.post("/v1/drafts", asking({ use: Array.from({ length: 11 }, String), not: [] })))
  ).toMatchObject({ status: 413, code: "too-large" })
})

test("a reply that was inserted is kept once by its id", async () => {
  const body = used()
  for (const one of [body, body, { ...body, document: b() }])
    expect((await tom.post("/v1/knowledge/feedback", one)).status).toBe(204)
  expect(await rows()).toEqual([expect.objectContaining({ id: body.id, document: a(), kind: "insert", version: 3 })])
  expect((await tom.post("/v1/knowledge/feedback", used({ document: leads() }))).status).toBe(204)
  expect((await tom.post("/v1/knowledge/feedback", used({ document: "gone" }))).status).toBe(204)
  expect((await tom.post("/v1/knowledge/feedback", used({ document: "gone", ticketId: "\0" }))).status).toBe(400)
  expect(await rows()).toHaveLength(1)
})

test.each([
  ["an id of another form", { id: "1" }],
  ["no version of a document", { version: 1.5 }],
  ["a version that no table holds", { version: 3e9 }],
  ["no document", { document: "" }]
])("%s: 400", async (_, change) => {
  expect(await refusalOf(tom.post("/v1/knowledge/feedback", used(change)))).toMatchObject({ status: 400 })
})

test("nobody without a token, and nobody too often", async () => {
  expect(await refusalOf(new Client(relay.url).post("/v1/knowledge/feedback", used()))).toMatchObject({ status: 401 })
  const eve = await Client.paired(relay, "Eve")
  const { id } = await relay.db.selectFrom("people").select("id").where("name", "=", "Eve").executeTakeFirstOrThrow()
  await relay.db
    .insertInto("limits")
    .values({ key: `knowledge ${id}`, window_start: relay.time.now, count: 120 })
    .execute()
  expect(await refusalOf(eve.post("/v1/knowledge/feedback", used()))).toMatchObject({
    status: 429,
    code: "too-many-searches",
    retryable: true
  })
  expect((await tom.post("/v1/knowledge/feedback", used())).status).toBe(204)
})

test("erasing the ticket, and its days, take it away", async () => {
  await tom.draft(asking({ use: [a()], not: [b()] }))
  await tom.post("/v1/knowledge/feedback", used())
  await tom.post("/v1/knowledge/feedback", used({ ticketId: "78" }))
  expect(await rows()).toHaveLength(4)
  await tom.fetch(`/v1/tickets/zendesk/77?site=${SITE}`, { method: "DELETE" })
  expect((await rows()).map(({ ticket_id }) => ticket_id)).toEqual(["78"])
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 91 * 86_400_000))
  expect(await rows()).toEqual([])
})
