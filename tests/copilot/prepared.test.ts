import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { pageDouble, sampleTicket } from "./help/page-double.ts"
import { goodDraft } from "./help/relay-double.ts"
import { KEY, openWorld, ORIGIN, world, type World } from "./help/world.ts"

/** A ticket in front in a tab, and no panel anywhere. */
async function alone(prepare?: (all: World) => void) {
  const all = await world()
  await all.pair()
  all.openTab(10)
  prepare?.(all)
  await all.opened()
  return all
}
const bodies = ({ relay }: World) =>
  relay.seen.drafts.map(({ body }): { draftId: string; prepared?: boolean } => JSON.parse(body))
const stored = async (all: World, state = "ready") =>
  soon(async () => {
    const draft = (await (await all.store()).drafts.of(KEY)).at(-1)
    expect(draft?.state).toBe(state)
    return draft
  })
/** Another ticket of the same helpdesk in a tab of its own. */
async function openOther(all: World, n: number, tabId = 100 + n) {
  const ticketId = String(2000 + n)
  all.openTab(tabId, 1, pageDouble(sampleTicket({ ticketId })), `${ORIGIN}/tickets/${ticketId}`)
  await all.opened(tabId, ticketId)
  return `sample ${ORIGIN} ${ticketId}`
}
async function leave(all: World, tabId = 10) {
  await all.tell({ kind: "ticket-left" }, tabId)
}

test("a ticket opens with no panel: its draft is made, told as prepared; the panel that comes shows it, and asks nothing", async () => {
  const all = await alone()
  all.openTab(11)
  await all.opened(11)
  const draft = await stored(all)
  const panel = all.openPanel()
  expect(await panel.draft("ready")).toMatchObject({ id: draft?.id })
  expect(bodies(all)).toEqual([expect.objectContaining({ draftId: draft?.id, prepared: true })])
  all.revive()
  panel.states.length = 0
  expect(await panel.draft("ready")).toMatchObject({ id: draft?.id })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await panel.until((state) => state.draft?.state === "ready" && state.draft.id !== draft?.id)
  expect(bodies(all).map(({ prepared }) => prepared)).toEqual([true, undefined])
})

test("the day's budget is used up: none is prepared till the relay's next day, the panel says so, and a press still drafts", async () => {
  const all = await alone((one) => {
    one.relay.relay.prepared.left = 0
  })
  // The browser is an hour fast: its tomorrow is still the relay's today.
  all.clock.shift = Date.parse("2026-11-21T00:30:00.000Z") - Date.now()
  all.relay.relay.prepared.day = "2026-11-20"
  const panel = all.openPanel()
  const state = await panel.until(
    (one) => one.phase === "ticket" && one.draft === undefined && one.summary?.state === "ready"
  )
  expect(state.notice).toBeUndefined()
  all.clock.shift = Date.parse("2026-11-20T12:00:00.000Z") - Date.now()
  await all.opened()
  await panel.until((one) => one.preparing?.off === "budget")
  const asked = all.relay.seen.calls.filter((call) => call === "POST /v1/drafts").length
  await all.opened()
  await all.ask({ kind: "panel-refresh" })
  expect(all.relay.seen.calls.filter((call) => call === "POST /v1/drafts")).toHaveLength(asked)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect((await panel.draft("ready")).text).toContain("Hello Anna")
  all.relay.relay.prepared = { left: 5, day: "2026-11-21" }
  all.clock.shift = Date.parse("2026-11-21T00:30:00.000Z") - Date.now()
  await openOther(all, 1)
  await soon(() => expect(bodies(all).at(-1)?.prepared).toBe(true))
})

test("the budget ends in mid-stream: what is written is kept, and it is said", async () => {
  const all = await alone((one) => {
    one.relay.relay.script = (id) => ({
      events: [
        ...goodDraft(id).slice(0, -4),
        { type: "draft-error", code: "budget-prepared", message: "Used up.", retryable: false }
      ]
    })
  })
  const panel = all.openPanel()
  expect((await panel.draft("stopped")).text).toBe("Hello Anna Bergmann,\n\nParcels arrive within 3 days.")
  await panel.notice("budget-prepared")
})

test("the ticket is left in mid-preparation: it ends at the relay, nothing half shows, and it is made when the ticket comes again", async () => {
  const all = await alone((one) => {
    one.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 4 })
  })
  await soon(() => expect(all.relay.held).toBe(1))
  await leave(all)
  await soon(() => expect(all.relay.seen.closed).toBe(1))
  all.relay.relay.script = (id) => ({ events: goodDraft(id) })
  const panel = all.openPanel()
  await all.opened()
  const draft = await panel.draft("ready")
  expect(draft.formers).toBeUndefined()
  expect(bodies(all)).toHaveLength(2)
})

