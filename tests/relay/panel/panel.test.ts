import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { repliesAnswer, searchAnswer, type SearchRequest } from "../../../src/protocol/search.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import type { ImportedDocument } from "../../../src/ingest/source/source.ts"
import { ticketDocument } from "../../../src/ingest/sources/tickets/solved-document.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { Client, refusalOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { signal } from "../../knowledge/help/database.ts"
import { ticket } from "../../knowledge/help/tickets.ts"

let relay: TestRelay
let [tom, lea] = [new Client(""), new Client("")]

const solved = (
  id: string,
  question: string,
  reply: string,
  more: Partial<Parameters<typeof ticketDocument>[0]> = {}
) =>
  ticketDocument({
    id,
    path: `Ticket ${id}`,
    url: `https://help.example/${id}`,
    pair: { subject: `Ticket ${id}`, question, reply, tags: ["lamps"] },
    locale: "en",
    replied: "2026-10-02T08:00:00Z",
    ...more
  })
const macro = (id: string, body: string, more: Partial<ImportedDocument> = {}): ImportedDocument => ({
  id,
  path: id,
  title: `Macro ${id}`,
  kind: "macro",
  locale: "en",
  visibility: "public",
  groups: [],
  body,
  changed: "2026-09-01",
  ...more
})

beforeAll(async () => {
  relay = await openRelay()
  const lead = relay.pair("agent", "Lea", ["leads"])
  tom = await Client.paired(relay)
  lea = new Client(relay.url)
  lea.token = ((await (await lea.post("/v1/pair", { code: await lead })).json()) as { token: string }).token
  const folder = join(relay.data, "articles")
  mkdirSync(folder)
  const pages = {
    "lampshade.md":
      "---\nchanged: 2026-05-05\nurl: https://help.example/lampshade\n---\n# Cracked lampshade\n\nA cracked lampshade is replaced free of charge within two years.\n\n## How to ask\n\nSend us a photo of the crack.",
    "glass.md":
      "---\nvisibility: internal\n---\n# What a lampshade costs us\n\nA lampshade of glass costs us four pounds.",
    "leads.md": "---\ngroups: [leads]\n---\n# Goodwill\n\nA lead may give a second lampshade for nothing."
  }
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text)
  await importFolder(relay.db, folder, { origin: "team", signal })
  await take("zendesk-acme.zendesk.com-tickets", [
    solved(
      "t1",
      "The shade of my lamp arrived cracked. What now?",
      "Hello [a name],\n\nI am sorry that the lampshade is cracked. A new one is on its way.\n\nKind regards\n[a name]",
      { satisfaction: "good" }
    ),
    solved(
      "t2",
      "My lampshade has a crack, order 5512.",
      "Hello [a name],\n\nplease send us a photo of the cracked lampshade to [an e-mail address]."
    ),
    solved("t3", "How do I pay by invoice?", "You can choose invoice when you pay.", { locale: "en" })
  ])
  await take("zendesk-acme.zendesk.com-macros", [
    macro(
      "macro-41",
      "Hi [the customer's first name],\n\nwe replace your cracked lampshade [[colour of the shade]].\n\n- It takes [days].\n- See [our page](https://help.example/lampshade).\n\nKind regards\n[the agent's name]",
      { details: { kind: "macro", text: "", placeholders: ["ticket.requester.first_name", "current_user.name"] } }
    ),
    macro("macro-42-en-us", "Ask a lead before you send a second lampshade.", { visibility: "internal" }),
    macro("macro-43", "Only leads may say this of a lampshade.", { groups: ["leads"] })
  ])
  await take("macros-0a1b2c", [
    macro(
      "crack.md",
      "Use it when a lampshade is cracked.\n\n## Text\n\nHello {{ first name }},\n\nplease send a photo of the crack.\n\nKind regards\n[agent]\n\n## Before sending\n\nLook at the order."
    )
  ])
})
afterAll(() => relay?.close())

