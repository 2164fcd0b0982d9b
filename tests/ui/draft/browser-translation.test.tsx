import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, onTestFinished, test, vi } from "vitest"
import { runTranslationJob } from "../../../src/checks/translation/compare-translation.ts"
import type { CommandAnswer } from "../../../src/protocol/panel.ts"
import type { TextToTranslate } from "../../../src/protocol/search.ts"
import { openPlace, panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"
import { translatorDouble } from "./translator-double.ts"

const showPanel = panelAt("more")

afterEach(cleanup)
const card = (name: string) => within(screen.getByRole("region", { name }))
const before = states.ready().draft?.text ?? ""
const withoutModel = (model: string | null = null) => {
  const state = states.ready()
  return { ...state, relay: { ...state.relay, model } }
}
const part = (more: Partial<TextToTranslate>): TextToTranslate => ({
  id: "",
  author: "",
  role: "agent",
  at: "",
  before,
  masked: "Hello [PERSON_1],\n\nIt takes 3 days.",
  language: "en",
  ...more
})
/** The background's own comparison, as the hidden page makes it. */
const compared = (masked: string, after: string): CommandAnswer => ({
  ok: true,
  compared: runTranslationJob({ kind: "translation", into: "de", texts: [{ before: masked, after }] }).map(
    ({ rows = [] }) => ({ text: after.replace("[PERSON_1]", "Anna"), rows })
  )
})
const translateDraft = () =>
  fireEvent.change(screen.getByRole("combobox", { name: "Translate the draft into …" }), { target: { value: "to-de" } })

test("without the browser's translator nothing offers to translate, and with a model it isn't used", () => {
  showPanel(withoutModel())
  expect(screen.queryByRole("region", { name: "Thread in another language" })).toBeNull()
  expect(screen.queryByRole("combobox", { name: "Translate the draft into …" })).toBeNull()
  cleanup()
  translatorDouble({})
  const background = showPanel(withoutModel("model-a"))
  translateDraft()
  expect(background.of("panel-rewrite")).toHaveLength(1)
  expect(background.of("panel-texts")).toEqual([])
})

test("the browser translates masked lines, both sides are compared, and it goes in at a press only", async () => {
  const translator = translatorDouble({
    "Hello [PERSON_1],": "Hallo [PERSON_1],",
    "It takes 3 days.": "Es dauert 3 Tage."
  })
  const text = part({})
  const background = showPanel(withoutModel(), {
    "panel-texts": { ok: true, texts: [text] },
    "panel-compare-translation": compared(text.masked, "Hallo [PERSON_1],\n\nEs dauert 3 Tage.")
  })
  translateDraft()
  await screen.findByText("No figure, name or “not” differs. Read it before you use it.")
  expect(translator.seen).toEqual(["Hello [PERSON_1],", "It takes 3 days."])
  expect(background.of("panel-compare-translation")).toEqual([
    expect.objectContaining({
      change: "to-de",
      texts: [{ before: text.masked, after: "Hallo [PERSON_1],\n\nEs dauert 3 Tage." }]
    })
  ])
  expect(background.of("panel-rewrite")).toEqual([])
  expect(card("In German").getByText(/^By this browser/)).toBeTruthy()
  fireEvent.click(card("In German").getByRole("button", { name: "Use it" }))
  await waitFor(() => expect(screen.getByRole("group", { name: "Draft text" }).textContent).toContain("Hallo Anna,"))
  expect(translator.alive()).toBe(0)
})

test("a placeholder that the browser drops, and a figure that it changes, are named", async () => {
  const text = part({})
  translatorDouble({ "Hello [PERSON_1],": "Hallo [Person 1],", "It takes 3 days.": "Es dauert 30 Tage." })
  showPanel(withoutModel(), {
    "panel-texts": { ok: true, texts: [text] },
    "panel-compare-translation": compared(text.masked, "Hallo [Person 1],\n\nEs dauert 30 Tage.")
  })
  translateDraft()
  await screen.findByText("2 of 2 sentences may say something else than yours.")
  expect(card("In German").getByText(/another person or value/)).toBeTruthy()
  expect(card("In German").getByText("another figure or date: 3 days → 30 Tage")).toBeTruthy()
  expect(card("In German").queryByRole("button", { name: "Use it" })).toBeNull()
})

test("no package is downloaded before a press that says so", async () => {
  const text = part({})
  const translator = translatorDouble({}, { "en-de": "downloadable" })
  showPanel(withoutModel(), {
    "panel-texts": { ok: true, texts: [text] },
    "panel-compare-translation": compared(text.masked, text.masked)
  })
  translateDraft()
  await screen.findByText(/^This browser can translate from English into German once it has downloaded a package/)
  expect([translator.downloads, translator.seen]).toEqual([[], []])
  translator.pressed = true
  fireEvent.click(card("In German").getByRole("button", { name: "Download and translate" }))
  await screen.findByText(/^By this browser/)
  expect(translator.downloads).toEqual(["en-de"])
})

test("of the thread only messages in another language are translated; a pair that the browser lacks is named", async () => {
  const translator = translatorDouble({ "Where is it?": "Wo ist es?" }, { "ja-de": "unavailable" })
  const thread = [
    part({ id: "m1", author: "Anna", role: "customer", before: "Where is it?", masked: "Where is it?" }),
    part({ id: "m2", before: "Es kommt.", masked: "Es kommt.", language: "de" })
  ]
  const background = showPanel(withoutModel(), {
    "panel-texts": { ok: true, texts: thread },
    "panel-compare-translation": compared("Where is it?", "Wo ist es?")
  })
  openPlace("more:thread")
  const shown = card("Thread in another language")
  fireEvent.change(shown.getByRole("combobox", { name: "Into" }), { target: { value: "to-de" } })
  fireEvent.click(shown.getByRole("button", { name: "Translate" }))
  await shown.findByText("Wo ist es?")
  expect(translator.seen).toEqual(["Where is it?"])
  expect(background.of("panel-texts")[0]).toMatchObject({ of: "thread", change: "to-de" })
  background.answers["panel-texts"] = { ok: true, texts: [part({ id: "m3", language: "ja" })] }
  fireEvent.click(shown.getByRole("button", { name: "Translate" }))
  await shown.findByText("This browser can’t translate from Japanese into German. A model can, if one is configured.")
})

test("an error of the browser says what to do, and another press tries again", async () => {
  const translator = translatorDouble({}, { "en-de": "downloadable" })
  Object.assign(translator, { pressed: true, offline: true })
  const late = new AbortController()
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(late.signal)
  onTestFinished(() => timeout.mockRestore())
  showPanel(withoutModel(), { "panel-texts": { ok: true, texts: [part({})] } })
  translateDraft()
  fireEvent.click(await screen.findByRole("button", { name: "Download and translate" }))
  await screen.findByText("Downloading a package, then translating. It may take some minutes.")
  late.abort(new DOMException("it took too long", "TimeoutError"))
  await screen.findByText(/^The browser couldn’t translate this\. Check that it is online/)
  expect(card("In German").getByRole("button", { name: "Try again" })).toBeTruthy()
})
