import { expect, test } from "vitest"
import type { RelayEvent } from "../../src/protocol/relay.ts"
import { soon } from "../soon.ts"
import { goodDraft, SENTENCES } from "./help/relay-script.ts"
import { KEY, openWorld, world } from "./help/world.ts"

const HELLO_AND_ONE = "Hello Anna Bergmann,\n\nParcels arrive within 3 days."
/** The draft without its end, broken off in the last sentence. */
const half = (id: string) => goodDraft(id).slice(0, -4)
const deltas = (...texts: string[]): RelayEvent[] => texts.map((text) => ({ type: "draft-delta", text }))

/** Paired, nothing opened yet: the script is set first. */
async function scripted(script: Awaited<ReturnType<typeof world>>["relay"]["relay"]["script"]) {
  const all = await world()
  all.relay.relay.script = script
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  return { ...all, panel }
}

test("Stop ends the stream at the relay and keeps the finished sentences; Insert works on them", async () => {
  const { panel, ask, page, relay } = await scripted((id) => ({ events: half(id), then: "hold" }))
  const writing = await panel.until((state) => state.draft?.state === "writing" && state.draft.text.includes("3 days."))
  await ask({ kind: "panel-stop", key: KEY, draftId: writing.draft?.id ?? "" })
  const stopped = await panel.draft("stopped")
  expect(stopped.text).toBe(HELLO_AND_ONE)
  expect(stopped.claims).toHaveLength(2)
  await soon(() => expect(relay.seen.closed).toBe(1))
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: stopped.id, text: stopped.text })).toEqual({ ok: true })
  expect(page.editor).toBe(HELLO_AND_ONE)
})

test("a relay that goes in mid-stream leaves the finished sentences, drops the half one, and that is said", async () => {
  const { panel, revive } = await scripted((id) => ({ events: half(id), then: "cut" }))
  const stopped = await panel.draft("stopped")
  expect(stopped.text).toBe(HELLO_AND_ONE)
  await panel.notice("relay-stopped")
  panel.states.length = 0
  revive()
  expect((await panel.draft("stopped")).text).toBe(HELLO_AND_ONE)
  await panel.notice("relay-stopped")
})

test("a draft that waits for a busy model shows its place, until its first text", async () => {
  const place = (at: number) => ({ type: "draft-waiting", model: "big-model", place: at }) as const
  const { panel, relay } = await scripted((id) => ({ events: [place(2), place(1), ...goodDraft(id)], pauseAfter: 2 }))
  await panel.until((state) => state.draft?.waiting?.place === 1)
  relay.release()
  expect((await panel.draft("ready")).waiting).toBeUndefined()
})

test("a relay that falls silent is given up, and what was finished is kept", async () => {
  const { panel } = await scripted((id) => ({ events: half(id), then: "hold" }))
  expect((await panel.draft("stopped")).text).toBe(HELLO_AND_ONE)
  await panel.notice("relay-stopped")
})

test.each([
  ["model-unreachable", "model-failed"],
  ["model-bad-answer", "model-failed"],
  ["model-cut", "model-cut"],
  ["model-silent", "model-silent"],
  ["model-empty", "model-empty"],
  ["model-away", "model-away"],
  ["disk-full", "disk-full"],
  ["database-down", "database-down"],
  ["something-new", "relay-error"]
])("the relay says %s: the bar says %s, and Regenerate makes a draft", async (code, notice) => {
  const { panel, ask, relay } = await scripted(() => ({
    events: [{ type: "draft-error", code, message: "It broke.", retryable: true }]
  }))
  expect(await panel.draft("failed")).toMatchObject({ text: "", claims: [] })
  await panel.notice(notice)
  relay.relay.script = (id) => ({ events: goodDraft(id) })
  await ask({ kind: "panel-regenerate", key: KEY })
  expect((await panel.draft("ready")).text).toContain("Hello Anna")
  expect((await panel.until((state) => state.draft?.state === "ready")).notice).toBeUndefined()
})

test.each([
  [503, "database-down", "database-down"],
  [429, "too-many-requests", "relay-busy"],
  [503, "shutting-down", "relay-busy"],
  [429, "budget-prepared", "budget-prepared"],
  [429, "model-queue-full", "model-queue-full"],
  [507, "disk-full", "disk-full"],
  [500, "internal", "relay-error"]
])("the relay answers %i %s before anything is written", async (status, code, notice) => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  all.relay.relay.broken = { status, code }
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const failed = await all.panel.draft("failed")
  expect(failed.formers?.map((former) => former.id)).toEqual([id])
  await all.panel.notice(notice)
})

test("a model that broke off in mid-sentence leaves its finished ones", async () => {
  const { panel } = await scripted((id) => ({
    events: [...half(id), { type: "draft-error", code: "model-cut", message: "It broke.", retryable: true }]
  }))
  expect((await panel.draft("stopped")).text).toBe(HELLO_AND_ONE)
  await panel.notice("model-cut")
})

