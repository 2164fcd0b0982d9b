import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { PanelState } from "../../../src/protocol/panel.ts"
import type { SummaryLine } from "../../../src/ticket/draft.ts"
import { newestAsk } from "../../../src/ui/agent/now/newest-ask.ts"
import { nowTag } from "../../../src/ui/agent/now/now.tsx"
import { ticket } from "../help/states-inspector.ts"
import { showPanel } from "../show-panel.tsx"
import { base, draft } from "../states.ts"

/** What the customer wants now, above the letter. */
afterEach(cleanup)

const lines: SummaryLine[] = [
  { kind: "wants", text: "Where is my parcel?", messageId: "m1" },
  { kind: "wants", text: "I would rather have my money back.", messageId: "m3" },
  { kind: "open", text: "How long will it take?", messageId: "m3" }
]
const state = (parts: Partial<PanelState> = {}) =>
  base({ draft: draft({ claims: [], questions: [] }), summary: { state: "ready", lines }, ...parts })
const now = () => within(screen.getByRole("region", { name: "What the customer wants now" }))

test("the newest question comes first, then the other wishes, each once", () => {
  expect(newestAsk({ state: "ready", lines: [...lines, ...lines] }, ticket())).toMatchObject({
    message: { n: 3 },
    texts: ["How long will it take?", "I would rather have my money back.", "Where is my parcel?"]
  })
  expect(newestAsk({ state: "ready", lines: [{ kind: "wants", text: "" }] }, ticket())).toBeUndefined()
})

test("it is said in the customer's words, with a link to the message, and folds to one line under a drawer", () => {
  const background = showPanel(state())
  expect(now().getByText("How long will it take?").tagName).toBe("B")
  fireEvent.click(now().getByRole("button", { name: /^message 3, \d\d:\d\d, Maya Brandt/ }))
  expect(background.of("panel-show-message")).toMatchObject([{ messageId: "m3" }])
  fireEvent.click(screen.getByRole("button", { name: "More" }))
  expect(now().queryByRole("button", { name: /^message 3/ })).toBeNull()
  expect(now().getByText("How long will it take?")).toBeTruthy()
})

test("where nothing was read yet, that is said in its place", () => {
  showPanel(state({ summary: { state: "writing", lines: [] } }))
  expect(now().getByText("Reading the thread.")).toBeTruthy()
})

const WRITTEN = Date.parse("2026-11-20T12:00:00Z")
const tagOf = (summary: PanelState["summary"], parts = {}) =>
  nowTag({ state: base({ summary }), ticket: { ...ticket(), messages: [], ...parts } }, WRITTEN)?.text

test.each<[string, SummaryLine[], string | undefined]>([
  ["a promise of ours", [{ kind: "promised", text: "We call by Friday.", until: "by Friday" }], "promised: by Friday"],
  ["an angry customer", [{ kind: "mood", text: "angry" }], "angry"],
  ["a calm customer", [{ kind: "mood", text: "calm" }], undefined],
  [
    "a promise of the customer",
    [{ kind: "promised", who: "customer", text: "I pay today.", until: "today" }],
    undefined
  ]
])("one tag, only if there is something to say: %s", (_, told, tag) => {
  expect(tagOf({ state: "ready", lines: told })).toBe(tag)
})

test("who waits for more than a day is told since when, from the first message that nobody answered", () => {
  const message = { author: "Maya", role: "customer" as const }
  const messages = [
    { ...message, id: "a", n: 1, at: "2026-11-10T12:00:00Z" },
    { ...message, id: "b", n: 2, role: "agent" as const, at: "2026-11-11T12:00:00Z" },
    { ...message, id: "c", n: 3, at: "2026-11-17T12:00:00Z" },
    { ...message, id: "d", n: 4, at: "2026-11-20T11:00:00Z" }
  ]
  expect(tagOf(undefined, { messages })).toBe("waiting since 17 Nov")
  expect(tagOf(undefined, { messages: messages.slice(0, 2) })).toBeUndefined()
})

test("a danger is said with the customer's words for it, and the bar says what comes first", () => {
  const about = { choices: [], escalate: { reason: "danger" as const, because: "smoke", group: "Product safety" } }
  showPanel(state({ draft: draft({ claims: [], questions: [] }), summary: { state: "ready", lines, about } }))
  expect(now().getByText("Danger: Maya Brandt asks")).toBeTruthy()
  expect(now().getByText("Because of “smoke”")).toBeTruthy()
  const bar = within(screen.getByRole("region", { name: "Actions" }))
  expect(bar.getByRole("status").textContent).toBe("Danger. Hand it over first.")
  fireEvent.click(screen.getByRole("checkbox", { name: "Hand over to Product safety" }))
  expect(bar.getByRole("status").textContent).not.toMatch(/Danger/)
})
