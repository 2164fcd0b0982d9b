import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { PanelCommand } from "../../../src/protocol/panel.ts"
import { PreparedDraftsSwitch } from "../../../src/ui/popup/popup.tsx"
import { showPanel } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

afterEach(cleanup)

const bar = () => screen.getByRole("region", { name: "Actions" })

test("ten unused in a row: the bar says so, one press switches it on again, and Regenerate works meanwhile", () => {
  const background = showPanel(states["preparing-unused"]())
  expect(bar().textContent).toMatch(/Ten prepared drafts in a row went unused/)
  fireEvent.click(screen.getByRole("button", { name: "Prepare again" }))
  expect(background.of("popup-prepare")).toEqual([{ kind: "popup-prepare", on: true }])
  expect(screen.getByRole("button", { name: "Regenerate" }).getAttribute("aria-disabled")).toBeNull()
  background.push(base({ draft: draft(), preparing: { on: true, list: false, off: "unused" } }))
  expect(screen.queryByRole("button", { name: "Prepare again" })).toBeNull()
})

test("the day's budget is used up: the bar says so and what a press does; there is nothing to switch on", () => {
  showPanel(states["preparing-budget"]())
  expect(bar().textContent).toMatch(/Today’s prepared drafts are used up.*Press Regenerate/)
  expect(screen.queryByRole("button", { name: "Prepare again" })).toBeNull()
})

test("a draft from before a change says so and can be put in", () => {
  showPanel(base({ draft: draft({ old: "ticket", claims: [] }) }))
  screen.getByText("ticket changed since")
  expect(screen.getByRole("button", { name: "Insert" }).getAttribute("aria-disabled")).toBeNull()
})

test("the popup switches preparing, and preparing of the list", () => {
  const sent: PanelCommand[] = []
  const act = (command: PanelCommand) => {
    sent.push(command)
    return Promise.resolve({ ok: true as const })
  }
  render(<PreparedDraftsSwitch preparing={{ on: true, list: false, off: "unused" }} act={act} />)
  fireEvent.click(screen.getByRole("checkbox", { name: "Prepare a draft when a ticket opens" }))
  fireEvent.click(screen.getByRole("checkbox", { name: "Also for the next tickets of the list" }))
  screen.getByText(/Ten in a row went unused/)
  fireEvent.click(screen.getByRole("button", { name: "Prepare again" }))
  expect(sent).toEqual([
    { kind: "popup-prepare", on: false },
    { kind: "popup-prepare", list: true },
    { kind: "popup-prepare", on: true }
  ])
})
