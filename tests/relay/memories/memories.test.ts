import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import type { DraftEnd } from "../../../src/protocol/relay.ts"
import { memoriesCommand } from "../../../src/relay/commands/memories.ts"
import { syncMemoryDocuments } from "../../../src/relay/memories/memory-documents.ts"
import { applySiteHashing } from "../../../src/relay/team-settings/team-settings.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import type { Source } from "../../../src/ticket/draft.ts"
import { Client, draftRequest, outcome, refusalOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { memoriesAnswer, type MemoryChange } from "../../../src/protocol/routes/memories.ts"

/** Two agents edit drafts of the relay's own pipeline on pages of the team, and a lead decides on what comes of it. */
let relay: TestRelay
let tom: Client
let kim: Client
let lea: Client
beforeAll(async () => {
  relay = await openRelay({ models: NO_MODELS, ownServer: true })
  const folder = join(relay.data, "..", "pages")
  mkdirSync(folder)
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder, name), text)
  await importFolder(relay.db, folder, { origin: "team", signal: new AbortController().signal })
  tom = await Client.paired(relay, "Tom")
  kim = await Client.paired(relay, "Kim")
  lea = await Client.paired(relay, "Lea", "lead")
})
afterAll(() => relay?.close())
beforeEach(async () => {
  await relay.db.deleteFrom("memories").execute()
  await syncMemoryDocuments(relay.db, relay.time.now)
  // What search learns from answered tickets is no part of this.
  await relay.db.deleteFrom("past_tickets").execute()
  await relay.db.deleteFrom("past_ticket_words").execute()
  tickets = 0
})

const PAGES = {
  "cart.md": "# Lost items\n\nThe shop empties the cart after one hour. Put the lamp into the cart again to buy it.",
  "returns.md": "# Returns\n\nYou can return a lamp within 30 days of its arrival. A return label costs nothing.",
  "care.md": "# Care\n\nClean the glass shade with a dry cloth. Never use solvents on the shade."
}
const CART = "Why did the shop empty my cart after an hour? The lamp in the cart is gone."
const RETURN = "How many days do I have to return a lamp after its arrival?"
const SPARE = "Are there spare shades for lamps of series H?"
const NO_SHADES = "Lamps of series H have no spare shades."

let tickets = 0
async function drafted(by: Client, asked: string) {
  const { ticket } = draftRequest()
  const ticketId = String(++tickets)
  const messages = ticket.messages.map((message) => ({ ...message, text: asked }))
  const request = draftRequest({ ticket: { ...ticket, helpdesk: "zendesk", ticketId, subject: "Question", messages } })
  const events = await by.draft(request)
  const end = events.findLast((event): event is DraftEnd => event.type === "draft-end")
  const sources = events.findLast((event) => event.type === "sources")?.sources ?? []
  if (!end) throw new Error(JSON.stringify(events))
  return { end, ticketId, draftId: request.draftId, sources: sources as Source[] }
}

/** An agent drafts on a new ticket and sends the draft as `edit` changes it. */
async function sends(by: Client, edit: (draft: string) => string, asked = CART) {
  const { end, ticketId, draftId } = await drafted(by, asked)
  const sent = edit(end.text)
  const told = outcome({ ...{ helpdesk: "zendesk", ticketId, draftId, draft: end.text, sent, language: "en" } })
  expect((await by.post("/v1/outcomes", told)).status).toBe(200)
  return told
}
const basket = (draft: string) => draft.replaceAll("cart", "basket")
const adding = (sentence: string) => (draft: string) =>
  draft.replace("\n\nKind regards", ` ${sentence}\n\nKind regards`)

const listed = async () => memoriesAnswer.parse(await (await lea.fetch("/v1/memories")).json()).memories
const says = async () =>
  (await listed()).map(({ word, text, used, tickets: n, agents }) => [
    word ? `${word} > ${text}` : text,
    n,
    agents,
    used
  ])
const put = (id: string, change: MemoryChange) =>
  lea.fetch(`/v1/memories/${id}`, {
    method: "PUT",
    body: JSON.stringify(change),
    headers: { "content-type": "application/json" }
  })
const remove = (id: string) => lea.fetch(`/v1/memories/${id}`, { method: "DELETE" })
async function only() {
  const all = await listed()
  const [memory] = all
  if (!memory || all.length > 1) throw new Error(JSON.stringify(all))
  return memory
}