async function take(collection: string, documents: ImportedDocument[]) {
  const { state } = await runImport(
    relay.db,
    {
      kind: "test",
      collection,
      label: collection,
      async *read() {
        for (const document of documents) yield { type: "document" as const, document }
        yield { type: "end" as const, all: true as const }
      }
    },
    { origin: "team", signal, log: silentLog }
  )
  expect(state).toBe("done")
}

test("PostgreSQL knows the size of what was just imported: searches are planned by it", async () => {
  const { rows } = await sql<{
    known: number
    now: string
  }>`select reltuples as known, (select count(*) from documents) as now from pg_class where oid = 'documents'::regclass`.execute(
    relay.db
  )
  expect(Number(rows[0]?.now)).toBeGreaterThan(5)
  expect(rows[0]?.known).toBeGreaterThan(Number(rows[0]?.now) / 2)
})

describe("search", () => {
  const search = async (change: Partial<SearchRequest>, who = tom) =>
    searchAnswer.parse(await (await who.post("/v1/knowledge/search", { query: "cracked lampshade", ...change })).json())
  const titles = async (query: string, who?: Client) => (await search({ query }, who)).found.map(({ title }) => title)

  test("the agent's words find pages, internal ones marked, with headings, date, version and link", async () => {
    const { found, documents } = await search({})
    expect(found[0]).toMatchObject({
      n: 1,
      title: "Cracked lampshade",
      visibility: "public",
      changed: "2026-05-05",
      version: 1,
      url: "https://help.example/lampshade"
    })
    expect(found.find(({ title }) => title === "What a lampshade costs us")?.visibility).toBe("internal")
    expect(found.map(({ n }) => n)).toEqual(found.map((_, at) => at + 1))
    expect(documents).toBe(8)
    expect((await search({ query: "photo of the crack" })).found[0]?.headings).toEqual(["How to ask"])
  })

  test("groups are kept", async () => {
    expect(await titles("goodwill lampshade")).not.toContain("Goodwill")
    expect(await titles("goodwill lampshade", lea)).toContain("Goodwill")
  })

  test.each([
    ["one emoji", "🙂", 0],
    ["quotes and operators", "' | & ! <-> :* \\' \0 ) (", 0],
    ["20,000 characters", "lampshade ".repeat(2000), 1],
    ["20,000 characters without a space", "x".repeat(20_000), 0],
    ["a language without articles", "Rikki mennyt lampunvarjostin, mitä nyt tehdään?", 0],
    ["that language, and a word that all share", "Mitä tehdä, kun lampshade on rikki?", 1],
    ["nothing but a space", " ", 0]
  ])("%s: an answer", async (_, query, least) => {
    const { found, documents } = await search({ query })
    expect(documents).toBe(8)
    expect(found.length).toBeGreaterThanOrEqual(least)
    if (least === 0) expect(found.map(({ title }) => title)).toEqual([])
  })

  test("a query too long, none, what isn't masked, and who isn't paired", async () => {
    expect(await refusalOf(tom.post("/v1/knowledge/search", { query: "x".repeat(20_001) }))).toMatchObject({
      status: 400
    })
    expect(await refusalOf(tom.post("/v1/knowledge/search", { query: "" }))).toMatchObject({ status: 400 })
    const refused = await refusalOf(tom.post("/v1/knowledge/search", { query: "lamp of kim.lee@example.com" }))
    expect(refused).toMatchObject({ status: 422, code: "unmasked-data" })
    expect(refused.message).not.toContain("kim")
    expect(await refusalOf(new Client(relay.url).post("/v1/knowledge/search", { query: "lamp" }))).toMatchObject({
      status: 401
    })
  })
})

