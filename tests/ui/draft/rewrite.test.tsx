import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { Rewritten } from "../../../src/protocol/search.ts"
import { openPlace, panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more")

afterEach(cleanup)
const bar = (name = "Reword the draft") => within(screen.getByRole("toolbar", { name }))
const card = (name: string) => within(screen.getByRole("region", { name }))
const text = () => screen.getByRole("group", { name: "Draft text" }).textContent ?? ""
const before = states.ready().draft?.text ?? ""

const rewritten = (more: Partial<Rewritten> = {}): { ok: true; rewrite: Rewritten } => ({
  ok: true,
  rewrite: {
    before,
    text: before.replace("five", "nine"),
    rows: [
      {
        before: "The carrier answers within five days.",
        after: "The carrier answers within nine days.",
        changes: [{ kind: "figure", before: "five days", after: "nine days" }]
      },
      { before: "Sorry for the long wait.", after: "Sorry for the wait.", changes: [] }
    ],
    safe: `${before}\n\nSorry for the wait.`,
    writer: "model-a",
    upstream: { asked: true, model: "model-a" },
    ...more
  }
})

test("a rewrite that may change a fact is never put in by itself: the fact is named, the rest can be used and undone", async () => {
  const background = showPanel(states.ready(), { "panel-rewrite": rewritten() })
  fireEvent.click(bar().getByRole("button", { name: "Shorter" }))
  expect(background.of("panel-rewrite")).toEqual([expect.objectContaining({ change: "shorter", text: before })])
  await screen.findByText(/One change of 2 may say something else/)
  expect(card("Shorter").getByText("another figure or date: five days → nine days")).toBeTruthy()
  expect(card("Shorter").getByText("keeps every fact")).toBeTruthy()
  expect(background.of("panel-edit")).toEqual([])
  fireEvent.click(card("Shorter").getByRole("button", { name: "Use the other one" }))
  await waitFor(() => expect(text()).toContain("Sorry for the wait."))
  fireEvent.click(card("Shorter").getByRole("button", { name: "Put my text back" }))
  await waitFor(() => expect(text()).not.toContain("Sorry for the wait."))
  expect(screen.queryByRole("region", { name: "Shorter" })).toBeNull()
})

test("what the verifier settled is no change any more, and both its word and the rule's are shown", async () => {
  const rows = [
    {
      before: "We can't send it before Monday.",
      after: "It goes out on Monday at the earliest.",
      changes: [],
      settled: [{ kind: "negation" as const, before: "can't", after: "" }]
    },
    { before: "Keep the label.", after: "Keep the box.", changes: [{ kind: "judged" as const, before: "", after: "" }] }
  ]
  const verification = { model: "model-b", state: "done" as const, confirmed: 1, doubted: 1 }
  showPanel(states.ready(), { "panel-rewrite": rewritten({ rows, verification }) })
  fireEvent.click(bar().getByRole("button", { name: "Shorter" }))
  await screen.findByText(/One change of 2 may say something else/)
  expect(
    card("Shorter").getByText(
      "A rule doubted it (a “not” was added or removed). The model that verifies reads both alike."
    )
  ).toBeTruthy()
  expect(card("Shorter").getByText("the model that verifies reads it otherwise")).toBeTruthy()
  expect(
    card("Shorter").getByText(/^model-b compared both texts too.*1 sentence says the same, 1 says something else/)
  ).toBeTruthy()
})

test.each([
  ["late", {}, /model-b took too long/],
  ["malformed", {}, /verification of model-b can’t be read/],
  ["failed", {}, /model-b could not compare it/],
  ["unreliable", {}, /didn’t notice a figure that had been altered/],
  ["done", { unasked: 3 }, /too long for model-b to compare/]
] as const)("a verification that is missing is said: %s", async (state, more, words) => {
  const verification = { model: "model-b", state, confirmed: 0, doubted: 0, ...more }
  showPanel(states.ready(), { "panel-rewrite": rewritten({ verification }) })
  fireEvent.click(bar().getByRole("button", { name: "Shorter" }))
  expect(await screen.findByText(words)).toBeTruthy()
})

test("a blank is shown as it would be inserted", async () => {
  const asks = "Your number is [[search number]]."
  showPanel(states.ready(), { "panel-rewrite": rewritten({ rows: [{ before: asks, after: asks, changes: [] }] }) })
  fireEvent.click(bar().getByRole("button", { name: "Shorter" }))
  expect(await screen.findAllByText("Your number is [search number].")).toHaveLength(2)
})

test("its key goes to the buttons, and arrows move between them; a rewrite that keeps every fact has one main button", async () => {
  showPanel(states.ready(), { "panel-rewrite": rewritten({ rows: [], text: before }) })
  fireEvent.keyDown(document.body, { key: "x" })
  const shorter = bar().getByRole("button", { name: "Shorter" })
  await waitFor(() => expect(document.activeElement).toBe(shorter))
  fireEvent.keyDown(shorter, { key: "ArrowRight" })
  expect(document.activeElement?.textContent).toBe("Longer")
  fireEvent.click(shorter)
  await screen.findByText("Nothing to change here. Your text is unchanged.")
  expect(card("Shorter").queryByRole("button", { name: "Use it" })).toBeNull()
})

test("of the reply in the editor the agent can say what to change, and the same words are asked again", async () => {
  const state = states.ready()
  const background = showPanel(
    { ...state, relay: { ...state.relay, model: "model-a" } },
    { "panel-rewrite": rewritten({ rows: [{ before: "a", after: "b", changes: [] }], before: "a", text: "b" }) }
  )
  openPlace("more:tone")
  const field = screen.getByRole("textbox", { name: "What should change in your reply?" })
  fireEvent.change(field, { target: { value: "Leave out the date" } })
  fireEvent.submit(field)
  await screen.findByRole("region", { name: "As you said: your reply" })
  fireEvent.click(await card("As you said: your reply").findByRole("button", { name: "Try again" }))
  await waitFor(() => expect(background.of("panel-rewrite")).toHaveLength(2))
  for (const command of background.of("panel-rewrite"))
    expect(command).toMatchObject({ change: "wish", wish: "Leave out the date" })
})

test("the reply in the editor is replaced by the background, which says if it has changed since", async () => {
  const background = showPanel(states.ready(), {
    "panel-rewrite": rewritten({ rows: [{ before: "a", after: "b", changes: [] }], before: "a", text: "b" }),
    "panel-rewrite-put": { ok: false, code: "words-changed" }
  })
  openPlace("more:tone")
  fireEvent.click(bar("Reword your reply in the editor").getByRole("button", { name: "Simpler" }))
  expect(background.of("panel-rewrite")[0]?.text).toBeUndefined()
  await screen.findByRole("region", { name: "Simpler: your reply" })
  fireEvent.click(await card("Simpler: your reply").findByRole("button", { name: "Use it" }))
  await waitFor(() =>
    expect(background.of("panel-rewrite-put")).toEqual([expect.objectContaining({ was: "a", text: "b" })])
  )
  expect(background.of("panel-edit")).toEqual([])
})

test("without a model only what rules can do is offered, and a failure says what to do", async () => {
  showPanel(states["no-model"](), { "panel-rewrite": { ok: false, code: "rewrite-long" } })
  const names = bar()
    .getAllByRole("button")
    .map(({ textContent }) => textContent)
  expect(names).toEqual(["Shorter", "Fix spelling"])
  fireEvent.click(bar().getByRole("button", { name: "Shorter" }))
  await screen.findByText("The text is longer than 20,000 characters. Shorten it, then try again.")
  openPlace("more:tone")
  const own = bar("Reword your reply in the editor")
    .getAllByRole("button")
    .map(({ textContent }) => textContent)
  expect(own).toEqual(["Shorter", "Friendlier", "Simpler", "As steps", "Fix spelling"])
})

test.each([
  ["en", "The lamp costs 40 EUR, shade included; the bulb isn't part of it, I'm afraid.", true],
  ["en", "The lamp costs 40 EUR. The bulb isn't part of it.", false],
  ["ja", "ランプは4,000円です。電球は含まれません。", false]
])("without a model simpler is offered where a sentence can be cut: %s %s", (language, text, isOffered) => {
  const state = states["no-model"]()
  showPanel({ ...state, ...(state.draft && { draft: { ...state.draft, text, language, claims: [] } }) })
  expect(bar().queryByRole("button", { name: "Simpler" }) !== null).toBe(isOffered)
  openPlace("more:tone")
  const own = bar("Reword your reply in the editor").queryByRole("button", { name: "Simpler" })
  expect(own !== null).toBe(language === "en")
})

test("without a model steps are offered where three instructions follow each other, and spelling where there is a dictionary", () => {
  const state = states["no-model"]()
  const draft = state.draft && {
    ...state.draft,
    text: "Ziehen Sie den Stecker. Warten Sie zehn Sekunden. Stecken Sie ihn wieder ein.",
    language: "de",
    claims: []
  }
  showPanel({ ...state, ...(draft && { draft }) })
  const names = bar()
    .getAllByRole("button")
    .map(({ textContent }) => textContent)
  expect(names).toEqual(["Shorter", "As steps"])
  expect(
    screen.getAllByText("Without a model, spelling is corrected in English, French, Spanish and Portuguese only.")
  ).toHaveLength(2)
})
