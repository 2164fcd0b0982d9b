import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { goodDraft } from "../help/relay-script.ts"
import { KEY, openWorld, world } from "../help/world.ts"
import { alone, bodies, leave, openOther, stored } from "../help/prepared-world.ts"

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
