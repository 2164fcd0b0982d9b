import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import type { Source } from "../../../src/ticket/draft.ts"
import { Client, draftRequest, outcome } from "../help/client.ts"
import { draftEnd, pipelineOf } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

const DRAFT = "We have lamps."
const COVE = "Cove lamp: 49.00 EUR, in stock."
const HALO = "Halo lamp: 89.00 EUR, in stock."
let relay: TestRelay
let tom: Client
let lea: Client
let products: string[]

beforeAll(async () => {
  relay = await openRelay({
    pipeline: pipelineOf(async (emit, _signal, { draftId }) => {
      emit({ type: "sources", sources: products.map(sourceOf) })
      emit({ type: "draft-delta", text: DRAFT })
      const recommended = { why: "choose" } as const
      const suggestions = [COVE, HALO].map((text, at) => ({ source: at + 1, text, at: 0, recommended }))
      emit({ ...draftEnd(draftId, DRAFT), answer: { tier: "sure", chance: 0.9, suggestions } })
    })
  })
  const folder = join(relay.data, "..", "products")
  mkdirSync(folder)
  writeFileSync(join(folder, "a-cove.md"), `# Cove lamp\n\n${COVE}`)
  writeFileSync(join(folder, "b-halo.md"), `# Halo lamp\n\n${HALO}`)
  await importFolder(relay.db, folder, { origin: "team", signal: new AbortController().signal })
  products = (await relay.db.selectFrom("documents").select("id").orderBy("path").execute()).map(({ id }) => id)
  tom = await Client.paired(relay, "Tom")
  lea = await Client.paired(relay, "Lea", "lead")
})
afterAll(() => relay?.close())

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

/** Tom drafts on a ticket, and this became of it. */
async function send(ticketId: string, sent: string | null, change: Partial<Outcome> = {}) {
  const { ticket } = draftRequest()
  const asked = draftRequest({ ticket: { ...ticket, helpdesk: "zendesk", ticketId } })
  await tom.draft(asked)
  const told = outcome({ helpdesk: "zendesk", ticketId, draftId: asked.draftId, draft: DRAFT, sent, ...change })
  expect((await tom.post("/v1/outcomes", told)).status).toBe(200)
  return told
}

const counts = async () => {
  const answer = await lea.fetch("/v1/review/recommendations")
  expect(answer.status).toBe(200)
  const { products: counted } = await answer.json()
  return counted.map(({ title, offered, followed }: { title: string; offered: number; followed: number }) => [
    title,
    offered,
    followed
  ])
}

test("leads see how often a product was offered and how often the agent put it into the reply", async () => {
  expect(await counts()).toEqual([])
  await send("1", `${DRAFT} ${HALO}`)
  await send("2", "We have none.", { kind: "ignored" })
  const unseen = await send("3", null)
  expect(await counts()).toEqual([
    ["Halo lamp", 2, 1],
    ["Cove lamp", 2, 0]
  ])
  await tom.post("/v1/outcomes", { ...unseen, revision: 2, sent: COVE })
  expect(await counts()).toEqual([
    ["Cove lamp", 3, 1],
    ["Halo lamp", 3, 1]
  ])
})

test("an agent can't read these figures", async () => {
  expect((await tom.fetch("/v1/review/recommendations")).status).toBe(403)
})
