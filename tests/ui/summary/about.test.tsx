import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { TicketAbout } from "../../../src/ticket/ticket-about.ts"
import { openPlace, panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more:summary")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const TOLD: TicketAbout = {
  intent: { name: "refund", because: ["money", "back"] },
  urgent: { because: "by tomorrow" },
  escalate: { reason: "law", because: "lawyer", group: "Billing" },
  choices: ["login", "refund"]
}
function shown(about: TicketAbout | undefined, answers?: Parameters<typeof showPanel>[1]) {
  const state = states.ready()
  const { summary } = state
  if (!summary) throw new Error("The state has no summary.")
  return showPanel({ ...state, summary: { ...summary, ...(about && { about }) } }, answers)
}
const card = () => within(screen.getByRole("region", { name: "Summary" }))
const choice = () => card().getByLabelText<HTMLSelectElement>("What the ticket is about")

test("one line tells what the ticket is about, that it can't wait, and for whom it is, each with its words", () => {
  shown(TOLD)
  const line = card().getByText("About").nextElementSibling?.textContent
  expect(choice().value).toBe("refund")
  expect(line).toContain("because of money and back")
  expect(line).toContain("Urgent because of “by tomorrow”.")
  expect(line).toContain("Perhaps for the group Billing, because of “lawyer”.")
})

test.each<[string, TicketAbout | undefined]>([
  ["it isn't told", undefined],
  ["it is none of the team's", { choices: ["login", "refund"] }]
])("nothing is shown if %s", (_name, about) => {
  shown(about)
  expect(card().queryByText("About")).toBeNull()
})

test("another intent is one press, and so is none of them", async () => {
  const { of } = shown(TOLD)
  expect([...choice().options].map(({ text }) => text)).toEqual(["login", "refund", "none of these"])
  fireEvent.change(choice(), { target: { value: "login" } })
  expect(await card().findByText("Noted. The next training uses it.")).toBeTruthy()
  fireEvent.change(choice(), { target: { value: "" } })
  expect(of("panel-intent").map(({ intent }) => intent)).toEqual(["login", null])
})

test("what was noted for one ticket isn't said of the next", async () => {
  const background = shown(TOLD)
  fireEvent.change(choice(), { target: { value: "login" } })
  await card().findByText(/^Noted/)
  const { ticket, summary, ...state } = states.ready()
  if (!ticket || !summary) throw new Error("The state has no ticket.")
  background.push({ ...state, ticket: { ...ticket, key: "sample/48190" }, summary: { ...summary, about: TOLD } })
  openPlace("more:summary")
  expect(card().queryByText(/^Noted/)).toBeNull()
})

test("an intent that has gone is said, and stays to be corrected", async () => {
  shown({ ...TOLD, choices: ["login"] }, { "panel-intent": { ok: false, code: "intent-gone" } })
  expect(choice().value).toBe("refund")
  fireEvent.change(choice(), { target: { value: "login" } })
  expect(await card().findByText(/no longer has this intent/)).toBeTruthy()
})

test("a playbook's reason is its own, and without a group a lead is named", () => {
  shown({ choices: [], escalate: { reason: "playbook", because: "The carrier has it.", group: "Delivery" } })
  expect(card().getByText("Perhaps for the group Delivery: The carrier has it.")).toBeTruthy()
  cleanup()
  shown({ choices: [], escalate: { reason: "mood", because: "unacceptable" } })
  expect(card().getByText("Perhaps for a lead, because of “unacceptable”.")).toBeTruthy()
})
