import { randomUUID } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { applySiteHashing } from "../../../src/relay/team-settings/team-settings.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import type { DraftEnd, SitedDraftRequest } from "../../../src/protocol/relay.ts"
import type { Source } from "../../../src/ticket/draft.ts"
import { Client, draftRequest, outcome, SITE } from "../help/client.ts"
import { draftEnd, pipelineOf } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

const FIRST = "We send the lamp again within nine days."
const SECOND = "A parcel waits at the counter for [[number]] days."
const THIRD = "You can change the shade."
const TEXT = `${FIRST} ${SECOND}`
let relay: TestRelay
let tom: Client
let pages: string[]
beforeAll(async () => {
  relay = await openRelay({
    pipeline: pipelineOf(async (emit, _signal, { draftId }) => {
      emit({ type: "sources", sources: pages.map(sourceOf) })
      emit({ type: "draft-delta", text: TEXT })
      emit({ ...draftEnd(draftId, TEXT), claims: CLAIMS, answer: ANSWER })
    })
  })
  const folder = join(relay.data, "..", "pages")
  mkdirSync(folder)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  await importFolder(relay.db, folder, { origin: "team", signal: new AbortController().signal })
  const found = await relay.db.selectFrom("documents").select("id").orderBy("path").execute()
  pages = found.map(({ id }) => id)
  tom = await Client.paired(relay, "Tom")
})
afterAll(() => relay?.close())
beforeEach(async () => {
  await relay.db.deleteFrom("past_tickets").execute()
  await relay.db.deleteFrom("past_ticket_words").execute()
})

const FILES = {
  "a-carrier.md": `# Lost parcels\n\n${FIRST}`,
  "b-pickup.md": "# Pickup points\n\nA parcel waits at the counter for nine days.",
  "c-shade.md": `# Shades\n\n${THIRD}`
}
const CLAIMS: DraftEnd["claims"] = [
  { start: 0, end: FIRST.length, state: "supported", sources: [1] },
  { start: FIRST.length + 1, end: TEXT.length, state: "supported", sources: [2] }
]
const ANSWER: DraftEnd["answer"] = {
  tier: "sure",
  chance: 0.9,
  suggestions: [{ source: 3, text: THIRD, at: TEXT.length }]
}
const sourceOf = (id: string, at: number): Source => ({
  n: at + 1,
  id,
  title: "",
  kind: "article",
  visibility: "public",
  locale: "en",
  headings: [],
  passage: "",
  score: 1,
  version: 1
})

/** Tom drafts on a ticket, and this is what he sent. */
async function send(
  ticketId: string,
  sent: string | null,
  change: Partial<Outcome> = {},
  sources?: SitedDraftRequest["sources"]
) {
  const { ticket } = draftRequest()
  const text = "[PERSON_1] here: my lamp never came, and nobody at the counter knows the parcel."
  const messages = ticket.messages.map((message) => ({ ...message, text }))
  const asked = draftRequest({
    ticket: { ...ticket, helpdesk: "zendesk", ticketId, subject: "Parcel", messages },
    ...(sources && { sources })
  })
  await tom.draft(asked)
  const told = outcome({ helpdesk: "zendesk", ticketId, draftId: asked.draftId, draft: TEXT, sent, ...change })
  const answer = await tom.post("/v1/outcomes", told)
  expect(answer.status).toBe(200)
  return told
}
const links = async () =>
  (await relay.db.selectFrom("past_tickets").select(["document", "how", "words"]).orderBy("document").execute()).map(
    ({ document, how, words }) => [pages.indexOf(document) + 1, how, words.split("\t")[0]]
  )
const WORDS = "parcel lamp counter parcel"

test("pages whose sentences were sent are linked, with the customer's words that pages have", async () => {
  await send("1", `Hello!\n\n${TEXT.replace("[[number]]", "9")}`)
  expect(await links()).toEqual([
    [1, "cited", WORDS],
    [2, "cited", WORDS]
  ])
})

