import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { states } from "../states.ts"
import { panelAt } from "../show-panel.tsx"

const showPanel = panelAt("pages")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const card = () => within(screen.getByRole("region", { name: "Which case is it?" }))
const letter = () => document.getElementById("letter")?.textContent ?? ""
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const answered = (facts: Record<string, string>) => expect.objectContaining({ kind: "panel-facts", facts })

test("a digit answers which case it is, and the draft is made again with that fact", async () => {
  const { sent } = showPanel(states.asked())
  expect(card().getByText("1 decided, 1 asked")).toBeTruthy()
  expect(card().getByText("The ticket doesn’t say which. The draft asks the customer.")).toBeTruthy()
  key("2")
  await vi.waitFor(() => expect(sent).toContainEqual(answered({ "Members / Everyone else": "Everyone else" })))
})

test("while a case is open the digits are its own, and sentences are added by their buttons", () => {
  showPanel(states.asked())
  expect(
    card()
      .getByRole("button", { name: /^Members/ })
      .getAttribute("aria-keyshortcuts")
  ).toBe("1")
  const [offered] = within(screen.getByRole("region", { name: "Also on these pages" })).getAllByRole("button", {
    name: /Add to the draft/
  })
  expect(offered?.getAttribute("aria-keyshortcuts")).toBeNull()
  if (offered) fireEvent.click(offered)
  expect(letter()).toContain("Books are lent for six weeks.")
})

test("A takes back what the agent answered, so that the customer is asked again", async () => {
  const { sent } = showPanel(states.asked())
  expect(card().getByText(/You answered “90 to 179 minutes”/)).toBeTruthy()
  key("a")
  await vi.waitFor(() => expect(sent).toContainEqual(answered({ "90 to 179 minutes / From 180 minutes on": "" })))
})

test("A puts the question back into a draft from which it was removed", () => {
  const state = states.asked()
  const text = state.draft?.text.replace(/ Could you tell us.*\?/, "") ?? ""
  const { sent } = showPanel({ ...state, draft: state.draft && { ...state.draft, text } })
  expect(card().getByText("The ticket doesn’t say which, and the draft doesn’t ask.")).toBeTruthy()
  key("a")
  expect(letter()).toMatch(/Everyone else pays €2 a month\.\d*\s*Could you tell us which of these applies to you/)
  expect(sent.some(({ kind }) => kind === "panel-facts")).toBe(false)
})

test("the words that decided are followed by how far away a time is, or how late something came", () => {
  const state = states.sure()
  const [, , near, late] = state.draft?.answer?.leftOut ?? []
  const far = { ...near, source: 2, text: "In the last week it costs half.", because: "24 October, 13:00" }
  const leftOut = [near, late, { ...far, ahead: { least: 200, most: 206 } }].filter((one) => one !== undefined)
  if (state.draft?.answer) state.draft = { ...state.draft, answer: { ...state.draft.answer, leftOut } }
  showPanel(state)
  const said = card()
    .getAllByText(/^The ticket says/)
    .map(({ textContent }) => textContent?.trim())
  expect(said).toEqual([
    "The ticket says “tomorrow at 9:30”. That is 12 to 19 hours away.",
    "The ticket says “14:07, 15:12”. That is 65 minutes late.",
    "The ticket says “24 October, 13:00”. That is 8 days away."
  ])
})
