import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { requesterHash } from "../../../src/text/bytes/keyed-hash.ts"
import { maskingOperations, rulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"
import { requesterErased, type RequesterCounts } from "../../../src/protocol/routes/requesters.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { applySiteHashing } from "../../../src/relay/team-settings/team-settings.ts"
import { Client, draftRequest, outcome, refusalOf, SITE } from "../help/client.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { save } from "../review/ask.ts"

let relay: TestRelay
let tom: Client
let ann: Client
let ada: Client
let key: string
beforeAll(async () => {
  relay = await openRelay({ pipeline: pipelineOf(writing("The draft says quittenmus.")) })
  tom = await Client.paired(relay, "Tom")
  ann = await Client.paired(relay, "Ann", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
  key = rulesAnswer.parse(await (await tom.fetch("/v1/masking-rules")).json()).requesterKey ?? ""
})
afterAll(() => relay?.close())

const hashOf = async (address: string) => (await requesterHash(key, address)) ?? ""
const path = async (address: string) => `/v1/admin/requesters/${await hashOf(address)}`
const countsOf = async (address: string) => (await ada.fetch(await path(address))).json()
const erase = async (address: string) =>
  requesterErased.parse(await (await ada.fetch(await path(address), { method: "DELETE" })).json())

/** A draft on a ticket, what became of it, and what a lead says of that. */
async function work(ticketId: string, address?: string, site = SITE) {
  const own = address === undefined ? {} : { requesterHash: await hashOf(address) }
  const { ticket } = draftRequest()
  const asked = draftRequest({ ticket: { ...ticket, site, ticketId }, sources: { use: [], not: [] }, ...own })
  expect((await tom.draft(asked)).at(-1)?.type).toBe("draft-end")
  const report = outcome({ ticketId, site, draftId: asked.draftId, sent: "The letter says zypressenhain." })
  expect((await tom.post("/v1/outcomes", { ...report, ...own })).status).toBe(200)
  await save(ann, report.outcomeId, { note: "See notizzettel.", done: true })
}

const NOTHING: RequesterCounts = {
  ...{ tickets: 0, drafts: 0, cases: 0, reviews: 0, sources: 0, intents: 0, memories: 0, pastTickets: 0 }
}

test("spellings of an address are one person, and what is no address is nobody", async () => {
  expect(key).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  expect(await hashOf(" Maria.Berg@Example.org ")).toBe(await hashOf("maria.berg@example.org"))
  expect(await hashOf("maria.berg@example.org")).not.toBe(await hashOf("maria.berg@example.com"))
  for (const other of ["", "Maria Berg", "a b@example.org", "a@b@c"])
    expect(await requesterHash(key, other)).toBe(undefined)
})

test("a person's tickets are counted, exported and erased, and nobody else's; the audit has no address", async () => {
  await work("1", "maria@example.org")
  await work("2", "maria@example.org")
  await work("3", "kim@example.org")
  await work("4")
  expect(await countsOf("MARIA@example.org")).toEqual({
    stored: { ...NOTHING, tickets: 2, drafts: 2, cases: 2, reviews: 2, memories: 1 },
    untied: 1
  })

  const file = await ada.fetch(`${await path("maria@example.org")}/export`)
  expect(file.headers.get("content-type")).toBe("application/json")
  const text = await file.text()
  for (const word of ["Blaubeerkuchen", "quittenmus", "zypressenhain", "notizzettel"]) expect(text).toContain(word)
  const { kinds } = JSON.parse(text) as { kinds: { kind: string; what: string; rows: { ticket_id?: string }[] }[] }
  expect(kinds.map(({ kind, rows }) => [kind, rows.length]).filter(([, count]) => count !== 0)).toEqual([
    ["tickets", 2],
    ["drafts", 2],
    ["cases", 2],
    ["reviews", 2],
    // The agent wrote the same sentence on every ticket, and it stays with those of others.
    ["memories", 2]
  ])
  expect(text).not.toMatch(/"ticket_id": "[34]"|Tom|Ann|data_key/)

  const { receipt, erased, untied } = await erase("maria@example.org")
  expect([erased, untied]).toEqual([{ ...NOTHING, tickets: 2, drafts: 2, cases: 2, reviews: 2, memories: 1 }, 1])
  expect(await countsOf("maria@example.org")).toEqual({ stored: NOTHING, untied: 1 })
  expect((await countsOf("kim@example.org")).stored).toMatchObject({ tickets: 1, drafts: 1, cases: 1 })
  const left = await relay.db.selectFrom("drafts").select("ticket_id").orderBy("ticket_id").execute()
  expect(left.map(({ ticket_id }) => ticket_id)).toEqual(["3", "4"])

  const entries = await relay.db.selectFrom("audit").select(["action", "ids"]).orderBy("id").execute()
  expect(entries.find(({ action }) => action === "requester-erased")?.ids).toEqual([
    receipt,
    ...["tickets 2", "drafts 2", "cases 2", "reviews 2", "sources 0", "intents 0", "memories 1", "pastTickets 0"]
  ])
  expect(entries.filter(({ action }) => action === "ticket-erased").map(({ ids }) => ids)).toEqual([
    [SITE, "sample", "1"],
    [SITE, "sample", "2"]
  ])
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["requester-counted", "requester-exported"])
  )
  expect(JSON.stringify(entries)).not.toMatch(/maria|hmac:/)
})

