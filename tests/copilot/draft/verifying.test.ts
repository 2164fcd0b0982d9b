import { expect, test } from "vitest"
import type { RelayEvent } from "../../../src/protocol/relay.ts"
import { CHECK_WAIT_MS } from "../../../src/copilot/reply/insert-draft.ts"
import { soon } from "../../soon.ts"
import { CONFIRMED, DENIED, endOf, MODEL, RULED, verifiedBy, WRITING, WRITTEN } from "../help/verified-script.ts"
import { KEY, world } from "../help/world.ts"

const SHOWN = WRITTEN.replaceAll("[PERSON_1]", "Anna Bergmann")
const EDITED = `${SHOWN}\n\nBest wishes\nTom`

/** A letter that is whole. What follows waits until the relay is released. */
async function written(rest: (id: string) => RelayEvent[], then?: "cut" | "hold") {
  const all = await world(30_000)
  all.relay.relay.script = (id) => ({
    events: [...WRITING, ...rest(id)],
    pauseAfter: WRITING.length,
    ...(then && { then })
  })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  const { draft } = await panel.until((state) => state.draft?.checking === true, "a letter that is verified")
  if (!draft) throw new Error("There is no draft.")
  const insert = (text = draft.text) => all.ask({ kind: "panel-insert", key: KEY, draftId: draft.id, text })
  const ended = () => panel.until(({ draft: now }) => now?.state === "ready" && !now.checking, "the draft's end")
  return {
    ...all,
    get worker() {
      return all.worker
    },
    panel,
    draft,
    insert,
    ended
  }
}

test("a whole letter is ready with its guard findings, and what the verifier says replaces what the rules said", async () => {
  const { draft, relay, panel, ended } = await written((id) => verifiedBy(id, CONFIRMED))
  expect(draft).toMatchObject({ state: "ready", text: SHOWN, guard: [], model: "" })
  expect(draft.claims.map(({ state }) => state)).toEqual(["courtesy", "supported", "no-source"])
  relay.release()
  const { draft: now } = await ended()
  expect(now).toMatchObject({ text: SHOWN, model: MODEL, verification: { state: "done", confirmed: 2 } })
  expect(now?.claims[2]).toMatchObject({ state: "supported", cleared: "words" })
  expect(panel.states.some((state) => state.draft?.state === "ready" && !state.draft.guard)).toBe(false)
})

test("a verdict's texts are restored like the draft", async () => {
  const { relay, ended } = await written((id) => verifiedBy(id, [DENIED]))
  relay.release()
  expect((await ended()).draft?.claims[2]?.verdict).toEqual({
    kind: "contradicted",
    evidence: [{ source: 0, text: "Anna Bergmann wants no search." }],
    why: "Anna Bergmann asked not to"
  })
})

test("what the agent writes meanwhile stays, and so do the verdicts on the other sentences", async () => {
  const all = await written((id) => verifiedBy(id, CONFIRMED))
  const edited = SHOWN.replace("We look into it, Anna Bergmann.", "I look into it myself.")
  expect(await all.ask({ kind: "panel-edit", key: KEY, draftId: all.draft.id, text: edited })).toEqual({ ok: true })
  all.relay.release()
  const { draft } = await all.ended()
  expect(draft).toMatchObject({ text: edited, edited: true, model: MODEL, verification: { confirmed: 2 } })
  expect(draft?.claims.map(({ state, verdict }) => [state, verdict?.kind])).toEqual([
    ["courtesy", undefined],
    ["supported", "supported"]
  ])
})

test("words of the guard that the agent keeps meanwhile stay kept at the end", async () => {
  const link = `${WRITTEN}\n\nSee https://parcels.example.top/label.`
  const all = await world(30_000)
  const events: RelayEvent[] = [...WRITING.slice(0, -1), { type: "draft-written", text: link }]
  all.relay.relay.script = (id) => ({ events: [...events, endOf(id, RULED, link)], pauseAfter: events.length })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  const { draft } = await panel.until((state) => state.draft?.checking === true)
  const words = draft?.guard?.[0]?.words ?? ""
  expect(words).toContain("parcels.example.top")
  await all.ask({ kind: "panel-keep-mark", key: KEY, draftId: draft?.id ?? "", words })
  all.relay.release()
  const ended = await panel.until((state) => state.draft?.state === "ready" && !state.draft.checking)
  expect(ended.draft?.guard).toMatchObject([{ words, kept: true }])
})

test("Insert waits for the verifier's word, and says that it does", async () => {
  const { insert, panel, relay, page } = await written((id) => verifiedBy(id, CONFIRMED))
  const inserted = insert()
  await panel.until((state) => state.draft?.insertWaits === true)
  expect(page.editor).toBe("")
  relay.release()
  expect(await inserted).toEqual({ ok: true })
  expect(page.editor).toBe(SHOWN)
  await panel.notice("inserted")
})

test("after three seconds Insert goes through, unverified, and the draft's end is stored all the same", async () => {
  const all = await written((id) => verifiedBy(id, CONFIRMED))
  expect(await all.insert()).toEqual({ ok: true })
  expect(all.page.editor).toBe(SHOWN)
  await all.panel.notice("inserted-unchecked")
  all.relay.release()
  expect((await all.ended()).draft).toMatchObject({ inserted: true, model: MODEL, verification: { state: "done" } })
  expect(await (await all.store()).drafts.get(all.draft.id)).toMatchObject({ model: MODEL, pipelineVersion: "p1" })
  all.page.send()
  await all.opened()
  await soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))
  expect(all.relay.seen.outcomes[0]).toMatchObject({ draftId: all.draft.id, model: MODEL, editDistance: 0 })
})

