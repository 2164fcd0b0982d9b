import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Verification } from "../../../src/ticket/draft.ts"
import { OWN_REPLY, replyChecked } from "../help/states-reply-check.ts"
import { panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more:reply-check")

const forget = () => localStorage.removeItem("check-reply-resting")
beforeEach(forget)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  forget()
})
const card = () => within(screen.getByRole("region", { name: "Your reply, checked" }))
const itemOf = (sentence: string) => {
  const item = card().getByText(`“${sentence}”`).closest("li")
  if (!item) throw new Error(`nothing is listed for ${sentence}`)
  return within(item)
}

test("each doubtful sentence has its reason, what the verifier says, and the source in its place", () => {
  showPanel(states["reply-checked"]())
  expect(
    card()
      .getAllByText(/^“/)
      .map((one) => one.textContent)
  ).toEqual([OWN_REPLY.search, OWN_REPLY.choice, OWN_REPLY.credit].map((sentence) => `“${sentence}”`))
  expect(itemOf(OWN_REPLY.search).getByText(/five working days/)).toBeTruthy()
  const denied = itemOf(OWN_REPLY.choice)
  expect(denied.getByText(/The model that verifies says that source 3 says otherwise/)).toBeTruthy()
  expect(denied.getByText("one of the two, not both")).toBeTruthy()
  expect(denied.queryByText(/Ask for it/)).toBeNull()
  fireEvent.click(denied.getByRole("button", { name: /^Show in the source/ }))
  expect(denied.getByText(/^If the parcel isn’t found/, { selector: "mark" })).toBeTruthy()
  expect(card().getByText("1 sentence is supported or confirmed.")).toBeTruthy()
  expect(card().getByText("verifier-a has verified it.")).toBeTruthy()
  expect(card().getByText("Can I get the money back to another card?")).toBeTruthy()
})

test.each<[Verification["state"], RegExp]>([
  ["late", /^verifier-a took too long, so only the rules/],
  ["failed", /^verifier-a failed, so only the rules/],
  ["malformed", /^verifier-a gave no usable answer, so only the rules/],
  ["unreliable", /^verifier-a didn’t notice a false sentence/]
])("the card says that the verifier was %s", (state, words) => {
  showPanel(replyChecked({ verification: { model: "verifier-a", state, confirmed: 0, doubted: 0 } }))
  expect(card().getByText(words)).toBeTruthy()
})

test("without a model the card says plainly that only the rules have checked", () => {
  showPanel(states["reply-by-rules"]())
  expect(card().getByText("No model verifies here: only the rules have checked it.")).toBeTruthy()
})

test("a text that has changed and a thread that went on are said, and Check again is offered", async () => {
  const background = showPanel(states["reply-changed"]())
  expect(card().getByText(/The text in the editor has changed since/)).toBeTruthy()
  expect(card().getByText(/Maya Lindqvist has written since/)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Check again" }))
  await waitFor(() => expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-check-reply" })))
})

test("while the reply is checked, Check again waits and says why", () => {
  const background = showPanel(states["reply-checking"]())
  const button = card().getByRole("button", { name: "Check again" })
  expect(button.getAttribute("aria-disabled")).toBe("true")
  expect(button.title).toBe("Comparing your reply with the ticket and the pages.")
  fireEvent.click(button)
  expect(background.sent.filter(({ kind }) => kind === "panel-check-reply")).toEqual([])
})

test("its key asks; what nobody switched on isn't asked by itself", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  const asked = () => background.sent.filter(({ kind }) => kind === "panel-check-reply")
  act(() => background.push({ ...states.ready(), reply: { pauses: 1 } }))
  await act(() => vi.advanceTimersByTimeAsync(20_000))
  expect(asked()).toEqual([])
  fireEvent.keyDown(document.body, { key: "v" })
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(asked()).toEqual([expect.not.objectContaining({ rested: true })])
})

test("switched on, a rested text is checked, after a change of it not before it rests, and at most every ten seconds", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  const asked = () => background.sent.filter(({ kind }) => kind === "panel-check-reply")
  const rest = (pauses: number) => act(() => background.push({ ...states.ready(), reply: { pauses } }))
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  fireEvent.click(card().getByRole("checkbox", { name: "Check my reply by itself" }))
  rest(1)
  await pass(500)
  rest(2)
  await pass(500)
  expect(asked()).toHaveLength(0)
  await pass(400)
  expect(asked()).toEqual([expect.objectContaining({ rested: true })])
  rest(3)
  await pass(5000)
  expect(asked()).toHaveLength(1)
  await pass(6000)
  expect(asked()).toHaveLength(2)
  await pass(30_000)
  expect(asked()).toHaveLength(2)
})

test("a text that rests soon after a check that was asked for is checked once the ten seconds are over", async () => {
  localStorage.setItem("check-reply-resting", "yes")
  vi.useFakeTimers()
  const checked = replyChecked({ startedAt: Date.now() })
  const background = showPanel(checked)
  const asked = () => background.sent.filter(({ kind }) => kind === "panel-check-reply")
  act(() => background.push({ ...checked, reply: { ...checked.reply, pauses: 2 } }))
  await act(() => vi.advanceTimersByTimeAsync(9000))
  expect(asked()).toEqual([])
  await act(() => vi.advanceTimersByTimeAsync(2000))
  expect(asked()).toEqual([expect.objectContaining({ rested: true })])
})

test("a panel that nobody sees checks nothing by itself", async () => {
  localStorage.setItem("check-reply-resting", "yes")
  vi.useFakeTimers()
  const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden")
  const background = showPanel(states.ready())
  act(() => background.push({ ...states.ready(), reply: { pauses: 1 } }))
  await act(() => vi.advanceTimersByTimeAsync(20_000))
  expect(background.sent.filter(({ kind }) => kind === "panel-check-reply")).toEqual([])
  hidden.mockRestore()
})
