import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { showPanel } from "../../../../../tests/ui/show-panel.tsx"
import { states } from "../../../../../tests/ui/states.ts"

afterEach(cleanup)

test.each([
  ["no-selection", /^Nothing is selected/],
  ["policy", /^Your organisation doesn’t allow Replywright on this site/]
])("without a ticket, a selected text is asked for by the tab, and what hinders it is said: %s", async (code, said) => {
  const background = showPanel(states["site-on"](), { "panel-take-selection": { ok: false, code } })
  fireEvent.click(screen.getByRole("button", { name: "Use the selected text" }))
  await waitFor(() => expect(screen.getByText(said).getAttribute("role")).toBe("alert"))
  expect(background.of("panel-take-selection")).toEqual([{ kind: "panel-take-selection", of: { tabId: 7 } }])
})

test("with such a text open, the panel says what is answered, and takes another by its ticket", async () => {
  const state = states["selected-text"]()
  const background = showPanel(state)
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Selected text")
  const card = within(screen.getByRole("region", { name: "Selected text" }))
  fireEvent.click(card.getByRole("button", { name: "Use what is selected now" }))
  await waitFor(() => expect(background.of("panel-take-selection")).toHaveLength(1))
  expect(background.of("panel-take-selection")[0]?.of).toEqual({ ticket: state.ticket?.key })
  expect(screen.getByRole("button", { name: /^Insert/ }).getAttribute("aria-disabled")).toBe("true")
})

test("on a helpdesk that is read, the card isn't there", () => {
  showPanel(states.ready())
  expect(screen.queryByRole("region", { name: "Selected text" })).toBeNull()
})
