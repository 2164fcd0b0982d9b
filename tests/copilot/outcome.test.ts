import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { goodDraft } from "./help/relay-script.ts"
import { KEY, openWorld } from "./help/world.ts"

type Open = Awaited<ReturnType<typeof openWorld>>

/** A draft was put in above the agent's signature, edited there, and sent. */
async function sent(
  all: Open,
  reply = "Hello Anna Bergmann,\n\nParcels arrive within 4 days.\n\nTell us your order 4711 and we look it up.\n\n-- \nTom Baker"
) {
  const { id, text } = await all.panel.draft("ready")
  all.page.editor = "-- \nTom Baker"
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.page.send(reply)
  await all.opened()
}
const reported = (all: Open) => soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))

test("what was sent is compared with the draft as first shown, without the signature, and reported masked", async () => {
  const all = await openWorld()
  await sent(all)
  await reported(all)
  const [outcome] = all.relay.seen.outcomes
  expect(outcome).toMatchObject({
    helpdesk: "sample",
    ticketId: "1001",
    kind: "inserted",
    filledBlanks: 1,
    language: "en",
    model: "offline",
    pipelineVersion: "p1",
    sent: "Hello [PERSON_1],\n\nParcels arrive within 4 days.\n\nTell us your order 4711 and we look it up.",
    times: { sent: "2026-11-20T09:30:00.000Z" }
  })
  expect(outcome?.draft).toBe(
    "Hello [PERSON_1],\n\nParcels arrive within 3 days.\n\nTell us [[your order number]] and we look it up."
  )
  // One word of nineteen; that the blank is filled is no change.
  expect(outcome?.editDistance).toBeCloseTo(1 / 19)
  const state = await all.panel.until((one) => one.kept.outcomes === 0)
  expect(state.draft?.stale).toBeUndefined()
})

test("a blank that was sent as it stood is not a filled one, and no change either", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.page.send()
  await all.opened()
  await reported(all)
  expect(all.relay.seen.outcomes[0]).toMatchObject({
    kind: "inserted",
    editDistance: 0,
    filledBlanks: 0,
    sent: expect.stringContaining("[your order number]")
  })
})

test("the same reply seen again, by two tabs and another worker, is reported once", async () => {
  const all = await openWorld()
  await sent(all)
  all.openTab(11)
  await Promise.all([all.opened(10), all.opened(11)])
  await reported(all)
  all.revive()
  await all.opened()
  await all.panel.draft("ready")
  await all.ask({ kind: "popup-report" })
  expect(all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes")).toHaveLength(1)
})

test("of several drafts that were put in, the one that was sent is reported, and none of the others later", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Something else was put in first." })
  all.relay.relay.script = (draftId) => ({ events: goodDraft(draftId, ["Parcels arrive within 3 days."]) })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const next = (await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)).draft
  all.page.editor = ""
  await all.ask({ kind: "panel-insert", key: KEY, draftId: next?.id ?? "", text: next?.text ?? "", anyway: true })
  all.page.send()
  await all.opened()
  await reported(all)
  expect(all.relay.seen.outcomes[0]).toMatchObject({ draftId: next?.id, editDistance: 0 })
  all.page.add({
    author: "Tom Baker",
    role: "agent",
    text: "Something else was put in first.",
    at: "2026-11-20T09:40:00.000Z"
  })
  await all.opened()
  await all.panel.until((state) => state.kept.outcomes === 0)
  expect(all.relay.seen.outcomes).toHaveLength(1)
})

test("a colleague's reply is not taken for ours; ours after it is", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Parcels arrive within 3 days." })
  all.page.add({ author: "Maya Lind", role: "agent", text: "We have sent you a voucher for the trouble." })
  await all.opened()
  expect((await all.panel.until((one) => one.draft?.stale !== undefined)).draft?.stale?.author).toBe("Maya Lind")
  expect(all.relay.seen.outcomes).toEqual([])
  all.page.send()
  await all.opened()
  await reported(all)
  expect(all.relay.seen.outcomes[0]?.sent).toBe("Parcels arrive within 3 days.")
})

test("a copied draft counts when its words were sent, and not when others were", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-copied", key: KEY, draftId: id, text })
  all.page.send("I have called you about this.")
  await all.opened()
  await all.panel.until((one) => one.draft?.stale !== undefined)
  all.page.send(text)
  await all.opened()
  await reported(all)
  expect(all.relay.seen.outcomes[0]).toMatchObject({ kind: "copied", editDistance: 0, filledBlanks: 0 })
})

test("a reply sent with the panel closed is reported too", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.panel.close()
  all.page.send()
  await all.opened()
  await reported(all)
})

test("with the relay away for hours the outcome waits, counted, and goes once when it is back", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  await all.panel.until((one) => one.summary?.state === "ready")
  await all.relay.down()
  all.page.send()
  await all.opened()
  await all.panel.until((one) => one.kept.outcomes === 1 && one.relay.state === "offline", "one outcome that waits")
  for (let hour = 0; hour < 5; hour++) {
    all.clock.shift += 3_700_000
    all.worker.fire("alarm", "outbox")
    all.revive()
  }
  expect(all.browser.alarms.get("outbox")).toBeGreaterThan(0)
  await all.relay.up()
  await all.ask({ kind: "panel-refresh" })
  await reported(all)
  await all.panel.until((one) => one.kept.outcomes === 0 && one.relay.state === "online")
})

test("an outcome whose answer was lost comes again under its own id, and is stored once", async () => {
  const all = await openWorld()
  all.relay.relay.loseAnswer = true
  await sent(all)
  await reported(all)
  all.relay.relay.loseAnswer = false
  await soon(async () => {
    all.clock.shift += 120_000
    all.worker.fire("alarm", "outbox")
    expect((await (await all.store()).counts()).outcomes).toBe(0)
  })
  expect(all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes").length).toBeGreaterThan(1)
  expect(all.relay.seen.outcomes).toHaveLength(1)
})

test("a relay that will not have an outcome is offered it again the next day, not at once", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.panel.until((one) => one.summary?.state === "ready")
  const { text, id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.relay.relay.broken = { status: 400, code: "bad-request" }
  all.page.send()
  await all.opened()
  await all.panel.until((one) => one.kept.outcomes === 1)
  await soon(() => expect(all.browser.alarms.get("outbox")).toBeGreaterThan(1400))
  all.clock.shift += 3_600_000
  all.worker.fire("alarm", "outbox")
  expect(all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes")).toHaveLength(1)
})

test("when the customer writes again after our reply, a new draft is made by itself and the old one is kept", async () => {
  const all = await openWorld()
  await sent(all)
  await reported(all)
  const { id } = await all.panel.draft("ready")
  all.page.add({ text: "Thanks. And when does the second parcel come?" })
  await all.opened()
  const next = await all.panel.until((one) => one.draft?.state === "ready" && one.draft.id !== id)
  expect(next.draft?.formers?.map((former) => former.id)).toEqual([id])
  expect(next.draft?.stale).toBeUndefined()
})

test("an outcome that somebody else has told of before: said, and nothing of it waits or is tried again", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.relay.relay.taken = true
  all.page.send(text)
  await all.opened()
  expect(await all.panel.notice("outcome-taken")).toMatchObject({ data: { ticket: "1001" } })
  await all.panel.until((state) => state.kept.outcomes === 0)
  const tries = () => all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes").length
  expect(tries()).toBe(1)
  all.clock.shift += 3 * 24 * 3_600_000
  all.worker.fire("alarm", "outbox")
  await all.ask({ kind: "popup-report" })
  expect(tries()).toBe(1)
})
