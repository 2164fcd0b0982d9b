import { createHmac } from "node:crypto"
import { expect, test } from "vitest"
import { keyedHash } from "../../../src/text/bytes/keyed-hash.ts"
import type { OutboxItem } from "../../../src/store/records.ts"
import { soon } from "../../soon.ts"
import { draftRecord, leaving, outboxItem, ticketRecord } from "../../store/fresh.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { KEY, openWorld, ORIGIN, world } from "../help/world.ts"

const OTHER = "http://other.example:4000"
const OTHER_KEY = `sample ${OTHER} 1001`
const TEAM_KEY = btoa("k".repeat(32))
const RULES = {
  version: 3,
  mode: "strict" as const,
  keep: [],
  names: [],
  agentsMayAdd: false,
  words: [],
  proposed: [],
  by: null,
  at: null
}

test("one number at two sites: two tickets in panel, store and what leaves, and one is erased", async () => {
  const all = await world()
  await all.pair()
  const there = pageDouble(sampleTicket({ subject: "Of the other account" }))
  all.openTab(10, 1)
  all.browser.named.add(OTHER)
  all.openTab(20, 2, there, `${OTHER}/tickets/1001`)
  await all.opened(10)
  await all.opened(20)
  const [mine, other] = [all.openPanel(1), all.openPanel(2)]
  const [first, second] = [await mine.draft("ready"), await other.draft("ready")]
  expect((await mine.until((state) => state.ticket?.subject !== "")).ticket).toMatchObject({
    site: ORIGIN,
    subject: "Parcel for Anna Bergmann"
  })
  expect((await other.until((state) => state.ticket?.subject !== "")).ticket).toMatchObject({
    site: OTHER,
    subject: "Of the other account"
  })
  const siteOf = (id: string) =>
    all.relay.seen.drafts.flatMap((one) => (one.id === id ? [JSON.parse(one.body).ticket.site] : []))
  expect([siteOf(first.id), siteOf(second.id)]).toEqual([[ORIGIN], [OTHER]])
  expect(await all.ask({ kind: "panel-erase", key: KEY })).toEqual({ ok: true })
  expect(all.relay.seen.erased).toEqual([`/v1/tickets/sample/1001?${new URLSearchParams({ site: ORIGIN })}`])
  const store = await all.store()
  expect(await store.tickets.get(KEY)).toBeUndefined()
  expect((await store.drafts.of(OTHER_KEY)).map(({ id }) => id)).toEqual([second.id])
})

test("what an older extension had waiting for the relay is told with the site that its ticket stands at", async () => {
  const all = await world()
  const store = await all.store()
  const item = { ...outboxItem("00000000-0000-4000-8000-00000000000a"), key: KEY }
  const used: OutboxItem = {
    id: "00000000-0000-4000-8000-00000000000b",
    key: KEY,
    tries: 0,
    used: { id: "00000000-0000-4000-8000-00000000000b", document: "m1", helpdesk: "sample", ticketId: "1001" }
  }
  await store.outbox.put(item, 0)
  await store.outbox.put(used, 0)
  await all.pair()
  await soon(() => expect([all.relay.seen.outcomes.length, all.relay.seen.used.length]).toEqual([1, 1]))
  expect(all.relay.seen.outcomes).toEqual([{ ...item.outcome, site: ORIGIN }])
  expect(all.relay.seen.used).toEqual([{ ...used.used, site: ORIGIN }])
  await soon(async () => expect(await store.outbox.count()).toBe(0))
})

test("a draft that an older extension was having written is asked again under its id, with its site", async () => {
  const all = await world()
  const store = await all.store()
  const draft = draftRecord({ key: KEY, state: "writing", masked: "" })
  const ticket = {
    helpdesk: "sample",
    ticketId: "1001",
    version: "m1",
    subject: "Parcel",
    requester: "[PERSON_1]",
    agent: "",
    tags: [],
    messages: []
  }
  await store.beginDraft({
    ticket: ticketRecord({
      key: KEY,
      draftId: draft.id,
      summary: { id: draft.id, draftId: draft.id, version: "m1", state: "writing", lines: [] }
    }),
    table: { entries: [] },
    draft,
    requests: [
      {
        draftId: draft.id,
        key: KEY,
        at: draft.savedAt,
        path: "/v1/drafts",
        body: leaving(JSON.stringify({ draftId: draft.id, ticket }))
      },
      {
        draftId: draft.id,
        key: KEY,
        at: draft.savedAt,
        path: "/v1/summaries",
        body: leaving(JSON.stringify({ summaryId: draft.id, ticket }))
      }
    ]
  })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  expect((await panel.draft("ready")).id).toBe(draft.id)
  expect(all.relay.seen.drafts.map(({ id, body }) => [id, JSON.parse(body).ticket])).toEqual([
    [draft.id, { ...ticket, site: ORIGIN }]
  ])
  await soon(() => expect(all.relay.seen.summaries).toEqual([draft.id]))
  expect((await store.requests.of(draft.id)).every(({ body }) => JSON.parse(body).ticket.site === ORIGIN)).toBe(true)
})

test("where the team has sites hashed, the origin leaves in no body and no address", async () => {
  const all = await openWorld()
  all.relay.relay.rules = { ...RULES, siteKey: TEAM_KEY }
  await all.panel.draft("ready")
  await all.ask({ kind: "panel-refresh" })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  const hashed = await keyedHash(TEAM_KEY, ORIGIN)
  expect(JSON.parse(all.relay.seen.drafts[1]?.body ?? "").ticket.site).toBe(hashed)
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.page.send(text)
  await all.opened()
  await soon(() => expect(all.relay.seen.outcomes).toMatchObject([{ site: hashed, kind: "inserted" }]))
  await all.ask({ kind: "panel-erase", key: KEY })
  expect(all.relay.seen.erased).toEqual([`/v1/tickets/sample/1001?${new URLSearchParams({ site: hashed })}`])
})

test("browser and relay make the same hash of a site", async () => {
  expect(await keyedHash(TEAM_KEY, OTHER)).toBe(
    `hmac:${createHmac("sha256", "k".repeat(32)).update(OTHER).digest("base64url")}`
  )
})
