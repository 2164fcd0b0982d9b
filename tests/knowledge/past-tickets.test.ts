import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { solvedTicketsAnswer } from "../../src/protocol/knowledge.ts"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { runImport } from "../../src/knowledge/import/run-import.ts"
import { ticketDocument } from "../../src/ingest/sources/tickets/solved-document.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { Client, refusalOf } from "../relay/help/client.ts"
import { openRelay, type TestRelay } from "../relay/help/relay.ts"
import { signal } from "./help/database.ts"

let relay: TestRelay
let [ann, tom] = [new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  ann = await Client.paired(relay, "Ann", "lead")
  tom = await Client.paired(relay, "Tom")
  const folder = join(relay.data, "articles")
  mkdirSync(folder)
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder, name), text)
  await importFolder(relay.db, folder, { origin: "team", signal })
  await take([CRACK, VAGUE])
})
afterAll(() => relay?.close())

const PAGES = {
  "crack.md":
    "# Cracked lampshade\n\nA cracked lampshade is replaced free of charge within two years. Send us a photo.",
  "parcel.md": "# Lost parcels\n\nThe sender asks the carrier for a search.",
  "pickup.md": "# Late parcels\n\nThe sender asks the counter for a search.",
  "secret.md": "---\ngroups: [others]\n---\n# Lost parcels of others\n\nA parcel of others was lost."
}
const solved = (id: string, question: string, reply: string, replied: string) =>
  ticketDocument({
    ...{ id, path: `Ticket ${id}`, locale: "en", replied },
    pair: { subject: `Ticket ${id}`, question, reply, tags: [] }
  })
const CRACK = solved(
  "t1",
  "My lampshade of [a place] arrived cracked, Zbigniew said.",
  "Hello [a name], a cracked lampshade is replaced free of charge. Send us a photo.",
  "2026-10-01T08:00:00Z"
)
const VAGUE = solved("t2", "Where is the parcel, [a name]?", "The sender has it.", "2026-10-02T08:00:00Z")

async function take(documents: (typeof CRACK)[]) {
  const source = {
    ...{ kind: "test", collection: "solved", label: "solved" },
    async *read() {
      for (const document of documents) yield { type: "document" as const, document }
      yield { type: "end" as const, all: true as const }
    }
  }
  expect((await runImport(relay.db, source, { origin: "team", signal, log: silentLog })).state).toBe("done")
}
const list = async (query = "") => {
  const answer = await ann.fetch(`/v1/knowledge/past-tickets?${query}`)
  expect(answer.status).toBe(200)
  return solvedTicketsAnswer.parse(await answer.json())
}
const idOf = async (path: string) =>
  (await relay.db.selectFrom("documents").select("id").where("path", "=", path).executeTakeFirstOrThrow()).id
const confirm = async (ticket: string, page: string, confirmed = true, by = ann) =>
  by.post("/v1/knowledge/past-tickets/confirm", { ticket: await idOf(ticket), document: await idOf(page), confirmed })
const stored = () => relay.db.selectFrom("past_tickets").select(["how", "words"]).orderBy("at").execute()

test("after an import, a ticket whose page is beyond doubt is linked, and another isn't", async () => {
  expect(await stored()).toEqual([{ how: "margin", words: expect.stringMatching(/^lampshad crack\t/) }])
  const linked = await list("linked=true")
  expect(linked.tickets.map(({ id, pages, sure }) => [id, pages[0]?.title, pages[0]?.linked, sure])).toEqual([
    ["solved/t1", "Cracked lampshade", "margin", true]
  ])
  expect([linked.all, linked.linked]).toEqual([2, 1])
})

test("a lead gets the tickets without a page, each with its likeliest pages, and no page of other groups", async () => {
  const { tickets, next } = await list()
  expect(tickets).toEqual([
    expect.objectContaining({
      id: "solved/t2",
      question: "Where is the parcel, [a name]?",
      reply: "The sender has it.",
      sure: false
    })
  ])
  const titles = tickets[0]?.pages.map(({ title }) => title)
  expect(titles?.slice(0, 2).sort()).toEqual(["Late parcels", "Lost parcels"])
  expect(titles).not.toContain("Lost parcels of others")
  expect(next).toBe(null)
})

test("a page is confirmed and taken back by one request each, and the audit names both", async () => {
  expect((await confirm("Ticket t2", "pickup.md")).status).toBe(204)
  expect((await confirm("Ticket t2", "pickup.md")).status).toBe(204)
  expect(await stored()).toMatchObject([
    { how: "margin" },
    { how: "confirmed", words: expect.stringMatching(/^parcel\t/) }
  ])
  expect((await list("linked=true&limit=1")).next).toBe("solved/t2")
  expect((await list("linked=true&limit=1&after=solved/t2")).tickets.map(({ id }) => id)).toEqual(["solved/t1"])
  expect((await confirm("Ticket t2", "pickup.md", false)).status).toBe(204)
  expect(await stored()).toMatchObject([{ how: "margin" }])
  const audit = await relay.db.selectFrom("audit").select(["action", "ids"]).orderBy("id", "desc").limit(2).execute()
  expect(audit).toEqual(
    ["past-ticket-unlinked", "past-ticket-linked"].map((action) => ({
      action,
      ids: ["solved/t2", expect.stringMatching(/pickup$/)]
    }))
  )
})

test("what isn't a solved ticket, or isn't a page that the lead may see, is refused, and so is an agent", async () => {
  for (const [ticket, page] of [
    ["pickup.md", "crack.md"],
    ["Ticket t2", "Ticket t1"],
    ["Ticket t2", "secret.md"]
  ] as const)
    expect(await refusalOf(confirm(ticket, page))).toMatchObject({ status: 404, code: "no-past-ticket" })
  expect((await confirm("Ticket t2", "crack.md", true, tom)).status).toBe(403)
  expect((await tom.fetch("/v1/knowledge/past-tickets")).status).toBe(403)
  expect((await ann.fetch("/v1/knowledge/past-tickets?after=%00")).status).toBe(404)
})

test("a solved ticket that leaves the source takes its link with it; one that stays is not looked at again", async () => {
  await take([VAGUE])
  expect(await stored()).toEqual([])
  await take([CRACK, VAGUE])
  expect(await stored()).toHaveLength(1)
  await confirm("Ticket t1", "crack.md", false)
  await take([CRACK, VAGUE])
  expect(await stored()).toEqual([])
})
