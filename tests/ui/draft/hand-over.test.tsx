import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { base, states } from "../states.ts"
import { showPanel } from "../show-panel.tsx"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const key = (name: string) => fireEvent.keyDown(document.body, { key: name })

test("H copies the summary as a note for a colleague, and nothing is sent", async () => {
  const { clipboard, sent } = showPanel(
    base({
      summary: {
        state: "ready",
        lines: [
          { kind: "wants", text: "Her parcel, or the money back", messageId: "m1" },
          { kind: "tried", text: "" },
          {
            kind: "promised",
            text: "I'll send the photo tonight.",
            who: "customer",
            until: "tonight",
            messageId: "m3"
          },
          { kind: "mood", text: "worried" }
        ]
      }
    })
  )
  key("h")
  await screen.findByText("Hand-over note copied.")
  // No fault, so it is no alert either.
  expect(screen.queryByRole("button", { name: "Copy details for IT" })).toBeNull()
  expect(screen.getByText("Hand-over note copied.").closest("[role=alert]")).toBeNull()
  const [note = ""] = clipboard
  expect(note.split("\n").slice(1)).toEqual([
    "Wants: Her parcel, or the money back",
    "Promised: I'll send the photo tonight. (by the customer)",
    "Mood: worried"
  ])
  expect(note).toMatch(/^Ticket \S+: /)
  expect(sent).toEqual([])
})

test("a ticket that no page answers is handed over with what was searched and what came near", async () => {
  const { clipboard } = showPanel(states.refused())
  fireEvent.click(screen.getByRole("button", { name: "Hand over" }))
  await screen.findByText("Hand-over note copied.")
  expect(clipboard[0]).toMatch(/No page answers it\. Searched: “.+”\./)
  expect(clipboard[0]).toMatch(/Closest pages: “.+”/)
})

test.each(["refused", "unsure"] as const)(
  "%s: the button stands where the letter would, also without a summary",
  async (name) => {
    const { clipboard } = showPanel({ ...states[name](), summary: { state: "failed", lines: [] } })
    const card = screen.getByRole("region", { name: "Draft" })
    fireEvent.click(within(card).getByRole("button", { name: "Hand over" }))
    await screen.findByText("Hand-over note copied.")
    expect(clipboard[0]).toMatch(/^Ticket \S+: .+\n.+/)
  }
)

test("without a summary there is nothing to hand over", () => {
  const { clipboard } = showPanel(base({ summary: { state: "failed", lines: [] } }))
  key("h")
  expect(clipboard).toEqual([])
  expect(screen.queryByRole("button", { name: "Hand over" })).toBeNull()
})