describe("what an edit proposes", () => {
  test("is shown with the tickets that it comes from, and is used after three tickets of two agents", async () => {
    for (const by of [tom, tom, tom]) await sends(by, basket)
    expect(await says()).toEqual([["cart > basket", 3, 1, false]])
    expect((await drafted(tom, CART)).end.text).toContain("cart")
    await sends(kim, basket)
    expect(await says()).toEqual([["cart > basket", 4, 2, true]])
    const { edits, durable, state } = await only()
    expect({ durable, state }).toEqual({ durable: true, state: "proposed" })
    expect(edits.map(({ site, helpdesk, ticketId }) => [site, helpdesk, ticketId])).toContainEqual([
      SITE,
      "zendesk",
      "1"
    ])
    expect((await drafted(tom, CART)).end.text).toMatch(/The shop empties the basket after one hour/)
  })

  test("holds no personal data: such an edit proposes nothing", async () => {
    await sends(tom, adding("The workshop of Jonathan Miller has no spare shades."))
    await sends(tom, adding("Spare shades are with [PERSON_3] in the workshop."))
    await sends(tom, adding("Call the workshop under +49 30 901820 for spare shades."))
    await sends(tom, (draft) => draft.replaceAll("lamp", "lamp of Jonathan Miller"))
    expect(await says()).toEqual([])
  })

  test("is nothing for a typo, and at most three memories for one edit", async () => {
    await sends(tom, (draft) => draft.replace("hour", "hourr"))
    expect(await says()).toEqual([])
    await sends(tom, (draft) =>
      adding(`${NO_SHADES} Screws of the stand are sold in the shop.`)(
        basket(draft).replaceAll("empties", "clears").replaceAll("buy", "order")
      )
    )
    expect(await says()).toHaveLength(3)
  })

  test("counts a reply once, as it was reported last", async () => {
    const told = await sends(tom, basket)
    const again = { ...told, revision: 2, sent: told.draft.replaceAll("cart", "trolley") }
    expect((await tom.post("/v1/outcomes", again)).status).toBe(200)
    expect(await says()).toEqual([["cart > trolley", 1, 1, false]])
  })

  test("is nothing if the draft wasn't used", async () => {
    const { end, ticketId, draftId } = await drafted(tom, CART)
    const told = { helpdesk: "zendesk", ticketId, draftId, draft: end.text, kind: "ignored" as const }
    await tom.post("/v1/outcomes", outcome({ ...told, sent: basket(end.text) }))
    expect(await says()).toEqual([])
  })
})

test("two edits that contradict each other are both shown, and neither is used until a lead decides", async () => {
  for (const by of [tom, tom, kim]) await sends(by, basket)
  expect((await only()).used).toBe(true)
  await sends(kim, (draft) => draft.replaceAll("basket", "trolley"))
  const both = await listed()
  expect(
    both.map(({ word, text, used, conflicts }) => [word, text, used, conflicts.map(({ title }) => title)])
  ).toEqual([
    ["cart", "basket", false, ["trolley"]],
    ["basket", "trolley", false, ["basket"]]
  ])
  expect((await drafted(tom, CART)).end.text).toContain("cart")
  const [first, second] = both
  if (!first || !second) throw new Error("There are two.")
  expect((await put(second.id, { version: 1, word: "cart" })).status).toBe(204)
  expect((await drafted(tom, CART)).end.text).toContain("the trolley")
  expect(await refusalOf(put(first.id, { version: 1 }))).toMatchObject({ status: 409, code: "memory-contradicts" })
})

describe("a fact", () => {
  test("is a source of its own kind once a lead approves it, and is gone when it is removed", async () => {
    await sends(tom, adding(NO_SHADES))
    expect((await drafted(tom, SPARE)).sources.some(({ kind }) => kind === "memory")).toBe(false)
    const { id } = await only()
    expect((await put(id, { version: 1 })).status).toBe(204)
    const { end, sources } = await drafted(kim, SPARE)
    const memory = sources.find(({ kind }) => kind === "memory")
    expect(memory).toMatchObject({
      id: `memory:${id}`,
      title: NO_SHADES.slice(0, -1),
      passage: NO_SHADES,
      changed: "2026-11-20"
    })
    const claim = end.claims.find(({ start, end: last }) => end.text.slice(start, last) === NO_SHADES)
    expect(claim).toMatchObject({ state: "supported", sources: [memory?.n] })
    const found = await kim.post("/v1/knowledge/search", { query: "spare shades series H", helpdesk: "zendesk" })
    expect(JSON.stringify(await found.json())).toContain(`memory:${id}`)
    expect((await remove(id)).status).toBe(204)
    expect((await drafted(kim, SPARE)).sources.some(({ kind }) => kind === "memory")).toBe(false)
    const rows = await relay.db.selectFrom("documents").select("id").where("kind", "=", "memory").execute()
    const old = await relay.db.selectFrom("document_versions").select("document").execute()
    expect([...rows, ...old.filter(({ document }) => document.startsWith("memory:"))]).toEqual([])
    // What a lead removed isn't proposed again.
    await sends(kim, adding(NO_SHADES))
    expect(await says()).toEqual([])
  })

  test("that expired isn't found any more, at once", async () => {
    await sends(tom, adding(NO_SHADES))
    const { id } = await only()
    await put(id, { version: 1, expires: "2027-03-01" })
    expect((await only()).expires).toBe("2027-03-01T23:59:59.000Z")
    expect((await drafted(tom, SPARE)).sources.some(({ kind }) => kind === "memory")).toBe(true)
    const over = new Date(Date.now() - 1000)
    await relay.db.updateTable("documents").set({ expires_at: over }).where("kind", "=", "memory").execute()
    expect((await drafted(tom, SPARE)).sources.some(({ kind }) => kind === "memory")).toBe(false)
    await relay.db
      .updateTable("memories")
      .set({ expires_at: new Date(relay.time.now.getTime() - 1000) })
      .execute()
    expect(await only()).toMatchObject({ expired: true, used: false })
    expect(await refusalOf(put(id, { version: 2, expires: "2026-01-01" }))).toMatchObject({ code: "memory-expired" })
  })

  test("that a page contradicts is told with the page, is no rule by itself, and is held against it like any source", async () => {
    const denied = "You can return a lamp within 90 days of its arrival."
    for (const by of [tom, tom, kim]) await sends(by, adding(denied))
    const memory = await only()
    expect(memory).toMatchObject({ text: denied, durable: true, used: false, against: { title: "Returns" } })
    expect((await put(memory.id, { version: 1 })).status).toBe(204)
    const { end, sources } = await drafted(tom, RETURN)
    const cases = end.answer?.openCases?.filter(({ differ }) => differ) ?? []
    const kinds = cases.flatMap(({ ways }) => ways.map(({ source }) => sources.find(({ n }) => n === source)?.kind))
    expect(kinds.sort()).toEqual(["article", "memory"])
  })

  test("is edited by a lead without personal data, and only as the lead has seen it", async () => {
    await sends(tom, adding(NO_SHADES))
    const { id } = await only()
    const personal = { version: 1, text: "Spare shades are sold by Jonathan Miller in the workshop." }
    expect(await refusalOf(put(id, personal))).toMatchObject({ status: 422, code: "memory-personal" })
    expect((await put(id, { version: 1, text: "Lamps of series H come without spare shades." })).status).toBe(204)
    expect(await refusalOf(put(id, { version: 1 }))).toMatchObject({ status: 409, code: "memory-changed" })
    expect(await refusalOf(tom.fetch("/v1/memories"))).toMatchObject({ status: 403 })
    const { sources } = await drafted(tom, SPARE)
    expect(sources.find(({ kind }) => kind === "memory")?.passage).toBe("Lamps of series H come without spare shades.")
  })
})

