import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { PlaybookReason } from "../../../src/ticket/playbook-standing.ts"
import { reasonText } from "../../../src/ui/agent/cards/playbook/card.tsx"
import { ticket } from "../help/states-inspector.ts"
import { base, draft } from "../states.ts"
import { panelAt } from "../show-panel.tsx"

const showPanel = panelAt("more:playbook")

afterEach(cleanup)

const standing = {
  ...{ playbook: "return", title: "Return of an article", state: "asks" as const, because: [] },
  passed: [
    {
      ...{ name: "order", title: "Find the order" },
      because: [{ by: "fact" as const, what: "the order number", value: "LL-48301", test: "is known", holds: true }]
    }
  ],
  step: { name: "delivery", title: "Check the 30 days" },
  ahead: [{ name: "label", title: "Send the return label" }],
  missing: [
    { fact: "delivered", label: "the day of delivery", ask: "On which day did it arrive?" },
    { fact: "parcel", label: "the parcel", find: "Look in the warehouse." }
  ],
  do: "Make the label.",
  escalate: { group: "Returns", why: "It is late." }
}
const withPlaybook = () => base({ draft: draft({ answer: { tier: "sure", suggestions: [], playbook: standing } }) })

test("the card shows the steps passed with their values, the present one, what is missing and what to do", () => {
  showPanel(withPlaybook())
  const card = within(screen.getByRole("region", { name: "Playbook: Return of an article" }))
  expect(card.getByText("Step 2 of 3")).toBeTruthy()
  expect(card.getByText("the order number: LL-48301, is known")).toBeTruthy()
  expect(card.getByText("Check the 30 days").closest("li")?.getAttribute("aria-current")).toBe("step")
  const missing = within(card.getByRole("list", { name: "Missing for the next step" })).getAllByRole("listitem")
  expect(missing.map(({ textContent }) => textContent)).toEqual([
    "the day of delivery The letter asks for it.Type it in",
    "the parcel Look in the warehouse.Type it in"
  ])
  expect(card.getByText("To do: Make the label.")).toBeTruthy()
  expect(card.getByText("Hand over to Returns. It is late.")).toBeTruthy()
})

test("a missing fact is typed in and kept for the ticket, and one that was typed can be taken back", async () => {
  const given = { "the parcel": "somewhere", "the order": "LL-48301" }
  const { ticket, ...state } = withPlaybook()
  if (!ticket) throw new Error("The state has no ticket.")
  const background = showPanel({ ...state, ticket: { ...ticket, given } })
  const card = within(screen.getByRole("region", { name: "Playbook: Return of an article" }))
  expect(card.getByText(/You typed “somewhere”, which the playbook can’t read/)).toBeTruthy()
  fireEvent.click(card.getByRole("button", { name: "Type it in: the day of delivery" }))
  fireEvent.change(card.getByLabelText("the day of delivery"), { target: { value: " 4 November " } })
  fireEvent.click(card.getByRole("button", { name: "Use it" }))
  const sent = (facts: object) => expect.objectContaining({ kind: "panel-facts", keep: true, facts })
  await waitFor(() => expect(background.sent).toContainEqual(sent({ "the day of delivery": "4 November" })))
  fireEvent.click(card.getByRole("button", { name: "Take back the order: LL-48301" }))
  await waitFor(() => expect(background.sent).toContainEqual(sent({ "the order": "" })))
})

test("while the draft is made again the steps from before stay, said to be from before and with nothing to do", async () => {
  const background = showPanel(withPlaybook())
  const card = () => screen.getByRole("region", { name: "Playbook: Return of an article" })
  const here = card()
  fireEvent.click(within(here).getByRole("button", { name: "Type it in: the day of delivery" }))
  fireEvent.change(within(here).getByLabelText("the day of delivery"), { target: { value: "4 November" } })
  background.push(base({ draft: draft({ state: "writing" }) }))
  expect(card()).toBe(here)
  within(here).getByText("The steps are being gone through again. Below is how they stood before.")
  expect(within(here).getByLabelText<HTMLInputElement>("the day of delivery").value).toBe("4 November")
  expect(here.querySelector("[aria-current]")).toBeNull()
  expect(here.textContent).not.toMatch(/To do|Hand over|Step 2|waits for/)
  // Nothing of it is shown with another ticket, or if the new draft follows no playbook.
  background.push(base({ ticket: ticket({ key: "sample/48190" }), draft: draft({ state: "writing" }) }))
  expect(screen.queryByRole("region", { name: /^Playbook/ })).toBeNull()
  background.push(withPlaybook())
  expect(within(card()).getByText("Step 2 of 3")).toBeTruthy()
  background.push(base({ draft: draft({ state: "writing" }) }))
  background.push(base({ draft: draft() }))
  expect(screen.queryByRole("region", { name: /^Playbook/ })).toBeNull()
})

const fact = { by: "fact" as const, what: "the day of delivery", value: "4 November", test: "in English", holds: true }
const reckoning = { from: "2026-11-04", period: "30 days", to: "2026-12-04", today: "2026-11-25" }
const withinMonth = { by: "within" as const, amount: 720, unit: "hour" as const }
test.each<[PlaybookReason, string]>([
  [
    { ...fact, comparison: withinMonth, reckoning },
    "the day of delivery: 4 November, within 30 days, until 4 Dec 2026"
  ],
  [
    { ...fact, holds: false, comparison: { ...withinMonth, by: "longer-than" }, reckoning },
    "the day of delivery: 4 November, not more than 30 days ago until 4 Dec 2026"
  ],
  [
    { ...fact, comparison: { by: "within", amount: 24, unit: "month" } },
    "the day of delivery: 4 November, within 2 years"
  ],
  [
    { ...fact, comparison: { by: "longer-than", amount: 1, unit: "business-day" } },
    "the day of delivery: 4 November, longer than 1 working day"
  ],
  [
    { ...fact, holds: false, comparison: { by: "is", values: ["late", "lost"] } },
    "the day of delivery: 4 November, isn’t late or lost"
  ],
  [{ ...fact, comparison: { by: "at-least", figure: 1200.5 } }, "the day of delivery: 4 November, at least 1,200.5"],
  [{ ...fact, comparison: { by: "before", day: "2026-12-01" } }, "the day of delivery: 4 November, before 1 Dec 2026"],
  [
    { ...fact, value: undefined, holds: false, comparison: { by: "known", value: true } },
    "the day of delivery: not known"
  ],
  [
    { ...fact, by: "tag", what: "vip", value: "VIP", comparison: { by: "is", values: ["vip"] } },
    "The ticket has the tag VIP"
  ],
  [{ by: "intent", what: "refund, return", test: "is there", holds: false }, "The ticket isn’t about refund, return"],
  [fact, "the day of delivery: 4 November, in English"]
])("a reason is given in the panel's own words: %o", (reason, text) => {
  expect(reasonText(reason)).toBe(text)
})

test("without a playbook for the ticket there is no card", () => {
  showPanel(base({ draft: draft() }))
  expect(screen.queryByRole("region", { name: /^Playbook/ })).toBeNull()
})
