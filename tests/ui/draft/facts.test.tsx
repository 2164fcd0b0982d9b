import { cleanup, fireEvent, screen } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { base, draft } from "../states.ts"
import { showPanel } from "../show-panel.tsx"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const TEXT = "Hello Maya,\n\nYour search number is [[search number]]. It reached us on [[date of arrival]].\n\nTom"
const FACT = { kind: "panel-facts", key: "sample/48213", facts: { "search number": "S-12" } }
const open = (offline: boolean) => {
  const background = showPanel(base({ draft: draft({ text: TEXT, claims: [], offline }) }))
  const field = (name: string) => screen.getAllByRole("textbox", { name: `Blank to fill: ${name}` })[0] as HTMLElement
  return { background, field }
}

test("a typed fact makes the draft again when the agent leaves the blanks", async () => {
  const { background, field } = open(true)
  fireEvent.change(field("search number"), { target: { value: "S-12" } })
  fireEvent.blur(field("search number"), { relatedTarget: field("date of arrival") })
  expect(background.of("panel-facts")).toEqual([])
  fireEvent.blur(field("date of arrival"))
  await vi.waitFor(() => expect(background.of("panel-facts")).toEqual([FACT]))
  fireEvent.blur(field("search number"))
  expect(background.of("panel-facts")).toEqual([FACT])
})

test("Enter that ends the composition of a character leaves the field alone", async () => {
  const { background, field } = open(true)
  fireEvent.change(field("search number"), { target: { value: "S-12" } })
  fireEvent.keyDown(field("search number"), { key: "Process", isComposing: true })
  fireEvent.keyUp(field("search number"), { key: "Enter" })
  expect(background.of("panel-facts")).toEqual([])
  fireEvent.keyDown(field("search number"), { key: "Enter" })
  fireEvent.keyUp(field("search number"), { key: "Enter" })
  await vi.waitFor(() => expect(background.of("panel-facts")).toEqual([FACT]))
})

test("Enter does so too, and a draft of a model isn't made again", async () => {
  const { background, field } = open(true)
  fireEvent.change(field("search number"), { target: { value: "S-12" } })
  fireEvent.keyUp(field("search number"), { key: "Enter" })
  await vi.waitFor(() => expect(background.of("panel-facts")).toEqual([FACT]))
  cleanup()
  const model = open(false)
  fireEvent.change(model.field("search number"), { target: { value: "S-12" } })
  fireEvent.blur(model.field("search number"))
  expect(model.background.of("panel-facts")).toEqual([])
})