test("a reply that is sent before the draft's end is reported", async () => {
  const all = await written((id) => verifiedBy(id, CONFIRMED))
  await all.insert()
  all.page.send()
  await all.opened()
  // The draft is still verified: its end is what the ticket waits for.
  all.relay.release()
  await all.ended()
  await all.opened()
  await soon(() => expect(all.relay.seen.outcomes).toHaveLength(1))
  expect(all.relay.seen.outcomes[0]).toMatchObject({ draftId: all.draft.id, kind: "inserted" })
})

test("a sentence that is denied meanwhile makes Insert wait for the agent, at once", async () => {
  const all = await written((id) => [{ type: "check", claim: DENIED }, ...verifiedBy(id, [DENIED])])
  all.clock.longest = CHECK_WAIT_MS
  const inserted = all.insert()
  await all.panel.until((state) => state.draft?.insertWaits === true)
  all.relay.release()
  expect(await inserted).toEqual({ ok: false, code: "guard-open" })
  expect(all.page.editor).toBe("")
})

test("what the agent types while Insert waits goes in", async () => {
  const all = await written((id) => verifiedBy(id, CONFIRMED))
  all.clock.longest = CHECK_WAIT_MS
  const inserted = all.insert()
  await all.panel.until((state) => state.draft?.insertWaits === true)
  await all.ask({ kind: "panel-edit", key: KEY, draftId: all.draft.id, text: EDITED })
  await all.ask({ kind: "panel-insert-now", key: KEY })
  expect(await inserted).toEqual({ ok: true })
  expect(all.page.editor).toBe(EDITED)
})

test("Insert of a draft that is replaced while it waits puts in nothing", async () => {
  const all = await written(() => [{ type: "heartbeat" }], "hold")
  all.clock.longest = CHECK_WAIT_MS
  const inserted = all.insert()
  await all.panel.until((state) => state.draft?.insertWaits === true)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect(await inserted).toMatchObject({ ok: false })
  expect(all.page.editor).toBe("")
})

test("a stream that breaks off before the verifier's word leaves a letter that can be used", async () => {
  const { panel, insert, page, ended } = await written(() => [{ type: "heartbeat" }], "cut").then((all) => {
    all.relay.release()
    return all
  })
  const { draft, notice } = await ended()
  expect(draft).toMatchObject({ state: "ready", text: SHOWN, unverified: true, guard: [] })
  expect(notice).toBeUndefined()
  expect(await insert()).toEqual({ ok: true })
  expect(page.editor).toBe(SHOWN)
  await panel.notice("inserted-unchecked")
})

test("a worker that dies while the letter is verified is replaced by one that goes on", async () => {
  const all = await written((id) => verifiedBy(id, CONFIRMED))
  await all.ask({ kind: "panel-edit", key: KEY, draftId: all.draft.id, text: EDITED })
  await soon(async () => expect((await (await all.store()).drafts.get(all.draft.id))?.edited).toBe(EDITED))
  all.panel.states.length = 0
  all.revive()
  await all.panel.until((state) => state.draft?.checking === true)
  await soon(() => expect(all.relay.held).toBe(2))
  all.relay.release()
  expect((await all.ended()).draft).toMatchObject({ text: EDITED, model: MODEL, verification: { confirmed: 2 } })
  expect(new Set(all.relay.seen.drafts.map(({ id }) => id))).toEqual(new Set([all.draft.id]))
  // What was shown was never less than the whole letter with all its claims.
  for (const { draft } of all.panel.states) if (draft) expect([draft.text, draft.claims.length]).toEqual([EDITED, 3])
})

test("a ticket that is left while its prepared letter is verified keeps the letter", async () => {
  const all = await written((id) => verifiedBy(id, CONFIRMED))
  await all.tell({ kind: "ticket-left" })
  all.relay.release()
  await soon(async () => expect((await (await all.store()).drafts.get(all.draft.id))?.model).toBe(MODEL))
  expect(await (await all.store()).drafts.get(all.draft.id)).toMatchObject({ state: "ready", masked: WRITTEN })
})

test("of a letter that was written a second time, the claims of the sentences stay that are still there", async () => {
  const all = await world(30_000)
  const again = WRITTEN.replace("We look into it, [PERSON_1].", "Then it is yours.")
  const events: RelayEvent[] = [...WRITING.slice(0, -1), { type: "draft-written", text: again }]
  all.relay.relay.script = () => ({ events, then: "hold" })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  const { draft } = await panel.until((state) => state.draft?.checking === true)
  expect(draft?.text).toBe(again.replaceAll("[PERSON_1]", "Anna Bergmann"))
  expect(draft?.claims.map(({ state }) => state)).toEqual(["courtesy", "supported"])
})

test("the sentences that the verifier names are shown next to the sentence, instead of similar ones", async () => {
  const all = await written((id) => verifiedBy(id, [DENIED]))
  all.relay.release()
  await all.ended()
  const answer = await all.ask({ kind: "panel-evidence", key: KEY, draftId: all.draft.id, text: SHOWN })
  const pairs = answer.ok ? (answer.evidence ?? []) : []
  const sourcesOf = (text: string) => pairs.find((pair) => pair.text === text)?.sources
  expect(sourcesOf("We look into it, Anna Bergmann.")).toMatchObject([{ n: 0, text: "Anna Bergmann wants no search." }])
  expect(sourcesOf("Parcels arrive within 3 days.")).toMatchObject([{ n: 1, differences: [] }])
})
