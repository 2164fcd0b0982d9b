import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { showPanel } from "../show-panel.tsx"
import { states } from "../states.ts"

/** Many people double-click every button. */
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const press = (name: string, detail: number) => fireEvent.click(screen.getByRole("button", { name }), { detail })

test("a double click on Insert goes to the open blank, and a later press inserts the draft as it is", async () => {
  const background = showPanel(states.decided())
  press("Insert", 1)
  press("Insert", 2)
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /^Blank to fill: search number/ }))
  )
  expect(background.of("panel-insert")).toEqual([])
  press("Insert", 1)
  await waitFor(() => expect(background.of("panel-insert")).toHaveLength(1))
})

test("a double click on Erase asks first", async () => {
  const background = showPanel(states.decided())
  fireEvent.keyDown(document.body, { key: "?" })
  press("Erase this ticket", 1)
  const sure = await screen.findByRole("button", { name: /^Erase/ })
  fireEvent.click(sure, { detail: 2 })
  expect(background.of("panel-erase")).toEqual([])
  fireEvent.click(sure, { detail: 1 })
  await waitFor(() => expect(background.of("panel-erase")).toHaveLength(1))
})

test("a double click in Checks decides on one sentence, not on the one that takes its place", async () => {
  const background = showPanel(states.ready())
  const checks = within(screen.getByRole("region", { name: "Checks" }))
  const keep = () => checks.getAllByRole("button", { name: "Keep as my own words" })
  for (const detail of [1, 2]) fireEvent.click(keep()[0] as HTMLElement, { detail })
  await waitFor(() => expect(background.of("panel-keep")).toHaveLength(1))
  const before = screen.getByRole("group", { name: "Draft text" }).textContent
  fireEvent.click(checks.getAllByRole("button", { name: "Remove it" })[0] as HTMLElement, { detail: 2 })
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).toBe(before)
})
