import { expect, test } from "vitest"
import { sampleTicket } from "./help/page-double.ts"
import { goodDraft } from "./help/relay-script.ts"
import { KEY, openWorld, world } from "./help/world.ts"

test("a ticket in front becomes a draft with its names, checked and kept, and goes into the editor", async () => {
  const { panel, ask, page, relay } = await openWorld()
  const draft = await panel.draft("ready")
  expect(draft.text).toBe(
    "Hello Anna Bergmann,\n\nParcels arrive within 3 days.\n\nTell us [[your order number]] and we look it up."
  )
  expect(draft).toMatchObject({
    offline: true,
    model: "offline",
    language: "en",
    insert: "on",
    edited: false,
    questions: [{ blank: "your order number" }]
  })
  expect(draft.claims.map((claim) => draft.text.slice(claim.start, claim.end))).toEqual([
    "Hello Anna Bergmann,",
    "Parcels arrive within 3 days.",
    "Tell us [[your order number]] and we look it up."
  ])
  const ready = await panel.until((state) => state.summary?.state === "ready" && state.kept.drafts === 1)
  expect(ready.summary?.lines[0]).toMatchObject({ text: "Anna Bergmann asks when the parcel comes.", messageId: "m1" })
  expect(ready.ticket).toMatchObject({
    key: KEY,
    subject: "Parcel for Anna Bergmann",
    language: "en",
    messages: [{ id: "m1", n: 1 }]
  })

  const text = draft.text.replace("[[your order number]]", "your order number")
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: draft.id, text })).toEqual({ ok: true })
  expect(page.editor).toBe(text)
  await panel.notice("inserted")
  expect((await panel.until((state) => state.draft?.inserted === true)).draft).toMatchObject({ edited: true })
  expect(relay.seen.drafts).toHaveLength(1)
})

test("nothing that leaves names the customer or holds a word of an internal note", async () => {
  const { panel, relay } = await openWorld()
  await panel.draft("ready")
  const left = JSON.stringify(relay.seen.drafts)
  for (const word of ["Anna", "Bergmann", "mail.example", "Tom Baker", "zebra", "called twice"])
    expect(left).not.toContain(word)
  expect(left).toContain("[PERSON_1]")
})

test("where the helpdesk doesn't say who is signed in, the paired person signs, masked on the way like everyone", async () => {
  const all = await world()
  const { agent: _untold, ...ticket } = sampleTicket()
  all.page.ticket = ticket
  all.relay.relay.script = (id) => ({
    events: goodDraft(id, ["Parcels arrive within 3 days.", "Kind regards\n[PERSON_2]"])
  })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  expect((await panel.draft("ready")).text).toMatch(/Kind regards\nTom$/)
  const [sent] = all.relay.seen.drafts
  expect(JSON.parse(sent?.body ?? "").ticket.agent).toBe("[PERSON_2]")
  expect(sent?.body).not.toMatch(/Tom/)
})

test("while it streams the text only grows, a placeholder never shows, and Insert waits", async () => {
  const { panel, ask, relay } = await openWorld()
  const ready = await panel.draft("ready")
  const texts = panel.states.filter((state) => state.draft?.state === "writing").map((state) => state.draft?.text ?? "")
  for (const [index, text] of texts.entries()) {
    expect(text).not.toContain("PERSON")
    expect(ready.text.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThanOrEqual(texts[index - 1]?.length ?? 0)
  }
  relay.relay.script = () => ({
    events: [{ type: "draft-delta", text: "Hello there. This is a sentence that is long enough to be shown." }],
    then: "hold"
  })
  void ask({ kind: "panel-regenerate", key: KEY })
  const writing = await panel.draft("writing")
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: writing.id, text: "Hello there." })).toMatchObject({
    ok: false,
    code: "not-ready"
  })
})

