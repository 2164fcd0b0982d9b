import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { seatStates } from "../help/states-seat.ts"
import { showPanel } from "../show-panel.tsx"

/** A ticket that tells of a danger: hand it over first, and no letter but the team's own. */
afterEach(cleanup)

const show = (name: keyof typeof seatStates) => {
  const { state, answers } = seatStates[name]()
  return showPanel(state, answers)
}
const region = (name: string) => within(screen.getByRole("region", { name }))
const bar = () => region("Actions")
const press = (key: string) => fireEvent.keyDown(document.body, { key })

test("the hand-over comes first, with the kind and the customer's words, and its note is the main button", async () => {
  const background = show("danger")
  expect(region("What the customer wants now").getByText("Because of “smoke came out of the base”")).toBeTruthy()
  const todo = region("Before you send")
  expect(todo.getByLabelText("Hand over to Product safety")).toBeTruthy()
  expect(todo.getByText("Danger (smoke or fire): “smoke came out of the base”")).toBeTruthy()
  const copy = todo.getByRole("button", { name: /^Copy the hand-over note/ })
  expect(copy.className).toContain("main")
  expect(bar().getByRole("button", { name: "Insert" }).className).not.toContain("main")
  expect(bar().getByRole("status").textContent).toContain("Hand it over first.")
  fireEvent.click(copy)
  await waitFor(() => expect(background.clipboard[0]).toMatch(/Danger \(smoke or fire\): “smoke came out of the base”/))
})

test("Change is off and says why, and after the hand-over the bar says whose words it is", async () => {
  const background = show("danger")
  const change = bar().getByRole("button", { name: "Change" })
  expect(change.getAttribute("aria-disabled")).toBe("true")
  press("1")
  await waitFor(() => expect(bar().getByRole("status").textContent).toContain("No page is used, only your playbook."))
  fireEvent.click(change)
  await waitFor(() => expect(bar().getByText(/A safe reply isn’t reworded/, { selector: ".say *" })).toBeTruthy())
  expect(background.of("panel-regenerate")).toEqual([])
})

test("without a playbook nothing is offered but a holding reply", async () => {
  show("dangerWithoutPlaybook")
  const draft = region("Draft")
  expect(draft.getByText("No reply is offered. Hand it over first.")).toBeTruthy()
  expect(draft.queryByText(/searched/i)).toBeNull()
  expect(draft.queryByRole("button", { name: /Search|Ask the customer/ })).toBeNull()
  press("d")
  await waitFor(() => expect(screen.getByText(/Thank you for telling us/)).toBeTruthy())
  press("1")
  await waitFor(() => expect(bar().getByRole("status").textContent).toContain("Your own words. No page was used."))
})

test("one key says that there is no danger, and one that there is", async () => {
  const sure = show("danger")
  expect(region("What the customer wants now").getByRole("button", { name: /^No danger here/ })).toBeTruthy()
  press("s")
  await waitFor(() => expect(sure.of("panel-danger")).toMatchObject([{ decision: "none" }]))
  cleanup()
  const perhaps = show("perhapsDanger")
  expect(screen.getByText("This may tell of a danger: smoke or fire.")).toBeTruthy()
  expect(screen.queryByRole("region", { name: "Before you send" })).toBeNull()
  expect(bar().getByRole("button", { name: "Insert" }).className).toContain("main")
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "smoke" } })
  fireEvent.click(screen.getByRole("option", { name: /^Treat as a danger/ }))
  await waitFor(() => expect(perhaps.of("panel-danger")).toMatchObject([{ decision: "treat" }]))
})

test("a danger that the agent has dismissed is no danger any more, and can be one again", () => {
  const { state, answers } = seatStates.danger()
  const { draft } = state
  if (!draft?.danger) throw new Error("The state has no danger.")
  showPanel({ ...state, draft: { ...draft, danger: { ...draft.danger, decision: "none" } } }, answers)
  expect(screen.getByText("You said that there is no danger here.")).toBeTruthy()
  expect(screen.queryByRole("region", { name: "Before you send" })).toBeNull()
  expect(screen.queryByText("Danger: Grace asks")).toBeNull()
  expect(screen.getByRole("button", { name: /^Treat as a danger/ })).toBeTruthy()
})