describe("replies", () => {
  const cracked = ticket(
    "Lampshade",
    "Hello, the shade of my new lamp has a crack. Can you replace the cracked lampshade?"
  )
  const replies = async (what: MaskedTicket = cracked, who = tom) =>
    repliesAnswer.parse(await (await who.post("/v1/knowledge/replies", { ticket: { ...what, site: SITE } })).json())

  test("solved tickets like this one, question and reply apart", async () => {
    const { tickets } = await replies()
    expect(tickets.map(({ id }) => id.replace(/^.*\//, "")).sort()).toEqual(["t1", "t2"])
    expect(tickets.find(({ title }) => title === "Ticket t1")).toMatchObject({
      question: "The shade of my lamp arrived cracked. What now?",
      reply: expect.stringContaining("A new one is on its way."),
      tags: ["lamps"],
      satisfaction: "good",
      version: 1,
      changed: "2026-10-02",
      url: "https://help.example/t1",
      visibility: "internal",
      locale: "en"
    })
    expect(tickets.map(({ score }) => score)).toEqual(tickets.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  test("macros as they would be sent: people by this ticket's placeholders, all else in brackets a blank, lines and lists kept", async () => {
    const { macros } = await replies()
    expect(macros.find(({ macroId }) => macroId === "41")).toMatchObject({
      helpdesk: "zendesk",
      visibility: "public",
      version: 1,
      changed: "2026-09-01",
      text: "Hi [PERSON_1],\n\nwe replace your cracked lampshade [[colour of the shade]].\n\n- It takes [[days]].\n- See our page (https://help.example/lampshade).\n\nKind regards\n[PERSON_2]"
    })
    expect(macros.find(({ macroId }) => macroId === "42")?.visibility).toBe("internal")
    const file = macros.find(({ id }) => id.endsWith("crack.md"))
    expect(file).not.toHaveProperty("macroId")
    expect(file?.text).toBe("Hello [[first name]],\n\nplease send a photo of the crack.\n\nKind regards\n[[agent]]")
  })

  test("groups are kept, and nobody is put in whom the ticket doesn't name", async () => {
    expect((await replies()).macros.map(({ macroId }) => macroId)).not.toContain("43")
    expect((await replies(cracked, lea)).macros.map(({ macroId }) => macroId)).toContain("43")
    const nameless = (await replies({ ...cracked, requester: "[EMAIL_1]", agent: "" })).macros.find(
      ({ macroId }) => macroId === "41"
    )
    expect(nameless?.text).toMatch(/^Hi \[\[the customer's first name\]\],[^]*\[\[the agent's name\]\]$/)
  })

  test("an old reply that is quoted brings nothing of the present customer back", async () => {
    // As if an import had let it in.
    await relay.db
      .updateTable("documents")
      .set({
        details: JSON.stringify({
          kind: "ticket",
          question: "I am [PERSON_1].",
          reply: "Dear [PERSON_1], write to (EMAIL_2).",
          tags: ["[PERSON_1]"]
        })
      })
      .where("path", "=", "Ticket t2")
      .execute()
    const { tickets, macros } = await replies()
    const quoted = tickets.find(({ title }) => title === "Ticket t2")
    expect(quoted?.reply).toBe("Dear [a name], write to [an e-mail address].")
    expect(findPlaceholders(JSON.stringify(tickets))).toEqual([])
    expect(new Set(findPlaceholders(JSON.stringify(macros)).map(({ type, n }) => `${type}_${n}`))).toEqual(
      new Set(["PERSON_1", "PERSON_2"])
    )
  })

  test.each([
    ["no words", ticket("", "🙂")],
    ["no messages", ticket("")],
    ["words of nothing", ticket("", "qwertz uiop")]
  ])("%s: none", async (_, what) => {
    expect(await replies(what)).toEqual({ tickets: [], macros: [] })
  })

  test("what isn't masked is refused", async () => {
    expect(
      await refusalOf(
        tom.post("/v1/knowledge/replies", { ticket: { ...ticket("Lamp", "Write to kim.lee@example.com"), site: SITE } })
      )
    ).toMatchObject({ status: 422, code: "unmasked-data" })
  })
})
