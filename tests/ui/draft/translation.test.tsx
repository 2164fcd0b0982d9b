import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { RewriteRow } from "../../../src/protocol/search.ts"
import { openPlace, panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more")

afterEach(cleanup)
const card = (name: string) => within(screen.getByRole("region", { name }))
const before = states.ready().draft?.text ?? ""
const withModel = (model: string | null = "model-a") => {
  const state = states.ready()
  return { ...state, relay: { ...state.relay, model } }
}

const ROWS: RewriteRow[] = [
  {
    before: "It takes 3 days.",
    after: "Es dauert 5 Tage.",
    changes: [{ kind: "figure", before: "3 days", after: "5 Tage" }]
  },
  { before: "Thank you.", after: "Danke.", changes: [] }
]

test("the thread is translated at a press only, the original beside it until it is hidden", async () => {
  const message = {
    id: "m1",
    author: "Anna Bergmann",
    role: "customer" as const,
    at: "",
    rows: ROWS,
    writer: "model-a"
  }
  const background = showPanel(withModel(), { "panel-translate": { ok: true, translated: [message] } })
  openPlace("more:thread")
  const thread = card("Thread in another language")
  expect(background.of("panel-translate")).toEqual([])
  fireEvent.change(thread.getByRole("combobox", { name: "Into" }), { target: { value: "to-de" } })
  fireEvent.click(thread.getByRole("button", { name: "Translate" }))
  await thread.findByText("Es dauert 5 Tage.")
  expect(background.of("panel-translate")).toEqual([expect.objectContaining({ change: "to-de" })])
  expect(thread.getByText("Es dauert 5 Tage.").lang).toBe("de")
  expect(thread.getByText("another figure or date: 3 days → 5 Tage")).toBeTruthy()
  expect(thread.getByText("It takes 3 days.")).toBeTruthy()
  fireEvent.click(thread.getByRole("button", { name: "Original" }))
  expect(thread.queryByText("It takes 3 days.")).toBeNull()
})

test("the draft goes out in the other language only after a press, and one that differs says so", async () => {
  const rewrite = {
    before,
    text: "Es dauert 5 Tage. Danke.",
    rows: ROWS,
    writer: "model-a",
    upstream: { asked: true, model: "model-a" }
  }
  const background = showPanel(withModel(), { "panel-rewrite": { ok: true, rewrite } })
  const choice = screen.getByRole("combobox", { name: "Translate the draft into …" })
  fireEvent.change(choice, { target: { value: "to-de" } })
  await screen.findByText("One of 2 sentences may say something else than yours.")
  expect(background.of("panel-rewrite")).toEqual([expect.objectContaining({ change: "to-de", text: before })])
  expect(background.of("panel-edit")).toEqual([])
  expect(card("In German").queryByRole("button", { name: "Use it" })).toBeNull()
  fireEvent.click(card("In German").getByRole("button", { name: "Use all of it" }))
  await waitFor(() =>
    expect(screen.getByRole("group", { name: "Draft text" }).textContent).toContain("Es dauert 5 Tage.")
  )
})

test("without a model nothing offers to translate; a failure says why", async () => {
  showPanel(withModel(null))
  expect(screen.queryByRole("region", { name: "Thread in another language" })).toBeNull()
  expect(screen.queryByRole("combobox", { name: "Translate the draft into …" })).toBeNull()
  cleanup()
  showPanel(withModel(), { "panel-rewrite": { ok: false, code: "rewrite-same-language" } })
  fireEvent.change(screen.getByRole("combobox", { name: "Translate the draft into …" }), { target: { value: "to-en" } })
  await screen.findByText("The text is in that language already.")
})
