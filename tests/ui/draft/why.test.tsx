import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { base, claimsOf, draft, states } from "../states.ts"
import { panelAt } from "../show-panel.tsx"
import { PLAIN } from "../help/states-words.ts"

const showPanel = panelAt("more")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const part = (name: string) => screen.getByRole("heading", { level: 3, name }).parentElement ?? document.body
const lines = (name: string) =>
  within(part(name))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent)
const SEARCHED = "When a parcel is shown as delivered but missing, we ask the carrier to search for it."

test("Y says what the draft is made of: sources used and not, who wrote it, language, wishes and masking", () => {
  showPanel(
    base({
      masking: { mode: "strict" },
      ticket: { ...base({}).ticket, chosen: { use: [], not: [{ id: "a9", title: "Gift cards" }] } } as never,
      draft: draft({
        text: PLAIN,
        questions: [],
        wishes: ["shorter"],
        claims: claimsOf(PLAIN, [[SEARCHED, { state: "supported", sources: [2] }]])
      })
    })
  )
  key("y")
  expect(screen.getByRole("heading", { level: 2, name: "Why this draft" })).toBeTruthy()
  expect(lines("Sources of the draft")).toEqual(["2. Shown as delivered, but missing 1 sentence"])
  expect(lines("Found and not used")).toEqual([
    "Tracking words and what they mean Nothing of it is in the draft.",
    "Refunds and replacements Internal, so nothing of it may be in a reply.",
    "Gift cards You said “Not this one”."
  ])
  expect(lines("How it was written")).toEqual([
    "By mistral-small in 2.1 s.",
    "In English.",
    "With your wish: shorter",
    "Masked strictly: what may be a name is replaced before it leaves the browser."
  ])
  key("y")
  expect(screen.queryByRole("heading", { level: 2, name: "Why this draft" })).toBeNull()
})

test("without a model, the tier comes with its reasons, and cases that are left out with theirs", () => {
  const state = states.sure()
  const signals = { chance: 0.9, page: 1.1, window: 0.5, absent: 0.1 }
  if (state.draft?.answer) state.draft = { ...state.draft, offline: true, answer: { ...state.draft.answer, signals } }
  showPanel(state)
  fireEvent.click(screen.getByRole("button", { name: "Why this draft" }))
  expect(lines("Sure enough for a draft")).toEqual([
    "Pages like the first one found answer 90% of tickets.",
    "The page contains much of what was asked.",
    "Its best two sentences contain some of it.",
    "10% of the words of the question, by weight, are on no page at all.",
    "By search alone, the first page would answer with a chance of 90%."
  ])
  expect(lines("Left out, because it is another case")[0]).toBe(
    "Orders of more than €150 need a signed statement. The ticket says “€84.00”."
  )
  expect(lines("How it was written")[0]).toBe("Without a model, from sentences of your articles.")
})

test("a solved ticket's reply that leads is named, with what is left out of it", () => {
  const state = states.sure()
  const solved = { n: 9, id: "t1", title: "Green flicker", kind: "ticket", visibility: "public", passage: "A flicker." }
  showPanel({
    ...state,
    draft: {
      ...state.draft,
      sources: [...(state.draft?.sources ?? []), { ...solved, headings: [], score: 0 }],
      offline: true,
      answer: { tier: "sure", suggestions: [], mainSource: 9, notReused: ["I have refunded £14."] }
    }
  } as never)
  key("y")
  expect(lines("Sure enough for a draft")).toEqual([
    "No page answers surely, so the reply to the solved ticket “Green flicker” leads: it was asked nearly the same. Its own values are blanks."
  ])
  expect(lines("How it was written")[0]).toBe("Without a model, from the reply to a solved ticket.")
  expect(lines("Left out of that reply, because it is about its own customer")).toEqual(["I have refunded £14."])
})
