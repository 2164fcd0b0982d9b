import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { showPanel } from "../show-panel.tsx"
import { states } from "../states.ts"

afterEach(cleanup)

test("the panel shows what would be read, masked, and what is left out only by its length", () => {
  showPanel(states.picking())
  const read = within(screen.getByRole("region", { name: "What would be read" }))
  expect(read.getByText("4 parts, 1 left out")).toBeTruthy()
  expect(read.getByText("[PERSON_1]")).toBeTruthy()
  expect(read.getByText("Not read: 1 line by Priya Nair")).toBeTruthy()
})

test("a part is left out, and one that isn't a note is read, each by its message", async () => {
  const background = showPanel(states.picking())
  fireEvent.click(screen.getByRole("button", { name: "Leave out message 2" }))
  fireEvent.click(screen.getByRole("button", { name: "It isn’t: Priya Nair" }))
  await waitFor(() => expect(background.of("panel-pick-act")).toHaveLength(2))
  expect(background.of("panel-pick-act").map(({ act }) => act)).toEqual([
    { act: "leave-out", id: "m3" },
    { act: "read", id: "m2", role: "agent" }
  ])
})

test("the page is read only when every step is done, and the places are kept unless the box is cleared", async () => {
  const background = showPanel(states.picking())
  fireEvent.click(screen.getByRole("button", { name: /^Read this page/ }))
  expect(background.of("panel-pick-read")).toEqual([])
  const { picking } = states.picking()
  if (!picking) throw new Error("Nobody is pointing.")
  background.push({ ...states.picking(), picking: { ...picking, step: "done", reply: true } })
  fireEvent.click(screen.getByRole("checkbox", { name: "Remember these places for harbourdesk.example" }))
  fireEvent.click(screen.getByRole("button", { name: /^Read this page/ }))
  await waitFor(() =>
    expect(background.of("panel-pick-read")).toEqual([{ kind: "panel-pick-read", tabId: 7, remember: false }])
  )
})

test.each([
  ["gone", /isn’t on the page any more\. Point at it where it is now/],
  ["loaded-anew", /was reloaded, so what you had pointed at is lost\. Start again/]
] as const)("that what was pointed at is %s is said at once", (fault, words) => {
  const { picking } = states.picking()
  if (!picking) throw new Error("Nobody is pointing.")
  showPanel({ ...states.picking(), picking: { ...picking, step: "subject", messages: [], fault } })
  expect(screen.getAllByRole("alert").map(({ textContent }) => textContent)).toContainEqual(
    expect.stringMatching(words)
  )
})

test("where pointing ended because its page was left, that is said beside the button that begins it again", () => {
  const { picking: _, ...state } = states.picking()
  const site = { origin: "https://desk.example.org", on: true, builtIn: false, tabId: 7 }
  showPanel({ ...state, site, pickLost: true })
  screen.getByText("Pointing ended because its page was left. Begin again on the page that is in front now.")
  expect(screen.getByRole("button", { name: "Show where the ticket is" })).toBeTruthy()
})
