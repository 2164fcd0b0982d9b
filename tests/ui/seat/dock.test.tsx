import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { showPanel } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

/** The dock and its drawers. */
afterEach(cleanup)

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const region = (name: string) => screen.queryByRole("region", { name })
const quiet = () => base({ draft: draft({ text: "All is well.", claims: [], questions: [] }) })

test("no drawer is open at first, and no card stands below the letter", () => {
  showPanel(quiet())
  for (const name of ["Checks", "Sources", "Summary", "Customer", "Macros", "Ask"]) expect(region(name)).toBeNull()
  for (const name of ["Sources", "Ask", "More"])
    expect(screen.getByRole("button", { name }).getAttribute("aria-expanded")).toBe("false")
})

test.each([
  ["j", "Sources and proof"],
  ["q", "Ask and search"],
  ["m", "More"],
  ["/", "More"],
  ["f", "Ask and search"]
])("%s opens its drawer, Esc closes it", (key, name) => {
  showPanel(states.decided())
  press(key)
  expect(region(name)).toBeTruthy()
  if (document.activeElement instanceof HTMLInputElement) press("Escape")
  press("Escape")
  expect(region(name)).toBeNull()
})

test("a draft that holds Insert opens what holds it by itself, once, and so does Insert", () => {
  const background = showPanel(states.decided())
  expect(region("Sources and proof")).toBeNull()
  background.push(states.ready())
  expect(within(region("Checks") ?? document.body).getAllByText(/needs approval|promise/i)).not.toEqual([])
  press("Escape")
  expect(region("Checks")).toBeNull()
  background.push(states.ready())
  expect(region("Checks")).toBeNull()
  fireEvent.click(screen.getByRole("button", { name: "Insert" }))
  expect(region("Checks")).toBeTruthy()
})

test("a row of More says what is in it, and is not there where nothing is", () => {
  showPanel({ ...quiet(), lookups: [] })
  press("m")
  expect(document.getElementById("more-attachments")).toBeNull()
  expect(document.getElementById("more-customer")).toBeNull()
  cleanup()
  showPanel(states.about())
  press("m")
  fireEvent.click(screen.getByRole("button", { name: "Summary" }))
  expect(region("Summary")).toBeTruthy()
  fireEvent.click(within(screen.getByRole("region", { name: "More" })).getByRole("button", { name: "More" }))
  expect(region("Summary")).toBeNull()
})

test("a digit opens the row of More that shows it, and opens a source where nothing else has digits", () => {
  showPanel(quiet())
  press("m")
  press("2")
  expect(region("Similar solved tickets")).toBeTruthy()
  press("Escape")
  press("2")
  expect(region("Sources")).toBeTruthy()
})

test("what waits in More is counted on the dock", () => {
  showPanel(states["refused-outcomes"]())
  expect(screen.getByRole("button", { name: /^More/ }).textContent).toContain("1 new")
})

test("the notice that Insert waits goes when what it waits for is settled", () => {
  const notice = { code: "guard-open" as const, data: { count: 1 } }
  const background = showPanel({ ...states.ready(), notice })
  const bar = () => screen.getByRole("region", { name: "Actions" }).textContent
  expect(bar()).toMatch(/^Insert waits for 1 passage/)
  background.push({ ...quiet(), notice })
  expect(bar()).toMatch(/^Ready\./)
})
