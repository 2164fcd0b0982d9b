import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openApi } from "../../../src/relay/server/openapi.ts"
import { Client, draftRequest, outcome, SITE } from "../help/client.ts"
import { textsOfLookedAt } from "../help/outside.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let lea: Client
beforeAll(async () => {
  relay = await openRelay()
  lea = await Client.paired(relay, "Lea", "lead")
})
afterAll(() => relay?.close())

const UNMASKED = [
  "4111111111111111",
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
  "4111.1111.1111.1111",
  "378282246310005",
  "3782 822463 10005",
  "5500005555555559",
  "DE89370400440532013000",
  "DE89 3704 0044 0532 0130 00",
  "GB82WEST12345698765432",
  "NL91ABNA0417164300",
  "anna@post.example",
  "Anna.Ray+x@mail.post.example"
]
const places = textsOfLookedAt(openApi())

/** Returns those that a run puts into the n-th place: two, others from place to place; all of them in a soak. */
const triedIn = (n: number) =>
  process.env["REPLYWRIGHT_SOAK"] ? UNMASKED : UNMASKED.filter((_, at) => (at + n) % UNMASKED.length < 2)

/** Everything that is stored, as text. */
async function everything(): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(relay.db)
  const whole = await Promise.all(rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(relay.db)))
  return JSON.stringify(whole.map((one) => one.rows))
}

test("every place for a text in every route that takes what people wrote is among them", () => {
  const named = places.map(({ path, where }) => `${path} ${where}`)
  for (const place of [
    "/v1/drafts .ticket.version",
    "/v1/drafts .ticket.locale",
    "/v1/drafts .ticket.messages[0].id",
    "/v1/drafts .ticket.messages[0].at",
    "/v1/drafts .ticket.fields name",
    "/v1/drafts .sources.use[0]",
    "/v1/outcomes .model",
    "/v1/outcomes .language",
    "/v1/outcomes .pipelineVersion",
    "/v1/outcomes .times.opened",
    "/v1/summaries .ticket.subject",
    "/v1/knowledge/search .query",
    "/v1/knowledge/replies .ticket.tags[0]",
    "/v1/knowledge/feedback .document"
  ]) {
    expect(named).toContain(place)
  }
  expect(places.length).toBeGreaterThan(80)
})

test("a card number, an IBAN or an e-mail address in any of them is refused, and nothing is stored", async () => {
  const taken: string[] = []
  let at = 0
  for (const [n, { method, path, where, body }] of places.entries()) {
    for (const unmasked of triedIn(n)) {
      // Nobody searches more often than 120 times within a minute.
      if (at++ % 50 === 0) relay.time.now = new Date(relay.time.now.getTime() + 61_000)
      const response = await lea.fetch(path, {
        method,
        body: body(unmasked).replace("00000000-0000-4000-8000-000000000000", randomUUID()),
        headers: { "content-type": "application/json" }
      })
      const said = await response.text()
      if (response.status !== 422 && response.status !== 400)
        taken.push(`${response.status} ${method} ${path} ${where}: ${unmasked}`)
      if (said.includes(unmasked)) taken.push(`told: ${method} ${path} ${where}: ${unmasked}`)
    }
  }
  expect(taken).toEqual([])
  const stored = await everything()
  expect(UNMASKED.filter((unmasked) => stored.includes(unmasked))).toEqual([])
}, 120_000)

const { ticket } = draftRequest()
const [message] = ticket.messages

test.each([
  [
    "Request Tracker",
    { helpdesk: "request-tracker", ticketId: "4512", version: "98213", id: "98213", locale: "pt_BR" }
  ],
  ["Redmine", { helpdesk: "redmine", ticketId: "77", version: "issue-77", id: "issue-77", locale: "de" }],
  [
    "Zendesk",
    { helpdesk: "zendesk", ticketId: "35436", version: "4000056655665", id: "4000056655665", locale: "en-US" }
  ],
  [
    "Zendesk's conversations",
    {
      helpdesk: "zendesk",
      ticketId: "35436",
      version: "01JD5YPXQ3ZK8M4T7R9W2B6C1E",
      id: "01JD5YPXQ3ZK8M4T7R9W2B6C1E",
      locale: "zh-Hant-TW"
    }
  ],
  ["the sample", { helpdesk: "sample", ticketId: "1001", version: "1001-2", id: "1001-2", locale: "ja" }]
])("ids of %s pass, also one that is a right card number by chance", async (_, { id, locale, ...ids }) => {
  const request = draftRequest({
    ticket: {
      ...ticket,
      ...ids,
      locale,
      messages: message ? [{ ...message, id, at: "2026-11-20T10:00:00.123+09:00" }] : []
    }
  })
  expect((await lea.post("/v1/drafts", request)).status).toBe(200)
  const told = outcome({
    helpdesk: ids.helpdesk,
    ticketId: ids.ticketId,
    messageId: id,
    language: locale,
    model: "meta-llama/Llama-3.3:70b@fp8",
    pipelineVersion: "3f2a91c07b1d"
  })
  expect(await (await lea.post("/v1/outcomes", told)).json()).toMatchObject({ stored: true })
})

test("a document's id passes as the relay gave it, whatever its file is called", async () => {
  const id = "folder/anna@post.example.md"
  const used = () =>
    lea.post("/v1/knowledge/feedback", {
      id: randomUUID(),
      document: id,
      site: SITE,
      helpdesk: "sample",
      ticketId: "1001"
    })
  expect((await used()).status).toBe(422)
  await sql`insert into documents (id, origin, collection, path, title, kind, locale, visibility, groups, hash, body, words)
    values (${id}, 'team', 'folder', 'a.md', 'A', 'article', 'en', 'public', '{}', 'x', 'x', '{}')`.execute(relay.db)
  expect((await used()).status).toBe(204)
  expect((await lea.post("/v1/drafts", draftRequest({ sources: { use: [id], not: [] } }))).status).toBe(200)
})
