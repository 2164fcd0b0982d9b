import { expect, test } from "vitest"
import { createMasker } from "../../src/copilot/session/masker.ts"
import type { CommandAnswer } from "../../src/protocol/panel.ts"
import type { RankedMacro, SimilarTicket } from "../../src/protocol/search.ts"
import { soon } from "../soon.ts"
import { KEY, ORIGIN, openWorld } from "./help/world.ts"

const common = { title: "Lost parcels", visibility: "public" as const, score: 1 }
const MACRO: RankedMacro = { ...common, id: "m1", text: "Hello [PERSON_1],\n\nplease send [[the number]]." }
const TICKET: SimilarTicket = {
  ...common,
  id: "t1",
  question: "Where is it?",
  reply: "Hello [a name], it is on its way.",
  tags: ["parcel"],
  satisfaction: "good"
}

async function drafted() {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.replies = { tickets: [TICKET], macros: [MACRO] }
  return {
    ...all,
    search: (words: string) => all.ask({ kind: "panel-search", key: KEY, words }),
    replies: () => all.ask({ kind: "panel-replies", key: KEY })
  }
}
type Ok = Extract<CommandAnswer, { ok: true }>
const requestsOf = async ({
  ask
}: {
  ask: (command: { kind: "panel-inspect"; key: string }) => Promise<CommandAnswer>
}) =>
  ((await ask({ kind: "panel-inspect", key: KEY })) as Ok).saw?.requests.filter(({ path }) =>
    path.startsWith("/v1/knowledge")
  ) ?? []

test("words leave masked by the ticket's own table; as what they left is told, and shown as having left", async () => {
  const all = await drafted()
  const answer = await all.search("  did Anna Bergmann or Otto Kettle of otto@post.example lose a parcel?  ")
  const query = "did [PERSON_1] or [PERSON_4] of [EMAIL_2] lose a parcel?"
  expect(answer).toEqual({ ok: true, search: { ...all.relay.relay.found, sentAs: query } })
  expect(all.relay.seen.lookups.map(({ body }) => JSON.parse(body))).toEqual([
    { query, helpdesk: "sample", locale: "en" }
  ])
  expect((await requestsOf(all)).map(({ path, body }) => ({ path, body }))).toEqual(all.relay.seen.lookups)
  expect((await (await all.store()).tables.get(KEY))?.entries.map(({ value }) => value)).toContain("otto@post.example")
})

test("what masking doesn't change is not told as anything else; nothing is asked for no words", async () => {
  const all = await drafted()
  expect(await all.search("lost parcel")).toEqual({ ok: true, search: all.relay.relay.found })
  expect(await all.search("  \n ")).toEqual({ ok: false, code: "search-empty" })
  await all.search(`${"👍🏽 parcel ".repeat(2500)}`)
  expect(all.relay.seen.lookups).toHaveLength(2)
  expect(JSON.parse(all.relay.seen.lookups[1]?.body ?? "").query.length).toBeLessThanOrEqual(20_000)
})

test("with no draft on the ticket it is read first, so that its people are known", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.ask({ kind: "panel-erase", key: KEY })
  const answer = await all.ask({ kind: "panel-search", key: KEY, words: "Anna Bergmann" })
  expect(answer).toMatchObject({ ok: true, search: { sentAs: "[PERSON_1]" } })
  all.revive()
  expect(await all.ask({ kind: "panel-search", key: KEY, words: "Anna Bergmann" })).toMatchObject({
    ok: true,
    search: { sentAs: "[PERSON_1]" }
  })
})

test("masking out of time: nothing leaves, the card is told why, and the bar says nothing of it", async () => {
  const all = await drafted()
  all.masker.now = createMasker(async () => {
    throw Object.assign(new Error("too slow"), { code: "mask-timeout" })
  })
  expect(await all.search("parcel")).toEqual({ ok: false, code: "mask-timeout" })
  expect(await all.replies()).toEqual({ ok: false, code: "mask-timeout" })
  expect(all.relay.seen.lookups).toEqual([])
  expect(all.panel.states.at(-1)?.notice).toBeUndefined()
})

