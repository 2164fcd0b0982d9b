import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { KEY, openWorld } from "./help/world.ts"

const reports = (all: Pick<Awaited<ReturnType<typeof openWorld>>, "relay">) =>
  all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes").length

/** A draft was inserted and sent with an address that the team kept then, and keeps no more when the relay looks. */
async function refused(extra = "Write to help@lumen.example.") {
  const all = await openWorld()
  all.relay.relay.rules = {
    version: 1,
    mode: "strict",
    keep: ["help@lumen.example"],
    names: [],
    agentsMayAdd: false,
    words: [],
    proposed: [],
    by: null,
    at: null
  }
  await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await all.ask({ kind: "panel-refresh" })
  const { id, text } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  all.relay.relay.refuses = /help@lumen/
  all.relay.relay.rules = { ...all.relay.relay.rules, version: 2, keep: [] }
  all.page.send(`${text}\n\n${extra}`)
  await all.opened()
  const state = await all.panel.until((one) => one.kept.refused !== undefined, "an outcome that was refused")
  return { ...all, id, state }
}

test("an outcome that the relay finds unmasked waits for a person, visible, and is not offered again by itself", async () => {
  const all = await refused()
  expect(all.state.kept).toMatchObject({
    outcomes: 1,
    refused: [{ helpdesk: "sample", ticketId: "1001", kinds: ["email"] }]
  })
  const before = reports(all)
  all.clock.shift += 3 * 24 * 3_600_000
  all.worker.fire("alarm", "outbox")
  await all.ask({ kind: "popup-report" })
  all.revive()
  await all.panel.until((one) => one.kept.refused !== undefined)
  expect(reports(all)).toBe(before)
  expect(all.relay.seen.outcomes).toEqual([])
})

test("masked anew it is sent under the same id, with the ticket's own placeholders, and nothing waits any more", async () => {
  const all = await refused("Write to help@lumen.example, Anna.")
  const [item] = all.state.kept.refused ?? []
  const store = await all.store()
  const [kept] = await store.outbox.refused()
  expect(await all.ask({ kind: "popup-outcome", id: item?.id ?? "", what: "mask" })).toEqual({ ok: true })
  await soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))
  const [told] = all.relay.seen.outcomes
  expect(told?.outcomeId).toBe(kept?.outcome.outcomeId)
  expect(told?.sent).toMatch(/Write to \[EMAIL_\d+\], \[PERSON_\d+\]\.$/)
  expect(told).toMatchObject({ revision: 1, kind: "inserted", draft: kept?.outcome.draft, draftId: all.id })
  expect(told?.sent?.startsWith("Hello [PERSON_1],")).toBe(true)
  await all.panel.until((one) => one.kept.outcomes === 0 && one.kept.refused === undefined)
  const table = await store.tables.get(KEY)
  expect(table?.entries.filter(({ value }) => value === "help@lumen.example")).toHaveLength(1)
  expect(table?.entries.filter(({ type, value }) => type === "LIT" && /^\[[A-Z]+_\d+\]$/.test(value))).toEqual([])
  expect(await all.ask({ kind: "popup-outcome", id: item?.id ?? "", what: "mask" })).toEqual({
    ok: false,
    code: "no-outcome"
  })
})

test("what is refused again waits again; what can't be masked stays; discarded it is gone", async () => {
  const all = await refused()
  const [item] = all.state.kept.refused ?? []
  const id = item?.id ?? ""
  all.relay.relay.refuses = /EMAIL/
  const before = reports(all)
  expect(await all.ask({ kind: "popup-outcome", id, what: "mask" })).toEqual({ ok: true })
  await soon(() => expect(reports(all)).toBe(before + 1))
  await soon(async () => expect(await (await all.store()).outbox.refused()).toHaveLength(1))
  all.masker.now = {
    ...all.local,
    texts: () => Promise.reject(Object.assign(new Error("stopped"), { code: "mask-timeout" }))
  }
  expect(await all.ask({ kind: "popup-outcome", id, what: "mask" })).toEqual({ ok: false, code: "outcome-not-masked" })
  expect(await (await all.store()).outbox.refused()).toHaveLength(1)
  expect(await all.ask({ kind: "popup-outcome", id, what: "discard" })).toEqual({ ok: true })
  await all.panel.until((one) => one.kept.outcomes === 0 && one.kept.refused === undefined)
  expect(all.relay.seen.outcomes).toEqual([])
})

test("a refused outcome goes with its ticket when that is erased", async () => {
  const all = await refused()
  expect(await all.ask({ kind: "panel-erase", key: KEY })).toEqual({ ok: true })
  await all.panel.until((one) => one.kept.outcomes === 0 && one.kept.refused === undefined)
})

test("a draft that is refused says what was found, once, and its summary isn't asked for again with the same body", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  all.relay.relay.refuses = /kettle/
  all.page.add({ text: "And my kettle?" })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect(await all.panel.notice("unmasked-data")).toEqual({
    code: "unmasked-data",
    data: { kinds: "email", request: "r1" }
  })
  expect((await all.panel.until((state) => state.draft?.state === "failed")).draft?.text).toBe("")
  // The summary is asked for beside the draft, and on a busy machine after its end.
  const summaries = () => all.relay.seen.calls.filter((call) => call === "POST /v1/summaries").length
  await soon(() => expect(summaries()).toBe(2))
  const calls = all.relay.seen.calls.length
  await all.opened()
  await all.ask({ kind: "panel-refresh" })
  expect(all.relay.seen.calls.slice(calls).filter((call) => call.startsWith("POST"))).toEqual([])
})
