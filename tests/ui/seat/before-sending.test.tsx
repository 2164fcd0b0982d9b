import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { CommandAnswer } from "../../../src/protocol/panel.ts"
import { showPanel } from "../show-panel.tsx"
import { base, claimsOf, draft, states } from "../states.ts"

/** What is to do before the letter is sent. */
afterEach(cleanup)

const ASKED = "I have asked the carrier to search for it."
const FILE = "Please find the label attached."
const TEXT = `Hello Maya,\n\n${ASKED} ${FILE}\n\nKind regards`
const place = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text })
const DEEDS: CommandAnswer = {
  ok: true,
  deeds: [
    { kind: "done", ...place(ASKED) },
    { kind: "file", ...place(FILE) }
  ]
}
const letter = (parts: Parameters<typeof draft>[0] = {}) =>
  draft({
    text: TEXT,
    questions: [],
    claims: claimsOf(TEXT, [[ASKED, { state: "supported", sources: [2] }]]),
    ...parts
  })
const state = (parts: Parameters<typeof draft>[0] = {}) => base({ draft: letter(parts), summary: undefined })
const lines = () => within(screen.getByRole("region", { name: "Before you send" }))
const bar = () => within(screen.getByRole("region", { name: "Actions" }))
const says = () => bar().getByRole("status").textContent

test("what the letter tells as done, and a file that it names, each have a line with a tick and the reason", async () => {
  showPanel(state(), { "panel-deeds": DEEDS })
  const done = await screen.findByRole("checkbox", { name: `“${ASKED}”` })
  expect(done.getAttribute("aria-describedby")).toBeTruthy()
  expect(lines().getByText("The draft says that this is done.")).toBeTruthy()
  expect(lines().getByRole("checkbox", { name: "Attach the file" })).toBeTruthy()
  expect(lines().getByText("0 of 2 done")).toBeTruthy()
  expect(says()).toMatch(/^2 to do before you send\. 1 with a source\./)
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).toContain(`${ASKED}2to do`)
})

test("a digit ticks a line, the sentence's mark and the bar follow, and N goes to the one that is open", async () => {
  const background = showPanel(state(), { "panel-deeds": DEEDS })
  await screen.findByRole("checkbox", { name: "Attach the file" })
  fireEvent.keyDown(document.body, { key: "1" })
  expect(lines().getByRole("checkbox", { name: `“${ASKED}”` })).toHaveProperty("checked", true)
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).toContain(`${ASKED}2done`)
  expect(says()).toMatch(/^1 to do before you send\./)
  fireEvent.keyDown(document.body, { key: "n" })
  expect(document.activeElement).toBe(lines().getByRole("checkbox", { name: "Attach the file" }))
  fireEvent.keyDown(document.body, { key: "2" })
  expect(says()).toBe("Ready. 1 sentence has a source.")
  expect(background.of("panel-tick").map(({ ticked }) => ticked.length)).toEqual([1, 2])
})

test("what was ticked before the panel was closed is still ticked", async () => {
  const whole = state()
  const { ticket } = whole
  if (!ticket) throw new Error("The state has no ticket.")
  showPanel({ ...whole, ticket: { ...ticket, ticked: [`done ${ASKED}`] } }, { "panel-deeds": DEEDS })
  expect(await screen.findByRole("checkbox", { name: `“${ASKED}”` })).toHaveProperty("checked", true)
  expect(lines().getByText("1 of 2 done")).toBeTruthy()
})

test("an open line holds nothing: Insert goes in, and names it once", async () => {
  const background = showPanel(state(), { "panel-deeds": DEEDS })
  await screen.findByRole("checkbox", { name: "Attach the file" })
  fireEvent.keyDown(document.body, { key: "1" })
  fireEvent.click(screen.getByRole("button", { name: "Insert" }))
  await waitFor(() => expect(says()).toBe("Inserted. Still to do: Attach the file"))
  expect(background.of("panel-insert")).toMatchObject([{ toDo: { done: 1, open: 1 } }])
  fireEvent.keyDown(document.body, { key: "2" })
  await waitFor(() => expect(says()).not.toMatch(/Still to do/))
})

test("a line is gone when its sentence is, and there is no card where nothing is to do", async () => {
  const background = showPanel(state(), { "panel-deeds": DEEDS })
  await screen.findByRole("checkbox", { name: "Attach the file" })
  background.answers["panel-deeds"] = { ok: true, deeds: [] }
  background.push(base({ draft: draft({ id: "d2", text: "Hello.", claims: [], questions: [] }), summary: undefined }))
  await waitFor(() => expect(screen.queryByRole("region", { name: "Before you send" })).toBeNull())
  expect(says()).toBe("Ready. No sentence states a fact.")
})

test("the step of a playbook, a promise of ours and who else must see it are lines, and more than three fold", () => {
  const step = { name: "label", title: "Label" }
  const playbook = {
    playbook: "returns",
    title: "Sending back",
    state: "acts" as const,
    passed: [],
    step,
    ahead: [],
    because: [],
    missing: [],
    do: "Make the return label"
  }
  const promised = { kind: "promised" as const, text: "We call you by Friday.", until: "by Friday", messageId: "m2" }
  const earlier = { promises: [{ text: "We send it again.", url: "", ticketId: "77", at: "2026-11-01T00:00:00Z" }] }
  showPanel(
    base({
      draft: draft({ claims: [], questions: [], answer: { tier: "sure", suggestions: [], playbook } }),
      summary: {
        state: "ready",
        lines: [promised],
        earlier,
        about: { choices: [], escalate: { reason: "law", because: "my lawyer", group: "Legal" } }
      }
    })
  )
  const shown = () =>
    lines()
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent)
  expect(shown()).toEqual([
    "Hand over to LegalBecause of “my lawyer”1",
    "Make the return labelA step of the playbook “Sending back”2"
  ])
  fireEvent.click(lines().getByRole("button", { name: "2 more" }))
  expect(shown().slice(2)).toEqual([
    "Keep the promise: “We call you by Friday.”Promised in message 2: by Friday3",
    "Keep the promise: “We send it again.”Promised in ticket 774"
  ])
})

test("a question that decides the case is a line, and a digit answers it", async () => {
  const background = showPanel(states.asked())
  expect(lines().getByRole("button", { name: "Everyone else" }).getAttribute("aria-keyshortcuts")).toBe("2")
  fireEvent.keyDown(document.body, { key: "2" })
  await waitFor(() =>
    expect(background.of("panel-facts")).toMatchObject([{ facts: { "Members / Everyone else": "Everyone else" } }])
  )
})
