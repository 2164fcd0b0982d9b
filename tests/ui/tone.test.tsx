import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { panelAt } from "./show-panel.tsx"
import { states } from "./states.ts"

const showPanel = panelAt("more:tone")

afterEach(cleanup)
const card = () => within(screen.getByRole("region", { name: "Tone of your reply" }))

test("each finding quotes its words, says why, and offers what is safe", async () => {
  const background = showPanel(states.tone())
  expect(card().getByText("“NOT”")).toBeTruthy()
  expect(card().getByText("Reads as shouting.", { exact: false })).toBeTruthy()
  expect(card().getByText(/A name is yours to change/)).toBeTruthy()
  expect(card().getByText(/The customer is called Maya Lindqvist/)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Write “not”" }))
  await waitFor(() =>
    expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-tone-fix", quote: "NOT" }))
  )
  await waitFor(() =>
    expect(screen.getByRole("region", { name: "Actions" }).textContent).toMatch(/Undo in the editor reverts it/)
  )
})

test.each([
  ["number", "A number is yours to change: there is no one-click fix."],
  ["date", "A date is yours to change: there is no one-click fix."],
  ["name", "A name is yours to change, and so is a word that may be one: there is no one-click fix."],
  ["link", "A link is yours to change: there is no one-click fix."],
  ["negation", "It would change what is refused: there is no one-click fix."]
] as const)("where a click would change a %s, the card says so in its place", (refused, words) => {
  const state = states.tone()
  showPanel({
    ...state,
    tone: {
      state: "found",
      text: "Wait UNTIL MONDAY.",
      findings: [{ kind: "shouting", start: 5, end: 17, quote: "UNTIL MONDAY", fix: { refused } }]
    }
  })
  expect(card().getByText(words)).toBeTruthy()
  expect(card().queryByRole("button", { name: /^Write/ })).toBeNull()
})

test("the button for a sign-off names the sign-off", () => {
  const finding = { kind: "voice-sign-off" as const, start: 0, end: 5, quote: "Bye", data: { signOff: "Cheers" } }
  const tone = {
    state: "found" as const,
    text: "Bye\nTom",
    findings: [{ ...finding, fix: { from: 0, to: 3, text: "Cheers," } }]
  }
  showPanel({ ...states.tone(), tone })
  expect(card().getByRole("button", { name: "End with “Cheers”" })).toBeTruthy()
})

test("a finding of a model is marked as its own, can be decided on, and the card says what became of the model", async () => {
  const state = states.tone()
  const finding = { kind: "coldness" as const, start: 0, end: 17, quote: "It is what it is.", model: "tone-a" }
  const tone = { state: "found" as const, text: "It is what it is.", findings: [finding] }
  const background = showPanel({ ...state, tone: { ...tone, model: { name: "tone-a", state: "done", dropped: 2 } } })
  expect(card().getByText("tone-a finds it cold.", { exact: false })).toBeTruthy()
  expect(
    card().getByText(/^tone-a has read it too. 2 findings about words that aren’t there were left out/)
  ).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Fine here: “It is what it is.”" }))
  await waitFor(() =>
    expect(background.sent).toContainEqual(
      expect.objectContaining({ kind: "panel-tone-decide", quote: "It is what it is.", decision: "fine-here" })
    )
  )
  background.push({ ...state, tone: { ...tone, model: { name: "tone-a", state: "late", dropped: 0 } } })
  expect(card().getByText(/^tone-a took too long, so only the rules have looked/)).toBeTruthy()
})

test("where the relay has a model for tone, the card says before a press what goes to it", () => {
  const state = states.ready()
  showPanel({ ...state, relay: { ...state.relay, tone: "tone-a" } })
  expect(
    card().getByText(/When you press the button, and after Insert, tone-a reads the masked reply too/)
  ).toBeTruthy()
})

test("its key looks at the reply; before that the card says what it would do", async () => {
  const background = showPanel(states.ready())
  expect(card().getByText(/only in this browser/)).toBeTruthy()
  fireEvent.keyDown(document.body, { key: "t" })
  await waitFor(() => expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-tone" })))
})

test("a finding can be called fine, its rule hidden, and hidden rules shown again", async () => {
  const state = states.tone()
  const background = showPanel({ ...state, ...(state.tone && { tone: { ...state.tone, hidden: ["jargon"] } }) })
  fireEvent.click(card().getByRole("button", { name: "Fine here: “NOT”" }))
  fireEvent.click(card().getByRole("button", { name: "Never again: “NOT”" }))
  fireEvent.click(card().getByRole("button", { name: "Show again" }))
  await waitFor(() =>
    expect(background.sent).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "panel-tone-decide", quote: "NOT", decision: "fine-here" }),
        expect.objectContaining({ kind: "panel-tone-decide", quote: "NOT", decision: "never-again" }),
        expect.objectContaining({ kind: "panel-tone-show-hidden" })
      ])
    )
  )
  expect(card().getByText(/1 rule is hidden\./)).toBeTruthy()
  // A name of somebody else would reach the customer, so its rule stays.
  expect(card().queryByRole("button", { name: /^Never again: “Sarah/ })).toBeNull()
})
