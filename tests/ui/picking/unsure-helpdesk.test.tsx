import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { NoticeCode } from "../../../src/protocol/notice.ts"
import type { PanelState } from "../../../src/protocol/panel.ts"
import { showPanel } from "../show-panel.tsx"
import { base } from "../states.ts"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const at = (helpdesk: string, code: NoticeCode): PanelState => {
  const state = base({})
  if (!state.ticket) throw new Error("There is no ticket.")
  return { ...state, ticket: { ...state.ticket, helpdesk, key: `${helpdesk}/1-501` }, notice: { code } }
}
const bar = () => within(screen.getByRole("region", { name: "Actions" }))
const offer = () => bar().queryByRole("button", { name: "Show where the ticket is" })

test("where a reading that isn't certain fails, the places can be shown from the bar", async () => {
  const background = showPanel(at("hubspot", "unreadable"))
  fireEvent.click(offer() ?? document.body)
  await waitFor(() => expect(background.of("panel-pick-start")).toMatchObject([{ of: { ticket: "hubspot/1-501" } }]))
})

test.each<[string, NoticeCode, boolean]>([
  ["hubspot", "unreadable", true],
  ["front", "token-wanted", true],
  ["hubspot", "page-changed", true],
  ["hubspot", "page-unfit", true],
  ["hubspot", "inserted", false],
  ["intercom", "unreadable", false],
  ["zendesk", "page-changed", false]
])("%s, %s: offered is %s", (helpdesk, code, isOffered) => {
  showPanel(at(helpdesk, code))
  expect(offer() !== null).toBe(isOffered)
  // What is broken for certain may be read as a selected text in any helpdesk.
  const selection = bar().queryByRole("button", { name: "Use the selected text" })
  expect(selection !== null).toBe(isOffered || code === "page-changed")
})
