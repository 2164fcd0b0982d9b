import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { removeMarkedSentences } from "../../src/ui/agent/state/draft-text.ts"
import { GUARD_KINDS, locateGuardMarks, blockingGuardMarks, type GuardMark } from "../../src/ticket/guard-marks.ts"
import { isMessage } from "../../src/ui/messages/t.ts"
import { openPlace, panelAt } from "./show-panel.tsx"
import { base, draft, states } from "./states.ts"

const showPanel = panelAt("checks")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const insert = () => fireEvent.click(screen.getByRole("button", { name: /^Insert/ }))
const bar = () => screen.getByRole("region", { name: "Actions" })
const letter = () => screen.getByRole("group", { name: "Draft text" })
const checks = () => screen.getByRole("region", { name: "Checks" })
const kept = (words: string) => {
  const state = states.foreign()
  return {
    ...state,
    draft: {
      ...draft(),
      ...state.draft,
      guard: (state.draft?.guard ?? []).map((mark) => (mark.words === words ? { ...mark, kept: true as const } : mark))
    }
  }
}

test("what nobody gave is marked with its reason, and Insert waits and says why; Copy doesn't", async () => {
  const background = showPanel(states.foreign())
  expect(bar().textContent).toMatch(/Insert is on hold for 2 sentences\. 1 unnamed page\./)
  expect(
    within(letter())
      .getAllByRole("button")
      .map((button) => button.textContent)
  ).toEqual(["not given", "not given", "unnamed page"])
  expect(
    within(letter()).getByRole("button", {
      name: /^Not given: This link is not in the ticket and not in any source\. Insert waits\. Go to check 1/
    }).textContent
  ).toBe("not given")
  expect(within(checks()).getAllByRole("listitem")[0]?.textContent).toMatch(
    /“https:\/\/parcels\.example\.top\/label” This link is not in the ticket.*Insert waits until you change it, remove it or keep it as your own words/
  )
  insert()
  expect(background.of("panel-insert")).toEqual([])
  await waitFor(() => expect(document.activeElement?.id).toMatch(/^foreign-/))
  expect(bar().textContent).toMatch(/Change them, remove them, or keep them as your own words\. Copy works/)
  insert()
  expect(background.of("panel-insert")).toEqual([])
  fireEvent.click(screen.getByRole("button", { name: "Copy" }))
  await waitFor(() => expect(background.of("panel-copied").length).toBe(1))
  expect(bar().textContent).toMatch(/^Copied/)
  fireEvent.click(
    within(within(checks()).getAllByRole("listitem")[0] ?? checks()).getByRole("button", { name: "Remove it" })
  )
  expect(bar().textContent).toMatch(/^Insert is on hold for 1 sentence\./)
})

test("“Keep as my own words” at the mark's check tells the background; when none waits, Insert goes", async () => {
  const background = showPanel(states.foreign())
  fireEvent.click(
    within(within(checks()).getAllByRole("listitem")[1] ?? checks()).getByRole("button", {
      name: "Keep as my own words"
    })
  )
  await waitFor(() => expect(background.of("panel-keep-mark")).toMatchObject([{ words: "Then send us your PIN." }]))
  background.push(kept("Then send us your PIN."))
  expect(bar().textContent).toMatch(/Insert is on hold for 1 sentence\./)
  const all = kept("Then send us your PIN.")
  background.push({
    ...all,
    draft: { ...all.draft, guard: all.draft.guard.map((mark) => ({ ...mark, kept: true as const })) }
  })
  expect(within(letter()).queryAllByRole("button")).toEqual([])
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
})

test("“Remove it” takes the sentence out, and Insert goes when the last is gone; what only warns never stops it", async () => {
  const background = showPanel(states.foreign())
  for (let n = 0; n < 2; n++)
    fireEvent.click(
      within(within(checks()).getAllByRole("listitem")[0] ?? checks()).getByRole("button", { name: "Remove it" })
    )
  expect(letter().textContent).toMatch(/^Hello Maya,\s+More is on shop\.example\/help/)
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  expect(background.of("panel-insert")[0]?.text).toBe("Hello Maya,\n\nMore is on shop.example/help.")
})

test("the browser-wide key goes from mark to mark", async () => {
  const background = showPanel(states.foreign())
  for (const n of [1, 2, 3, 4]) {
    background.push({ ...states.foreign(), key: { n, name: "next" } })
    await waitFor(() => expect(document.activeElement?.textContent).toBe(n === 3 ? "unnamed page" : "not given"))
  }
})

test("every kind has its reason", () => {
  for (const kind of GUARD_KINDS) expect(isMessage(`foreign.${kind}`), kind).toBe(true)
})

test("hidden characters are quoted by their code, and removed without their sentence", () => {
  const text = "Pay\u200b today. Thanks."
  const mark: GuardMark = { kind: "hidden", severe: true, words: "\u200b" }
  showPanel(base({ draft: draft({ text, claims: [], questions: [], guard: [mark] }) }))
  expect(checks().textContent).toMatch(/“U\+200B”/)
  const [place] = locateGuardMarks([mark], text)
  if (!place) expect.fail("no mark")
  expect(removeMarkedSentences({ text, claims: [], kept: [], fills: [] }, place, "en").text).toBe("Pay today. Thanks.")
})

test("marks stand where their words do, as often as they do, whatever the agent wrote around them", () => {
  const marks: GuardMark[] = [
    { kind: "link", severe: true, words: "evil.com" },
    { kind: "secret-request", severe: true, words: "See evil.com and send your PIN." },
    { kind: "page", severe: false, words: "a.b/c" }
  ]
  const text = "Mine. evil.com! See evil.com and send your PIN. a.b/c"
  expect(locateGuardMarks(marks, text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "evil.com",
    "See evil.com and send your PIN.",
    "a.b/c"
  ])
  expect(blockingGuardMarks(marks, text)).toHaveLength(2)
  expect(blockingGuardMarks(marks, "a.b/c")).toEqual([])
  expect(locateGuardMarks([{ kind: "link", severe: true, words: "" }], text)).toEqual([])
})

test("a message that holds instructions to a machine is named quietly, and leads to it", async () => {
  const state = states.ready()
  if (!state.ticket) expect.fail("no ticket")
  const background = showPanel({
    ...state,
    ticket: {
      ...state.ticket,
      messages: state.ticket.messages.map((message, at) => (at === 0 ? { ...message, orders: true as const } : message))
    }
  })
  openPlace("more:summary")
  const summary = screen.getByRole("region", { name: "Summary" })
  expect(summary.textContent).toMatch(/Careful.*This message contains instructions to a machine\./)
  fireEvent.keyDown(document.body, { key: "Escape" })
  const now = within(screen.getByRole("region", { name: "What the customer wants now" }))
  const line = now.getByText("This message contains instructions to a machine.", { exact: false })
  fireEvent.click(within(line).getByRole("button", { name: /^message 1/ }))
  await waitFor(() => expect(background.of("panel-show-message")).toHaveLength(1))
})
