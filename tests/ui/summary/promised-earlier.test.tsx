import { cleanup, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { PromisedEarlier } from "../../../src/ticket/earlier-ticket.ts"
import { readBody } from "../../../src/ui/agent/inspector/read-request-body.ts"
import { panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more:summary")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

function shown(earlier: PromisedEarlier | undefined, lines = states.ready().summary?.lines ?? []) {
  const state = states.ready()
  const { summary } = state
  if (!summary) throw new Error("The state has no summary.")
  return showPanel({ ...state, summary: { ...summary, lines, ...(earlier && { earlier }) } })
}
const card = () => within(screen.getByRole("region", { name: "Summary" }))
const PROMISE = {
  ...{ ticketId: "963", at: "2026-09-08T09:15:00Z", url: "https://desk.example/tickets/963" },
  text: "We will send the part by express within two working days."
}

test("a promise of an earlier ticket stands with the number and day of its ticket, which a press opens", () => {
  shown({ promises: [PROMISE] })
  expect(card().getByText("Promised earlier").nextElementSibling?.textContent).toContain(PROMISE.text)
  const link = card().getByRole("link", { name: /^ticket 963, / })
  expect(link.textContent).toMatch(/8 Sept?/)
  expect(link.getAttribute("href")).toBe(PROMISE.url)
  expect(link.getAttribute("rel")).toBe("noreferrer")
})

test("why earlier tickets aren't known is said, also where the thread has no summary", () => {
  shown({ promises: [], problem: "timeout" }, [])
  expect(card().getByText("Not known: the helpdesk did not answer within 3 s.")).toBeTruthy()
})

test.each<[string, PromisedEarlier | undefined]>([
  ["nothing was promised", { promises: [] }],
  ["nothing was read", undefined]
])("nothing is shown where %s", (_name, earlier) => {
  shown(earlier)
  expect(card().queryByText("Promised earlier")).toBeNull()
})

test("an address that is no page's is no link", () => {
  shown({ promises: [{ ...PROMISE, url: "javascript:alert(1)" }] })
  expect(card().queryByRole("link", { name: /963/ })).toBeNull()
})

test("What the model saw shows each promise that was sent, with its ticket", () => {
  const body = JSON.stringify({ ticket: { messages: [], earlier: [{ ticketId: "963", at: "", text: "We will." }] } })
  expect(readBody(body)).toContainEqual({ key: "earlier 0", title: "Promised in earlier ticket 963", text: "We will." })
})
