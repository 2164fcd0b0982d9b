import { cleanup, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { base, draft } from "../states.ts"
import { showPanel } from "../show-panel.tsx"

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
    "the day of delivery The letter asks for it.",
    "the parcel Look in the warehouse."
  ])
  expect(card.getByText("To do: Make the label.")).toBeTruthy()
  expect(card.getByText("Hand over to Returns. It is late.")).toBeTruthy()
})

test("without a playbook for the ticket there is no card", () => {
  showPanel(base({ draft: draft() }))
  expect(screen.queryByRole("region", { name: /^Playbook/ })).toBeNull()
})
