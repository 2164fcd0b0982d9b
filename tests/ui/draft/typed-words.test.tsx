import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { LookupResult } from "../../../src/ticket/looked-up.ts"
import { ticket } from "../help/states-inspector.ts"
import { openPlace, showPanel } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

/** What an agent types on the cards belongs to the ticket for which it was typed. */
afterEach(cleanup)

const FAILED: LookupResult = {
  ...{ name: "shop", title: "Shop", host: "shop.example", origin: "https://shop.example", state: "failed" },
  problem: "timeout",
  at: new Date().toISOString(),
  facts: [{ name: "sent", label: "Sent on" }]
}
/** The shop doesn't answer, as for all tickets then. */
const first = () => ({ ...states.ready(), lookups: [FAILED] })
const other = () =>
  base({ ticket: ticket({ key: "sample/48190", ticketId: "48190" }), draft: draft(), lookups: [FAILED] })
const customer = () => {
  openPlace("more:customer")
  return within(screen.getByRole("region", { name: "Customer" }))
}
const fact = () => customer().getByRole<HTMLInputElement>("textbox", { name: "Sent on" })
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

test("a fact that is being typed isn't offered for another customer, and is there again for its own", async () => {
  const background = showPanel(first())
  fireEvent.click(customer().getByRole("button", { name: "Type it in" }))
  type(fact(), "12 November")
  background.push(other())
  expect(customer().queryByRole("textbox")).toBeNull()
  fireEvent.click(customer().getByRole("button", { name: "Type it in" }))
  expect(fact().value).toBe("")
  // In between a page without a ticket.
  background.push(states.empty())
  background.push(first())
  expect(fact().value).toBe("12 November")
  fireEvent.submit(fact())
  await waitFor(() =>
    expect(background.of("panel-facts").map(({ facts }) => facts)).toEqual([{ "Sent on": "12 November" }])
  )
  await waitFor(() => expect(customer().queryByRole("textbox")).toBeNull())
})

test.each([
  ["the relay is away", { ...states.offline(), lookups: [FAILED] }, {}],
  ["the relay fails", first(), { "panel-facts": { ok: false, code: "unreachable" } as const }]
])("a fact that isn't taken because %s stays in its field", async (_why, state, answers) => {
  showPanel(state, answers)
  fireEvent.click(customer().getByRole("button", { name: "Type it in" }))
  type(fact(), "12 November")
  fireEvent.submit(fact())
  await waitFor(() => expect(fact().value).toBe("12 November"))
})

test.each([
  ["textbox", "Say what to change", "more"],
  ["textbox", "Ask about this ticket or the pages", "ask"],
  ["searchbox", "Your own words", "ask"]
] as const)(
  "%s: “%s” keeps its words over a page without a ticket, and loses them when somebody signs out",
  (role, name, place) => {
    const field = () => {
      openPlace(place)
      return screen.getByRole<HTMLInputElement>(role, { name })
    }
    const background = showPanel(first())
    type(field(), "shorter, and in German")
    background.push(other())
    expect(field().value).toBe("")
    background.push(states.empty())
    background.push(first())
    expect(field().value).toBe("shorter, and in German")
    background.push(states.unpaired())
    background.push(first())
    expect(field().value).toBe("")
  }
)

test("Erase forgets what was typed for the ticket, and nothing of another", async () => {
  const background = showPanel(other())
  const field = () => {
    openPlace("more")
    return screen.getByRole<HTMLInputElement>("textbox", { name: "Say what to change" })
  }
  type(field(), "in German")
  background.push(first())
  type(field(), "shorter")
  fireEvent.keyDown(document.body, { key: "?" })
  for (let presses = 0; presses < 2; presses++) fireEvent.click(screen.getByRole("button", { name: /^Erase/ }))
  await waitFor(() => expect(background.of("panel-erase")).toHaveLength(1))
  await waitFor(() => expect(field().value).toBe(""))
  background.push(other())
  expect(field().value).toBe("in German")
})
