import { cleanup, fireEvent, render, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { PageMessage } from "../../../src/protocol/routes/calls/page-call.ts"
import type { OwnReview } from "../../../src/protocol/routes/case-work.ts"
import { createRelayLink } from "../../../src/ui/kit/relay/relay-link.ts"
import { OwnReviews } from "../../../src/ui/own/own-reviews.tsx"
import { REVIEW } from "./own-review.ts"

afterEach(cleanup)

/** The page over a background that answers with these reviews, and notes what it is asked. */
function show(reviews: OwnReview[], { signedIn = true, fault }: { signedIn?: boolean; fault?: string } = {}) {
  const asked: PageMessage[] = []
  const person = { id: "00000000-0000-4000-8000-00000000c001", name: "Tom", role: "agent" as const, groups: [] }
  const link = createRelayLink("agent", {
    carry: (message) => {
      asked.push(message)
      if (message.kind === "page-status")
        return Promise.resolve({ ok: true, value: { address: "http://127.0.0.1:8787", ...(signedIn && { person }) } })
      if (message.kind !== "relay-call") return Promise.resolve({ ok: true, value: null })
      if (message.route === "GET /v1/own/reviews") return Promise.resolve({ ok: true, value: { reviews } })
      return Promise.resolve(fault ? { ok: false, code: fault } : { ok: true, value: { disputes: [] } })
    }
  })
  render(<OwnReviews link={link} />)
  return asked
}

test("an agent reads comment and scores, and contests one with a reason", async () => {
  const asked = show([REVIEW])
  const reply = within(await screen.findByRole("region", { name: /^Where is my parcel\?/ }))
  reply.getByText("Greet first.")
  reply.getByText("Tone: No")
  fireEvent.click(reply.getByRole("button", { name: "Contest Tone" }))
  const why = reply.getByRole("textbox", { name: "Why isn’t the score of Tone right?" })
  expect(document.activeElement).toBe(why)
  const send = reply.getByRole("button", { name: /^Send to the leads/ })
  expect(send.getAttribute("aria-disabled")).toBe("true")
  fireEvent.change(why, { target: { value: "They wanted it short." } })
  fireEvent.click(send)
  await screen.findByRole("button", { name: "Contest Tone" })
  expect(asked).toContainEqual({
    kind: "relay-call",
    as: "agent",
    route: "POST /v1/own/reviews/:id/disputes",
    path: { id: REVIEW.caseId },
    query: { criterion: "tone" },
    body: { reason: "They wanted it short." }
  })
})

test("a score that was contested says what became of it, and can't be contested again", async () => {
  show([
    {
      ...REVIEW,
      disputes: [
        {
          ...{ criterion: "tone", name: "", score: "no", state: "kept", by: null },
          ...{ reason: "They wanted it short.", sentence: "Short, but still with a greeting." },
          ...{ at: REVIEW.at, decidedAt: REVIEW.at }
        }
      ]
    }
  ])
  await screen.findByText("Score kept")
  screen.getByText("Short, but still with a greeting.")
  expect(screen.queryByRole("button", { name: "Contest Tone" })).toBeNull()
  screen.getByRole("button", { name: "Contest Correct" })
})

test("no review yet, nobody signed in, and a refusal are each said", async () => {
  show([])
  await screen.findByText("No reply of yours has been reviewed yet.")
  cleanup()
  show([], { signedIn: false })
  await screen.findByText("Sign in first, with the extension’s popup.")
  cleanup()
  show([REVIEW], { fault: "contested-already" })
  fireEvent.click(await screen.findByRole("button", { name: "Contest Tone" }))
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "They wanted it short." } })
  fireEvent.click(screen.getByRole("button", { name: /^Send to the leads/ }))
  expect((await screen.findByRole("alert")).textContent).toMatch(/^You have contested this score already\./)
})
