import { expect, test } from "vitest"
import type { Answer } from "../../src/ticket/draft.ts"
import { goodDraft } from "./help/relay-script.ts"
import { KEY, openWorld } from "./help/world.ts"

type Open = Awaited<ReturnType<typeof openWorld>>
const edited = async (all: Open, text: string) => {
  const { id } = await all.panel.draft("ready")
  expect(await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text })).toEqual({ ok: true })
  return id
}

test("Regenerate keeps the edited letter among the earlier ones, also over the worker's death, and it can be brought back", async () => {
  const all = await openWorld()
  const id = await edited(all, "All my own words.")
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "shorter" })
  const next = await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)
  expect(next.draft?.formers).toMatchObject([{ id, text: "All my own words.", edited: true }])
  all.panel.states.length = 0
  all.revive()
  await all.opened()
  // It may have died before the new one was kept, which is then taken up again: none is brought back while that is
  // written.
  await all.panel.until(
    (state) => state.draft?.formers?.[0]?.text === "All my own words." && state.draft.state === "ready"
  )
  await all.ask({ kind: "panel-former", key: KEY, draftId: id })
  const back = await all.panel.until((state) => state.draft?.id === id)
  expect(back.draft).toMatchObject({ text: "All my own words.", edited: true, formers: [{ id: next.draft?.id }] })
})

test("an edit that arrives after its draft was replaced is kept with it", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)
  await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text: "Typed a moment too late." })
  await all.panel.until((state) => state.draft?.formers?.[0]?.text === "Typed a moment too late.")
})

test("a Regenerate that fails leaves the edited letter where it was, or one press away", async () => {
  const all = await openWorld()
  const id = await edited(all, "All my own words.")
  all.page.problem["ticket-read"] = { code: "logged-out" }
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect(
    (await all.panel.until((state) => state.notice?.code === "logged-out" && state.draft?.state === "ready")).draft
  ).toMatchObject({ id, text: "All my own words." })
  delete all.page.problem["ticket-read"]
  all.relay.relay.script = () => ({
    events: [{ type: "draft-error", code: "model-silent", message: "", retryable: true }]
  })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect((await all.panel.draft("failed")).formers).toMatchObject([{ id, text: "All my own words." }])
})

test("a sentence that stands as it was keeps its claim, one that was changed has none, and a kept one stays kept", async () => {
  const all = await openWorld()
  const first = await all.panel.draft("ready")
  const supported = first.claims[1]
  await all.ask({ kind: "panel-keep", key: KEY, draftId: first.id, start: first.claims[2]?.start ?? -1 })
  expect((await all.panel.until((state) => state.draft?.kept.length === 1)).draft?.kept).toEqual([
    first.claims[2]?.start
  ])
  const text = `Dear Anna,\n\nParcels arrive within 3 days. Mine too.\n\nTell us [[your order number]] and we look it up.`
  await edited(all, text)
  const { draft } = await all.panel.until((state) => state.draft?.edited === true)
  expect(draft?.claims.map((claim) => [text.slice(claim.start, claim.end), claim.state])).toEqual([
    ["Parcels arrive within 3 days.", supported?.state],
    ["Tell us [[your order number]] and we look it up.", "no-source"]
  ])
  expect(draft?.kept).toEqual([text.indexOf("Tell us")])
})

test("typing the draft's own words again is no edit any more", async () => {
  const all = await openWorld()
  const { text } = await all.panel.draft("ready")
  await edited(all, "Other.")
  await edited(all, text)
  expect((await all.panel.until((state) => state.draft?.edited === false)).draft?.claims).toHaveLength(3)
})

test("while a draft is written nothing can be typed into it", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 20 })
  void all.ask({ kind: "panel-regenerate", key: KEY })
  const writing = await all.panel.draft("writing")
  expect(await all.ask({ kind: "panel-edit", key: KEY, draftId: writing.id, text: "Mine." })).toMatchObject({
    ok: false,
    code: "not-ready"
  })
  all.relay.release()
  expect((await all.panel.draft("ready")).text).toContain("Hello Anna")
})

const ADDED = "[PERSON_1] may track the parcel."
const answer: Answer = {
  tier: "sure",
  chance: 0.8,
  suggestions: [{ source: 1, text: ADDED, at: 1, after: "Parcels arrive within 3 days." }],
  openCases: [
    {
      differ: true,
      ways: [
        { source: 1, text: "Parcels arrive within 3 days.", at: 0 },
        { source: 1, text: "Parcels arrive within 5 days.", at: 4 }
      ]
    }
  ]
}

async function worldWith(given: Answer) {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.script = (id) => ({
    events: goodDraft(id).map((event) => (event.type === "draft-end" ? { ...event, answer: given } : event))
  })
  const { draft: before } = await all.panel.until((state) => state.draft?.state === "ready")
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const { draft } = await all.panel.until(
    (state) => state.draft?.state === "ready" && state.draft.id !== before?.id && state.draft.answer !== undefined
  )
  if (!draft?.answer) throw new Error("There is no answer.")
  return { all, draft, shown: draft.answer }
}

test("a suggested sentence is shown restored, and keeps its source once it is in the draft, also over the worker's death", async () => {
  const { all, draft, shown } = await worldWith(answer)
  expect(shown.suggestions).toMatchObject([{ text: "Anna Bergmann may track the parcel." }])
  const text = draft.text.replace(
    "Parcels arrive within 3 days.",
    "Parcels arrive within 5 days. Anna Bergmann may track the parcel."
  )
  await all.ask({ kind: "panel-edit", key: KEY, draftId: draft.id, text })
  const claimsOf = (one: typeof draft | undefined) =>
    one?.claims.flatMap(({ start, end, state, sources }) =>
      state === "supported" ? [[text.slice(start, end), sources]] : []
    )
  const expected = [
    ["Parcels arrive within 5 days.", [1]],
    ["Anna Bergmann may track the parcel.", [1]]
  ]
  const edited = await all.panel.until((state) => state.draft?.edited === true)
  expect(claimsOf(edited.draft)).toEqual(expected)
  all.panel.states.length = 0
  all.revive()
  await all.opened()
  const revived = await all.panel.until((state) => state.draft?.text === text)
  expect(claimsOf(revived.draft)).toEqual(expected)
})

test("a sentence that the agent changed a little is their own and has no source", async () => {
  const { all, draft } = await worldWith(answer)
  const text = `${draft.text}\n\nAnna may always track the parcel.`
  await all.ask({ kind: "panel-edit", key: KEY, draftId: draft.id, text })
  const { draft: edited } = await all.panel.until((state) => state.draft?.edited === true)
  expect(edited?.claims.map(({ start }) => start)).not.toContain(text.indexOf("Anna may always"))
})
