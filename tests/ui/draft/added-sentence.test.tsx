import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("pages")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const region = (name: string) => within(screen.getByRole("region", { name }))
const letter = () => document.getElementById("letter")?.textContent ?? ""
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const added = () => screen.queryByRole("button", { name: "Added by you. Remove it" })

test("an added sentence is marked until Insert, and its mark takes it out", () => {
  showPanel(states.sure())
  const before = letter()
  key("1")
  expect(letter()).toContain("Tell us within 14 days of the delivery scan.2added")
  fireEvent.click(added() ?? document.body)
  expect(letter()).toBe(before)
  const { draft, ...state } = states.added()
  cleanup()
  showPanel({ ...state, ...(draft && { draft: { ...draft, inserted: true } }) })
  expect(letter()).toContain("Tell us within 14 days")
  expect(added()).toBeNull()
})

test("the row that has the focus says where its sentence goes, and the letter shows the place", () => {
  showPanel(states.sure())
  const [first] = region("Also on these pages").getAllByRole("button", { name: /^Add to the draft/ })
  const words = letter()
  fireEvent.focus(first ?? document.body)
  expect(region("Also on these pages").getByText("Goes in after “…search for it.”")).toBeTruthy()
  const place = document.querySelector("#letter .place")
  expect(place?.previousSibling?.textContent).toMatch(/search for it\.2$/)
  expect(letter()).toBe(words)
  fireEvent.blur(first ?? document.body)
  expect(document.querySelector("#letter .place")).toBeNull()
})

test("once added, the row says under which number; without a letter yet, that it begins one", () => {
  showPanel(states.added())
  expect(region("Also on these pages").getByText("In the draft, source 2")).toBeTruthy()
  fireEvent.focus(screen.getAllByRole("button", { name: /^Remove from the draft/ })[0] ?? document.body)
  expect(document.querySelector("#letter .place")).toBeNull()
  cleanup()
  showPanel(states.unsure())
  const [first] = region("Pick what fits").getAllByRole("button", { name: /^Add to the draft/ })
  fireEvent.focus(first ?? document.body)
  expect(region("Pick what fits").getByText("Begins the draft")).toBeTruthy()
})

test("what a leading macro leaves out is named, and put back at its place with its source", () => {
  showPanel(states["macro-leads"]())
  const left = "Please send us your order number and a photo of the label."
  const card = region("Left out of the macro, because the ticket gives it already:")
  const before = letter()
  fireEvent.click(card.getByRole("button", { name: `Put back: ${left}` }))
  expect(letter()).toContain(`search for it.2 ${left}2added`)
  fireEvent.click(card.getByRole("button", { name: `Leave out: ${left}` }))
  expect(letter()).toBe(before)
})