test("a sentence that was deleted or rewritten links nothing, and one that was offered and inserted does", async () => {
  await send("2", `The lamp comes again soon. ${THIRD}`)
  expect(await links()).toEqual([[3, "inserted", WORDS]])
})

test("a page that the agent chose is linked once the draft was sent", async () => {
  await send("3", FIRST, {}, { use: [pages[2] ?? ""], not: [] })
  expect(await links()).toEqual([
    [1, "cited", WORDS],
    [3, "chosen", WORDS]
  ])
})

test.each<[string, string | null, Partial<Outcome>]>([
  ["a draft that wasn't seen sent", null, {}],
  ["a draft that was rejected", TEXT, { kind: "rejected" }],
  ["a draft that was ignored", TEXT, { kind: "ignored" }]
])("%s links nothing", async (_, sent, change) => {
  await send("4", sent, change)
  expect(await links()).toEqual([])
})

test("a report that names the draft of another ticket is refused and links nothing", async () => {
  const told = await send("4", null)
  const foreign = { ...told, outcomeId: randomUUID(), ticketId: "other", sent: TEXT }
  expect((await tom.post("/v1/outcomes", foreign)).status).toBe(409)
  expect(await links()).toEqual([])
})

test("a draft that is reported as sent later links its pages then", async () => {
  const told = await send("5", null)
  await tom.post("/v1/outcomes", { ...told, revision: 2, sent: FIRST })
  await tom.post("/v1/outcomes", { ...told, revision: 2, sent: FIRST })
  expect(await links()).toEqual([[1, "cited", WORDS]])
})

test("erasing the ticket erases its links and the counts of its words", async () => {
  await send("6", TEXT)
  await send("7", FIRST)
  const erase = (id: string) => tom.fetch(`/v1/tickets/zendesk/${id}?site=${SITE}`, { method: "DELETE" })
  expect((await erase("6")).status).toBe(200)
  expect(await links()).toEqual([[1, "cited", WORDS]])
  expect((await erase("7")).status).toBe(200)
  expect(await links()).toEqual([])
  expect(await relay.db.selectFrom("past_ticket_words").selectAll().execute()).toEqual([])
})

test("its site is hashed with those of drafts", async () => {
  await send("9", FIRST)
  await relay.db.transaction().execute((work) => applySiteHashing(work, true))
  const [row] = await relay.db.selectFrom("past_tickets").select("site").execute()
  expect(row?.site).not.toContain("zendesk.com")
})

const feedback = async () => {
  const rows = await relay.db.selectFrom("source_feedback").select(["document", "kind", "version"]).execute()
  return rows
    .filter(({ kind }) => kind === "taken" || kind === "removed")
    .map(({ document, kind, version }) => [document, kind, version])
    .sort()
}

test("of which pages sentences were taken or removed is kept, once a reply; a reworded sentence counts for neither", async () => {
  await relay.db.deleteFrom("source_feedback").execute()
  const told = await send("f1", `${FIRST} ${THIRD}`)
  expect(await feedback()).toEqual([
    [pages[1], "removed", 1],
    [pages[2], "taken", 1]
  ])
  const again = {
    ...told,
    revision: told.revision + 1,
    sent: "We send it again within nine days. A parcel waits for 5 days."
  }
  expect((await tom.post("/v1/outcomes", again)).status).toBe(200)
  expect(await feedback()).toEqual([])
  await send("f2", "Something else.", { kind: "ignored" })
  expect(await feedback()).toEqual([])
})

test("a link is deleted by retention with its draft", async () => {
  await send("8", FIRST)
  const day = (n: number) => new Date(relay.time.now.getTime() + n * 86_400_000)
  await deleteOld(relay.db, 90, day(90))
  expect(await links()).toHaveLength(1)
  await deleteOld(relay.db, 90, day(91))
  expect(await links()).toEqual([])
})