test("what was shown of a draft that was called off is kept and can be used; then no other is made, else one is, and it goes among the earlier ones", async () => {
  const begun = async () => {
    const all = await alone((one) => {
      one.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 20 })
    })
    const panel = all.openPanel()
    await panel.until((state) => state.draft?.text.includes("3 days.") === true)
    await leave(all)
    all.relay.relay.script = (id) => ({ events: goodDraft(id) })
    await soon(() => expect(all.relay.seen.closed).toBe(1))
    return { all, panel }
  }
  const one = await begun()
  await one.all.ask({ kind: "popup-prepare", on: false })
  await one.all.opened()
  const kept = await one.panel.draft("stopped")
  expect(kept.text).toBe("Hello Anna Bergmann,\n\nParcels arrive within 3 days.")
  await one.all.ask({ kind: "panel-copied", key: KEY, draftId: kept.id, text: kept.text })
  await one.all.ask({ kind: "popup-prepare", on: true })
  await one.all.opened()
  await one.all.ask({ kind: "popup-report" })
  expect(bodies(one.all)).toHaveLength(1)

  const other = await begun()
  await other.all.opened()
  const made = await other.panel.draft("ready")
  expect(made.formers?.map(({ text }) => text)).toEqual([kept.text])
})

test("left while it is being read and masked: nothing leaves; still open in another tab: it goes on", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10)
  const reading = Promise.withResolvers<void>()
  all.page.gate = (kind) => (kind === "ticket-read" ? reading.promise : Promise.resolve())
  void all.opened()
  await soon(() => expect(all.page.asked).toContain("ticket-read"))
  await leave(all)
  reading.resolve()
  all.page.gate = undefined
  await openOther(all, 1)
  await soon(() => expect(bodies(all)).toHaveLength(1))
  expect(bodies(all)[0]).not.toMatchObject({ ticket: { ticketId: "1001" } })

  all.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 4 })
  all.openTab(11)
  await all.opened(10)
  await all.opened(11)
  await soon(() => expect(all.relay.held).toBe(1))
  await leave(all, 10)
  all.relay.release()
  await stored(all)
  expect(all.relay.seen.closed).toBe(0)
})

test("a draft that the agent asked for is not called off when the ticket is left", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 4 })
  void all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(all.relay.held).toBe(1))
  await leave(all)
  all.relay.release()
  await soon(async () =>
    expect((await (await all.store()).drafts.of(KEY)).map(({ state }) => state)).toEqual(["ready", "ready"])
  )
})

test("the relay restarts in mid-preparation: the draft is made anew when the ticket is next looked at", async () => {
  const all = await alone((one) => {
    one.relay.relay.script = (id) => ({ events: goodDraft(id).slice(0, -4), then: "cut" })
  })
  const cut = await stored(all, "stopped")
  all.relay.relay.script = (id) => ({ events: goodDraft(id) })
  const panel = all.openPanel()
  expect((await panel.draft("ready")).id).not.toBe(cut?.id)
})

test("the worker dies in mid-preparation: the next one takes the same draft up", async () => {
  const all = await alone((one) => {
    one.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 4 })
  })
  await soon(() => expect(all.relay.held).toBe(1))
  all.revive()
  await soon(async () => {
    await all.opened()
    all.relay.release()
    expect((await (await all.store()).drafts.of(KEY)).map(({ state }) => state)).toEqual(["ready"])
  })
  expect(new Set(bodies(all).map(({ draftId }) => draftId)).size).toBe(1)
})

/** A ticket that is opened, drafted and left. */
async function unused(all: World, n: number) {
  const key = await openOther(all, n)
  await soon(async () => expect((await (await all.store()).drafts.of(key))[0]?.state).toBe("ready"))
  await leave(all, 100 + n)
  return key
}

test("after ten unused in a row none is prepared, the panel says so, one press switches it on again; a use in between counts anew", {
  timeout: 20_000
}, async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  for (let n = 0; n < 9; n++) await unused(all, n)
  await all.opened()
  await all.ask({ kind: "panel-copied", key: KEY, draftId: id, text })
  for (let n = 10; n < 20; n++) await unused(all, n)
  await soon(() => expect(JSON.parse(all.browser.kept.local.get("preparing") ?? "{}").unused).toHaveLength(10))
  all.revive()
  const key = await openOther(all, 30)
  const state = await all.panel.until(
    (one) => one.ticket?.key === key && one.preparing?.off === "unused" && one.ticket.subject !== ""
  )
  expect(state.draft).toBeUndefined()
  expect(bodies(all)).toHaveLength(20)
  await all.ask({ kind: "popup-prepare", on: true })
  await all.panel.until(
    (one) => one.ticket?.key === key && one.draft?.state === "ready" && one.preparing?.off === undefined
  )
})

