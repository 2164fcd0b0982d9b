import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { panelAt } from "./show-panel.tsx"
import { base, draft, states } from "./states.ts"

const showPanel = panelAt("more:outcomes")

afterEach(cleanup)

const item = (name: RegExp) => within(screen.getByText(name).closest("li") ?? document.body)

test("each refused result names its ticket and what was found, and has its two ways out", async () => {
  const back = showPanel(states["refused-outcomes"]())
  const card = within(await screen.findByRole("region", { name: "Refused results" }))
  expect(card.getAllByRole("listitem").map((one) => one.querySelector("p")?.textContent)).toEqual([
    "Ticket 1001: an e-mail address stood there unmasked.",
    "Ticket 35436: a card number and an account number stood there unmasked."
  ])
  fireEvent.click(item(/^Ticket 1001/).getByRole("button", { name: "Mask and send" }))
  fireEvent.click(item(/^Ticket 35436/).getByRole("button", { name: "Discard" }))
  await waitFor(() =>
    expect(back.sent).toEqual(
      expect.arrayContaining([
        { kind: "popup-outcome", id: "o1", what: "mask" },
        { kind: "popup-outcome", id: "o2", what: "discard" }
      ])
    )
  )
})

test("that it didn't work is said", async () => {
  showPanel(states["refused-outcomes"](), { "popup-outcome": { ok: false, code: "outcome-not-masked" } })
  fireEvent.click((await screen.findAllByRole("button", { name: "Mask and send" }))[0] ?? document.body)
  await screen.findByText("That didn’t work. The result still waits here; try again.")
})

test("with nothing refused there is no such card; a refused draft says what was found", async () => {
  showPanel(base({ draft: draft() }))
  await screen.findByRole("region", { name: "Draft" })
  expect(screen.queryByText("Refused results")).toBeNull()
  cleanup()
  showPanel(states["refused-body"]())
  await screen.findByText("The relay found a card number and an e-mail address unmasked, and refused the request.")
})