test("each change of what is used is another version of the pipeline", async () => {
  const versions = async () => {
    const { end } = await drafted(tom, CART)
    const me = (await (await tom.fetch("/v1/me")).json()) as { pipelineVersion: string }
    expect(me.pipelineVersion).toBe(end.pipelineVersion)
    return end.pipelineVersion
  }
  const without = await versions()
  await sends(tom, basket)
  expect(await versions()).toBe(without)
  const { id } = await only()
  await put(id, { version: 1 })
  const first = await versions()
  expect(first).not.toBe(without)
  expect((await put(id, { version: 2, text: "shopping bag" })).status).toBe(204)
  expect(await versions()).not.toBe(first)
  await remove(id)
  expect(await versions()).toBe(without)
})

test("the command lists, approves and removes beside the running relay", async () => {
  await sends(tom, basket)
  const { id } = await only()
  const printed: string[] = []
  const environment = { REPLYWRIGHT_DATA: relay.data }
  const context = { environment, print: (line: string) => printed.push(line), signal: new AbortController().signal }
  const run = (...args: string[]) => memoriesCommand.run(args, context)
  await run("list")
  await run("approve", id)
  await run("list")
  await run("remove", id)
  expect(printed.map((line) => line.replace(id, "ID").replace(/until [\d-]+/, "until DAY"))).toEqual([
    'ID  proposed until DAY, en, 1 tickets, 1 agents: "basket", not "cart"',
    "It is approved.",
    'ID  approved until DAY, en, 1 tickets, 1 agents: "basket", not "cart"',
    "It is removed."
  ])
  await expect(run("remove", id)).rejects.toThrow(/There is no memory/)
  await expect(run("approve")).rejects.toThrow(/memories list \| approve ID \| remove ID/)
})

// It is the last, because everybody's sign-in is over by then.
test("erasing the tickets erases their proposals, and retention what came of nothing; what was approved stays", async () => {
  await sends(tom, basket)
  await sends(tom, adding(NO_SHADES))
  const erase = (id: string) => lea.fetch(`/v1/tickets/zendesk/${id}?site=${SITE}`, { method: "DELETE" })
  expect((await erase("2")).status).toBe(200)
  expect(await says()).toEqual([["cart > basket", 1, 1, false]])
  const { id } = await only()
  await put(id, { version: 1 })
  await sends(tom, adding(NO_SHADES))
  await relay.db.transaction().execute((work) => applySiteHashing(work, true))
  expect(JSON.stringify(await relay.db.selectFrom("memory_edits").select("site").execute())).not.toContain(
    "zendesk.com"
  )
  const stored = async () => (await relay.db.selectFrom("memories").select("text").execute()).map(({ text }) => text)
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 91 * 86_400_000))
  expect(await stored()).toEqual(["basket"])
  expect(await relay.db.selectFrom("memory_edits").select("memory").execute()).toEqual([])
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 500 * 86_400_000))
  expect(await stored()).toEqual([])
})