test("of somebody unknown nothing is erased, and there is a receipt that says so", async () => {
  expect(await erase("nobody@example.org")).toMatchObject({ receipt: expect.any(String), erased: NOTHING })
  expect(await refusalOf(ada.fetch("/v1/admin/requesters/maria@example.org"))).toMatchObject({ status: 400 })
})

test("a request with anything but a hash is refused", async () => {
  for (const requester of ["maria@example.org", "hmac:short", `hmac:${"a".repeat(44)}`])
    expect((await tom.post("/v1/drafts", { ...draftRequest(), requesterHash: requester })).status).toBe(400)
})

test("a person is found where sites are hashed, also what was stored before that", async () => {
  await work("5", "hana@example.org")
  await applySiteHashing(relay.db, true)
  await work("5", "hana@example.org")
  await work("6", "hana@example.org", "https://acme.zendesk.com")
  expect((await countsOf("hana@example.org")).stored).toMatchObject({ tickets: 2, drafts: 3 })
  expect((await erase("hana@example.org")).erased).toMatchObject({ tickets: 2, drafts: 3, cases: 3 })
  expect(await relay.db.selectFrom("drafts").select("id").where("ticket_id", "in", ["5", "6"]).execute()).toEqual([])
})

test("the key is for those who are signed in, and stands in no row and no setting in clear", async () => {
  expect((await new Client(relay.url).fetch("/v1/masking-rules")).status).toBe(401)
  expect(maskingOperations["GET /v1/masking-rules"].who).toBe("agent")
  const settings = await relay.db.selectFrom("settings").select(["key", "value"]).execute()
  expect(settings.map(({ key: name }) => name)).toContain("requester-key")
  expect(JSON.stringify(settings)).not.toContain(key)
  expect(readFileSync(join(relay.data, "master-key"), "utf8")).not.toContain(key)
})

test("whose a ticket is, is forgotten with the last that is stored of it", async () => {
  await work("old", "olga@example.org")
  const tied = async () =>
    (await relay.db.selectFrom("ticket_requesters").select("at").where("ticket_id", "=", "old").execute()).length
  const later = new Date(relay.time.now.getTime() + 10 * 86_400_000)
  await relay.db.updateTable("outcomes").set({ created_at: later }).where("ticket_id", "=", "old").execute()
  await deleteOld(relay.db, 5, later)
  expect(await tied()).toBe(1)
  await deleteOld(relay.db, 5, new Date(later.getTime() + 10 * 86_400_000))
  expect(await tied()).toBe(0)
})
