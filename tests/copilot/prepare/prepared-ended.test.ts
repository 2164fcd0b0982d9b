import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { goodDraft } from "../help/relay-script.ts"
import { KEY, openWorld, ORIGIN, world, type World } from "../help/world.ts"
import { alone, bodies, leave, openOther, stored } from "../help/prepared-world.ts"

/** A ticket that is opened, drafted and left. */
async function unused(all: World, n: number) {
  const key = await openOther(all, n)
  await soon(async () => expect((await (await all.store()).drafts.of(key))[0]?.state).toBe("ready"))
  await leave(all, 100 + n)
  return key
}

test("after ten unused in a row only the summary is prepared, the panel says so, one press switches it on again; a use in between counts anew", {
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
    (one) => one.ticket?.key === key && one.preparing?.off === "unused" && one.summary?.state === "ready"
  )
  expect(state.summary?.lines.length).toBeGreaterThan(0)
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
  expect((await panel.until((one) => one.draft?.old === "rules")).draft).toMatchObject({ id: draft?.id, insert: "on" })
  expect(bodies(all)).toHaveLength(2)
})

test("another model of the relay is noticed with the next draft or ticket, without the popup", async () => {
  const all = await alone()
  await stored(all)
  const panel = all.openPanel()
  await panel.until((one) => one.draft?.state === "ready")
  all.relay.relay.pipelineVersion = "p2"
  all.relay.relay.model = "another-model"
  all.clock.shift += 10 * 60_000
  await all.opened()
  await panel.until((one) => one.relay.model === "another-model")
})

test("a ticket that was changed without a new message: the draft nobody has seen is made anew, and is there again when the change is taken back", async () => {
  const all = await alone()
  const first = await stored(all)
  const before = all.page.ticket
  all.page.ticket = { ...before, subject: "Another subject" }
  all.page.asked.length = 0
  await all.opened()
  await soon(async () =>
    expect((await (await all.store()).drafts.of(KEY)).map(({ state }) => state)).toEqual(["ready", "ready"])
  )
  // One reading tells that it was changed, and is what the new draft is made of.
  expect(all.page.asked.filter((kind) => kind === "ticket-read" || kind === "newest-public")).toEqual(["ticket-read"])
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
