import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { Answer } from "../../../src/ticket/draft.ts"
import { panelAt } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

const showPanel = panelAt("pages")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const RECORD = "Cove kettle – Price: 49.00 EUR; Availability: in stock."

test("a product is offered by its record, with the reason and the day of the import; a digit adds it with its source", () => {
  const state = states.sure()
  const sources = state.draft?.sources ?? []
  const n = sources.length + 1
  const answer: Answer = {
    ...(state.draft?.answer ?? { tier: "sure" }),
    suggestions: [{ source: n, text: RECORD, at: 0, recommended: { why: "alternative", to: "Pebble kettle" } }]
  }
  const product = {
    ...{ n, id: "p1", title: "Cove kettle", kind: "product" as const, headings: [], passage: RECORD },
    ...{ visibility: "public" as const, changed: "2026-11-24", score: 0 }
  }
  showPanel(base({ draft: draft({ ...state.draft, sources: [...sources, product], answer }) }))
  const card = within(screen.getByRole("region", { name: "Also on these pages" }))
  expect(card.getByText(/^In stock, in the place of Pebble kettle\..*as imported on/).textContent).toContain("24")
  fireEvent.keyDown(document.body, { key: "1" })
  expect(document.getElementById("letter")?.textContent).toContain("Cove kettle – Price: 49.00 EUR")
  expect(card.getByRole("button", { name: /Remove from the draft, key 1/ }).getAttribute("aria-pressed")).toBe("true")
  fireEvent.keyDown(document.body, { key: "1" })
  expect(document.getElementById("letter")?.textContent).not.toContain("Cove kettle")
})