test("a relay that is away, full, or finds something unmasked: each its code; what is shown stays", async () => {
  const all = await drafted()
  all.relay.relay.refuses = /parcel/
  expect(await all.search("parcel")).toEqual({
    ok: false,
    code: "unmasked-data",
    data: { kinds: "email", request: "r1" }
  })
  all.relay.relay.refuses = undefined
  all.relay.relay.broken = { status: 503, code: "database-down", retryable: true }
  expect(await all.replies()).toMatchObject({ ok: false, code: "database-down" })
  all.relay.relay.broken = undefined
  await all.relay.down()
  expect(await all.search("parcel")).toMatchObject({ ok: false, code: "relay-unreachable" })
  await all.panel.until((state) => state.relay.state === "offline")
  expect(all.panel.states.at(-1)?.draft?.state).toBe("ready")
})

test("similar tickets and macros in one request, of the ticket masked as for a draft; a macro's customer is named, a solved ticket's nobody", async () => {
  const all = await drafted()
  const answer = (await all.replies()) as Ok
  expect(answer.replies?.macros[0]?.text).toBe("Hello Anna Bergmann,\n\nplease send [[the number]].")
  expect(answer.replies?.tickets).toEqual([TICKET])
  const [asked] = all.relay.seen.lookups
  expect(JSON.parse(asked?.body ?? "").ticket).toEqual(JSON.parse(all.relay.seen.drafts[0]?.body ?? "").ticket)
  expect(asked?.body).not.toMatch(/Anna|zebra/)
  expect((await requestsOf(all)).map(({ body }) => body)).toEqual([asked?.body])
})

test("a ticket that can't be read any more: the card is told", async () => {
  const all = await drafted()
  all.revive()
  all.page.problem = { "ticket-read": { code: "logged-out" }, "newest-public": { code: "logged-out" } }
  expect(await all.replies()).toMatchObject({ ok: false, code: "logged-out" })
  expect(all.relay.seen.lookups).toEqual([])
})

test("what was put in is told to the relay once, with the document and nothing of its words", async () => {
  const all = await drafted()
  await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Thank you." })
  expect(
    await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Please wait.", document: { id: "m1", version: 2 } })
  ).toEqual({ ok: true })
  await soon(() =>
    expect(all.relay.seen.used).toEqual([
      { id: expect.any(String), document: "m1", version: 2, site: ORIGIN, helpdesk: "sample", ticketId: "1001" }
    ])
  )
  expect((await requestsOf(all)).map(({ body }) => JSON.parse(body))).toEqual(all.relay.seen.used)
  expect(all.page.editor).toContain("Please wait.")
})

test("it waits for a relay that is away, over the worker's death, and is told once though the answer is lost", async () => {
  const all = await drafted()
  await all.relay.down()
  await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Please wait.", document: { id: "m1" } })
  await all.panel.until((state) => state.kept.outcomes === 1)
  all.revive()
  all.relay.relay.loseAnswer = true
  await all.relay.up()
  const ring = async () => {
    all.clock.shift += 3_600_000
    all.worker.fire("alarm", "outbox")
  }
  await soon(async () => {
    await ring()
    expect(all.relay.seen.used).toHaveLength(1)
  })
  all.relay.relay.loseAnswer = false
  await soon(async () => {
    await ring()
    expect((await (await all.store()).counts()).outcomes).toBe(0)
  })
  expect(all.relay.seen.used).toHaveLength(1)
})

test("a document that the relay knows no more is done with; nothing waits for ever", async () => {
  const all = await drafted()
  all.relay.relay.broken = { status: 404, code: "not-found" }
  await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Please wait.", document: { id: "gone" } })
  await soon(async () => expect((await (await all.store()).counts()).outcomes).toBe(0))
  expect(all.relay.seen.used).toEqual([])
})

test("what was not put in is told to nobody", async () => {
  const all = await drafted()
  all.page.problem = { "draft-insert": { code: "not-public" } }
  await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Please wait.", document: { id: "m1" } })
  expect((await (await all.store()).counts()).outcomes).toBe(0)
  expect(all.relay.seen.used).toEqual([])
})
