import { expect, test } from "vitest"
import type { PanelState } from "../../../src/protocol/panel.ts"
import { KEY, openWorld, world } from "../help/world.ts"
import type { ToneAnswer } from "../../../src/protocol/tone.ts"

const REPLY = "Hello Anna,\n\nplease do NOT call us. You should have read that, Anna Bergmann. It is what it is.\n"
const BLAME = "You should have read that, Anna Bergmann."

/** A world whose relay has a model for tone, which makes its answer from the masked text. */
async function withModel(answer: (text: string) => ToneAnswer) {
  const all = await world()
  all.relay.relay.tone = { name: "tone-a", answer }
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  all.page.editor = REPLY
  const sentTexts = () => all.relay.seen.lookups.map(({ body }) => JSON.parse(body).text as string)
  const look = async () => {
    const before = sentTexts().length
    await all.ask({ kind: "panel-tone", key: KEY })
    const isRead = ({ tone }: PanelState) => tone?.model !== undefined && tone.model.state !== "asking"
    return (await panel.until((state) => sentTexts().length > before && isRead(state))).tone
  }
  return { ...all, panel, look, sentTexts }
}
const placed = (text: string, words: RegExp, kind: ToneAnswer["findings"][number]["kind"]) => {
  const match = words.exec(text)
  return { kind, start: match?.index ?? 0, end: (match?.index ?? 0) + (match?.[0].length ?? 0) }
}
const said = (findings: ToneAnswer["findings"], more: Partial<ToneAnswer> = {}): ToneAnswer => ({
  ...{ findings, model: "tone-a", state: "done", dropped: 0 },
  ...more
})

test("the reply leaves masked, and the model's findings are added at their places, marked as its own", async () => {
  const all = await withModel((text) =>
    said(
      [
        placed(text, /You should have read that, \[PERSON_\d+\]\./, "coldness"),
        placed(text, /NOT/, "coldness"),
        placed(text, /\[PERSON/, "jargon")
      ],
      { dropped: 1 }
    )
  )
  const tone = await all.look()
  expect(all.sentTexts()[0]).toMatch(/^Hello \[PERSON_\d+\],\n\nplease do NOT call us\. You should have read that, \[/)
  expect(JSON.stringify(all.relay.seen.lookups)).not.toMatch(/Anna|Bergmann/)
  const found = tone?.findings.map(({ kind, quote, model }) => [kind, quote, model])
  // What a rule found about the same words stays the rule's, and half a placeholder stands nowhere.
  expect(found).toContainEqual(["shouting", "NOT", undefined])
  expect(found).toContainEqual(["coldness", BLAME, "tone-a"])
  expect(tone?.findings.filter(({ model }) => model !== undefined)).toHaveLength(1)
  expect(tone?.findings.find(({ model }) => model)?.start).toBe(REPLY.indexOf(BLAME))
  expect(tone?.model).toEqual({ name: "tone-a", state: "done", dropped: 2 })
  const saw = await all.ask({ kind: "panel-inspect", key: KEY })
  expect(saw).toMatchObject({
    saw: { requests: expect.arrayContaining([expect.objectContaining({ path: "/v1/tone" })]) }
  })
})

test("a finding of the model stays while its words do, and is decided on like one of the rules", async () => {
  const all = await withModel((text) => said([placed(text, /It is what it is\./, "coldness")]))
  await all.look()
  const asked = all.sentTexts().length
  all.page.editor = `Dear ${REPLY}`
  await all.tell({ kind: "reply-paused", ticketId: "1001" })
  const moved = await all.panel.until(({ tone }) => tone?.text.startsWith("Dear") === true)
  const one = moved.tone?.findings.find(({ model }) => model !== undefined)
  expect(one).toMatchObject({ quote: "It is what it is.", start: all.page.editor.indexOf("It is what it is.") })
  // A pause asks nobody outside this browser.
  expect(all.sentTexts()).toHaveLength(asked)
  const { start = 0, quote = "" } = one ?? {}
  expect(await all.ask({ kind: "panel-tone-decide", key: KEY, start, quote, decision: "fine-here" })).toEqual({
    ok: true
  })
  await all.panel.until(({ tone }) => tone?.findings.every(({ model }) => model === undefined) === true)
  const again = await all.look()
  expect(again?.findings.some(({ model }) => model !== undefined)).toBe(false)
  await all.panel.until(() => all.relay.seen.tone.length > 0)
  expect(all.relay.seen.tone[0]).toMatchObject({ rule: "coldness", decision: "fine-here" })
})

test.each(["late", "malformed"] as const)(
  "where the model is %s, the rules' findings stay and the state says so",
  async (state) => {
    const all = await withModel(() => said([], { state }))
    const tone = await all.look()
    expect(tone?.findings.map(({ quote }) => quote)).toContain("NOT")
    expect(tone?.model).toEqual({ name: "tone-a", state, dropped: 0 })
  }
)

test("a letter that was inserted is read once, without a press", async () => {
  const all = await withModel((text) => said([placed(text, /within 3 days/, "jargon")]))
  const draft = await all.panel.draft("ready")
  all.page.editor = ""
  const text = "Parcels arrive within 3 days."
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: draft.id, text, anyway: true })).toEqual({ ok: true })
  const { tone } = await all.panel.until((state) => state.tone?.model?.state === "done")
  expect(tone?.findings).toContainEqual(expect.objectContaining({ quote: "within 3 days", model: "tone-a" }))
  expect(all.sentTexts()).toHaveLength(1)
})

test("without a model for tone nothing is sent", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.editor = REPLY
  await all.ask({ kind: "panel-tone", key: KEY })
  const { tone } = await all.panel.until((shown) => shown.tone?.state === "found")
  expect(tone?.model).toBeUndefined()
  expect(all.relay.seen.lookups).toEqual([])
})