test("switched off by the person, a ticket shows its subject and waits for a press", async () => {
  const all = await world()
  await all.pair()
  await all.ask({ kind: "popup-prepare", on: false })
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  expect(
    (await panel.until((one) => one.preparing?.off === "choice" && one.ticket?.subject === "Parcel for Anna Bergmann"))
      .draft
  ).toBeUndefined()
  expect(all.relay.seen.drafts).toEqual([])
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await panel.draft("ready")
  all.page.send("By hand.")
  await all.opened()
  await soon(() => expect(all.relay.seen.outcomes.map(({ kind }) => kind)).toEqual(["none"]))
})

test("a relay that drafts in another way since: what nobody has seen is made anew, what was seen is old, not gone", async () => {
  const all = await alone()
  const first = await stored(all)
  all.relay.relay.pipelineVersion = "p2"
  all.relay.relay.script = (id) => ({
    events: goodDraft(id).map((event) => (event.type === "draft-end" ? { ...event, pipelineVersion: "p2" } : event))
  })
  all.clock.shift += 10 * 60_000
  const panel = all.openPanel()
  const { draft } = await panel.until((one) => one.draft?.state === "ready" && one.draft.id !== first?.id)
  await all.ask({ kind: "panel-shown", key: KEY, draftId: draft?.id ?? "" })
  all.relay.relay.pipelineVersion = "p3"
  all.clock.shift += 10 * 60_000
  await all.opened()
  expect((await panel.until((one) => one.draft?.old === true)).draft).toMatchObject({ id: draft?.id, insert: "on" })
  expect(bodies(all)).toHaveLength(2)
})

test("a ticket that was changed without a new message: the draft nobody has seen is made anew, and is there again when the change is taken back", async () => {
  const all = await alone()
  const first = await stored(all)
  const before = all.page.ticket
  all.page.ticket = { ...before, subject: "Another subject" }
  await all.opened()
  await soon(async () =>
    expect((await (await all.store()).drafts.of(KEY)).map(({ state }) => state)).toEqual(["ready", "ready"])
  )
  all.page.ticket = before
  await all.opened()
  await soon(async () => expect((await (await all.store()).tickets.get(KEY))?.draftId).toBe(first?.id))
  expect(bodies(all)).toHaveLength(2)
})

/** Four more tickets of the same helpdesk, which any of its pages can read. */
function shelf() {
  const pages = new Map(
    ["1001", "3001", "3002", "3003", "3004"].map((ticketId) => [ticketId, pageDouble(sampleTicket({ ticketId }))])
  )
  const answer = (message: unknown) => {
    const { ticketId = "1001" } = message as { ticketId?: string }
    return pages.get(ticketId)?.answer(message) ?? Promise.reject(new Error("no such ticket"))
  }
  return { ...pageDouble(), answer }
}

test("with the list switched on, its next three are prepared through its page, one after another; opened, the draft is there and its time counts from then", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10, 1, shelf(), `${ORIGIN}/`)
  const seen = () => all.tell({ kind: "list-seen", helpdesk: "sample", ticketIds: ["3001", "3002", "3003", "3004"] })
  await seen()
  await all.ask({ kind: "popup-prepare", list: true })
  await seen()
  const draftsOf = async (ticketId: string) => (await all.store()).drafts.of(`sample ${ORIGIN} ${ticketId}`)
  await soon(async () => expect((await draftsOf("3003"))[0]?.state).toBe("ready"))
  expect(bodies(all)).toHaveLength(3)
  expect(bodies(all).every(({ prepared }) => prepared === true)).toBe(true)
  all.clock.shift += 3_600_000
  const panel = all.openPanel()
  await all.opened(10, "3001")
  const shown = await panel.until((state) => state.ticket?.ticketId === "3001" && state.draft?.state === "ready")
  const key = shown.ticket?.key ?? ""
  expect(bodies(all)).toHaveLength(3)
  await all.ask({ kind: "panel-shown", key, draftId: shown.draft?.id ?? "" })
  await all.ask({ kind: "panel-copied", key, draftId: shown.draft?.id ?? "", text: shown.draft?.text ?? "" })
  all.clock.shift += 25 * 3_600_000
  all.worker.fire("alarm", "outbox")
  await soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))
  const { opened = "", firstText } = all.relay.seen.outcomes[0]?.times ?? {}
  expect(Date.parse(opened) - Date.now()).toBeGreaterThan(3_000_000)
  expect(firstText).toBe(opened)
})

test("a list's ticket that can't be read there is left alone, and the next one is prepared", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10, 1, shelf(), `${ORIGIN}/`)
  await all.ask({ kind: "popup-prepare", list: true })
  await all.tell({ kind: "list-seen", helpdesk: "sample", ticketIds: ["9999", "3002"] })
  await soon(async () => expect((await (await all.store()).drafts.of(`sample ${ORIGIN} 3002`))[0]?.state).toBe("ready"))
  expect(bodies(all)).toHaveLength(1)
})