test("a blank is pointed out first; pressed again it goes in, and stays a blank in the draft, also for the next worker", async () => {
  const { panel, ask, page, revive, opened } = await openWorld()
  const { id, text } = await panel.draft("ready")
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: id, text })).toEqual({ ok: false, code: "blank-open" })
  expect(await panel.notice("blank-open")).toEqual({
    code: "blank-open",
    data: { count: 1, blank: "your order number" }
  })
  expect(page.editor).toBe("")
  const plain = text.replace("[[your order number]]", "[your order number]")
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })).toEqual({ ok: true })
  expect(page.editor).toBe(plain)
  expect((await panel.until((state) => state.draft?.inserted === true)).draft).toMatchObject({ text, edited: false })
  revive()
  await opened()
  expect((await panel.until((state) => state.draft?.inserted === true)).draft).toMatchObject({ text, edited: false })
  // Filled now: what went in before is told by the words that stand in the editor, and gives way.
  const filled = text.replace("[[your order number]]", "LL-1")
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: id, text: filled })).toEqual({ ok: true })
  expect(page.editor).toBe(filled)
})

test.each([
  ["not-public", "not-public"],
  ["copy-only", "copy-only"],
  ["no-editor", "no-editor"],
  ["not-there", "not-there"],
  ["already-inserted", "already-inserted"],
  ["other-ticket", "other-ticket"],
  ["logged-out", "logged-out"],
  ["page-changed", "page-changed"],
  ["unreadable", "unreadable"]
])("the page refuses with %s: the bar says so, nothing counts as used", async (code, notice) => {
  const { panel, ask, page, store } = await openWorld()
  const { id } = await panel.draft("ready")
  page.problem["draft-insert"] = { code }
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })).toEqual({ ok: false, code })
  await panel.notice(notice)
  const state = await panel.until((one) => one.draft?.text === "Hello")
  expect(state.draft?.insert).toBe(code === "unreadable" ? "copy-only" : "on")
  expect((await (await store()).tickets.get(KEY))?.used).toEqual([])
})

test("where no box is at the place that was shown, Insert says that it may be closed or elsewhere, and counts no part", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.tell({ kind: "ticket-opened", helpdesk: "taught-page", ticketId: "1001" })
  const { id } = await panel.draft("ready")
  all.page.problem["draft-insert"] = { code: "no-editor" }
  const key = KEY.replace("sample", "taught-page")
  const answer = await all.ask({ kind: "panel-insert", key, draftId: id, text: "Hello" })
  expect(answer).toEqual({ ok: false, code: "no-shown-box" })
  await panel.notice("no-shown-box")
  expect(all.relay.seen.calls).not.toContain("POST /v1/page-fits")
})

test("a second Insert names the former text, so that the page can replace it", async () => {
  const { panel, ask, page } = await openWorld()
  const { id } = await panel.draft("ready")
  page.editor = "-- \nTom"
  await ask({ kind: "panel-insert", key: KEY, draftId: id, text: "First." })
  await ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Second." })
  expect(page.editor).toBe("Second.\n\n-- \nTom")
})

test("a ticket opened again with the same newest message shows the kept draft with its edits, and nothing is asked", async () => {
  const { panel, ask, relay, revive } = await openWorld()
  const { id } = await panel.draft("ready")
  await panel.until((state) => state.summary?.state === "ready")
  await ask({ kind: "panel-edit", key: KEY, draftId: id, text: "My own words." })
  relay.seen.calls.length = 0
  panel.states.length = 0
  revive()
  const again = await panel.draft("ready")
  expect(again).toMatchObject({ id, text: "My own words.", edited: true })
  await panel.until((state) => state.relay.state === "online")
  expect(relay.seen.calls.filter((call) => call.startsWith("POST"))).toEqual([])
})

test("with no panel open nothing is read and nothing is asked", async () => {
  const { panel, tell, openTab, page, relay, opened } = await openWorld()
  await panel.draft("ready")
  panel.close()
  page.asked.length = 0
  relay.seen.drafts.length = 0
  await tell({ kind: "ticket-left" })
  openTab(11)
  page.ticket = { ...page.ticket, ticketId: "1002" }
  await opened(11, "1002")
  expect(page.asked).toEqual([])
  expect(relay.seen.drafts).toEqual([])
})