test("no relay at all: it is said, and when the relay is back the draft comes by itself, under the same id", async () => {
  const all = await world()
  await all.pair()
  await all.relay.down()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  const { id } = await panel.draft("failed")
  await panel.notice("relay-unreachable")
  await all.relay.up()
  expect(await panel.draft("ready")).toMatchObject({ id })
  expect(all.relay.seen.drafts.map((draft) => draft.id)).toEqual([id])
})

test("a relay without its database: it is said, and when the database is back the draft comes by itself, under the same id", async () => {
  const all = await world()
  await all.pair()
  all.relay.relay.script = () => ({
    events: [{ type: "draft-error", code: "database-down", message: "Away.", retryable: true }]
  })
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  const { id } = await panel.draft("failed")
  await panel.notice("database-down")
  all.relay.relay.script = (again) => ({ events: goodDraft(again) })
  expect(await panel.draft("ready")).toMatchObject({ id })
  expect(all.relay.seen.drafts.map((draft) => draft.id)).toEqual([id, id])
})

test("a refusal is shown with what was searched, and can't be inserted", async () => {
  const { panel, ask } = await scripted((id) => ({
    events: [
      { type: "sources", sources: [] },
      {
        type: "draft-end",
        draftId: id,
        text: "",
        claims: [],
        questions: [],
        refusal: { reason: "no-answer", searched: ["parcel", "[PERSON_1]"], documents: 60, nearest: [] },
        model: "offline",
        pipelineVersion: "p1",
        language: "en",
        ms: { first: 1, total: 1 }
      }
    ]
  }))
  const refused = await panel.draft("refused")
  expect(refused.refusal).toEqual({
    reason: "no-answer",
    searched: ["parcel", "Anna Bergmann"],
    documents: 60,
    nearest: []
  })
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: refused.id, text: "Hello" })).toMatchObject({
    ok: false,
    code: "not-ready"
  })
})

test("who wrote in another's place is told with the reason; with the budget used up and nobody left, that is said", async () => {
  const instead = (id: string, code: string): RelayEvent[] =>
    goodDraft(id).map((event) =>
      event.type === "draft-end" ? { ...event, instead: { of: "big-model", code } } : event
    )
  for (const [code, why] of [
    ["budget-cost", "budget"],
    ["model-busy", "failed"]
  ]) {
    const { panel } = await scripted((id) => ({ events: instead(id, code ?? "") }))
    expect(await panel.draft("ready")).toMatchObject({ offline: true, instead: { of: "big-model", why } })
  }
  const { panel } = await scripted(() => ({
    events: [{ type: "draft-error", code: "budget-cost", message: "Used up.", retryable: false }]
  }))
  await panel.draft("failed")
  await panel.notice("budget-cost")
})

test("events of a newer relay and broken lines are passed over", async () => {
  const newer = { type: "confetti", text: "x" } as unknown as RelayEvent
  const { panel } = await scripted((id) => ({ events: [newer, ...goodDraft(id)] }))
  expect((await panel.draft("ready")).text).toContain(SENTENCES[0])
})

test("a placeholder cut at any point, and one the model made up, never show", async () => {
  const { panel } = await scripted((id) => ({
    events: [
      ...deltas("Hello [PER", "SON_", "1], write to [EMAI", "L_9] or call. ", "x".repeat(40)),
      {
        type: "draft-end",
        draftId: id,
        text: `Hello [PERSON_1], write to [EMAIL_9] or call. ${"x".repeat(40)}`,
        claims: [],
        questions: [],
        model: "m",
        pipelineVersion: "p",
        language: "en",
        ms: { first: 1, total: 1 }
      }
    ]
  }))
  const ready = await panel.draft("ready")
  expect(ready.text).toBe(`Hello Anna Bergmann, write to [[e-mail address]] or call. ${"x".repeat(40)}`)
  expect(ready.offline).toBe(false)
  for (const state of panel.states) expect(state.draft?.text ?? "").not.toMatch(/PERSON|EMAI|_\d/)
})

test("a letter that the agent begins on a refusal goes in, and stays one press away behind the next draft", async () => {
  const { panel, ask } = await scripted((draftId) => ({
    events: [
      {
        type: "draft-end",
        draftId,
        text: "",
        claims: [],
        questions: [],
        refusal: { reason: "no-answer", searched: [], documents: 60, nearest: [] },
        answer: {
          tier: "nothing",
          suggestions: [],
          frame: { opening: "Hello [PERSON_1],\n\n", closing: "\n\nKind regards" },
          askBack: "Could you tell us more, [PERSON_1]?"
        },
        model: "offline",
        pipelineVersion: "p1",
        language: "en",
        ms: { first: 5, total: 20 }
      }
    ]
  }))
  const { id, answer } = await panel.draft("refused")
  expect(answer).toMatchObject({
    frame: { opening: "Hello Anna Bergmann,\n\n" },
    askBack: "Could you tell us more, Anna Bergmann?"
  })
  const text = `${answer?.frame?.opening}We don't lend lamps.${answer?.frame?.closing}`
  expect(await ask({ kind: "panel-insert", key: KEY, draftId: id, text })).toEqual({ ok: true })
  await ask({ kind: "panel-regenerate", key: KEY })
  await panel.until(({ draft }) => draft?.id !== id && draft?.formers?.[0]?.text === text)
})
