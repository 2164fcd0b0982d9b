import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { PanelDraft } from "../../../src/protocol/panel.ts"
import { showPanel } from "../show-panel.tsx"
import { ticket } from "../help/states-inspector.ts"
import { base, claimsOf, draft } from "../states.ts"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const MESSAGES = ["Hi Maya, I’m sorry.", "The search takes [[days]] days.", "If nothing is found, you get 9 euros."]
const LETTER = MESSAGES.join("\n\n")
const chat = (parts: Partial<PanelDraft> = {}, channel: "chat" | "mail" | "social" = "chat") =>
  base({ ticket: ticket({ channel }), draft: draft({ text: LETTER, claims: [], questions: [], ...parts }) })

const bar = () => screen.getByRole("region", { name: "Actions" })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }))
/** What went in is reported as it went in, with open blanks as words. */
const SENT = MESSAGES.map((text) => text.replace("[[days]]", "[days]"))
const sent = (count: number) => ({ sent: SENT.slice(0, count) })

test("Insert and its key hand over one message after another, and name which", async () => {
  const background = showPanel(chat())
  screen.getByRole("button", { name: "Message 1 of 3: next", pressed: true })
  press("Insert 1 of 3")
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  expect(background.of("panel-insert")[0]).toMatchObject({ text: LETTER, message: 0 })
  background.push({ ...chat({ inserted: true }), notice: { code: "inserted" } })
  expect(bar().textContent).toMatch(/Inserted\./)
  background.push({ ...chat(sent(1)), notice: { code: "inserted" } })
  expect(within(bar()).getByRole("status").textContent?.trim()).toBe("1 of 3 sent. Insert puts in the next one.")
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).toMatch(
    /^Hi Maya, I’m sorry\.\nMessage 1 of 3: sent\n/
  )
  screen.getByRole("button", { name: "Insert 2 of 3" })
  background.push(chat(sent(2)))
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true })
  await waitFor(() => expect(background.of("panel-insert").at(-1)).toMatchObject({ message: 2 }))
})

test("once all are sent, Insert is off and says why, and Copy takes the whole draft", () => {
  const background = showPanel(chat({ ...sent(3), settled: true }))
  expect(bar().textContent).toMatch(/Sent\./)
  press("Insert")
  expect(bar().textContent).toMatch(/All messages of this draft are sent\./)
  expect(background.of("panel-insert")).toEqual([])
  press("Copy")
  expect(background.clipboard[0]).toContain("Hi Maya, I’m sorry.\n\nThe search takes [days] days.")
})

test("only the blanks and the findings of the next message hold it up", async () => {
  const wrong = "If nothing is found, you get 9 euros."
  const claims = claimsOf(LETTER, [
    [wrong, { state: "contradicts", sources: [1], reason: "money", words: "9 euros", says: "7 euros" }]
  ])
  const background = showPanel(chat({ claims }))
  press("Insert 1 of 3")
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  expect(background.of("panel-insert")[0]?.anyway).toBeUndefined()
  background.push(chat({ claims, ...sent(1) }))
  press("Insert 2 of 3")
  expect(bar().textContent).toMatch(/1 blank is open/)
  press("Insert 2 of 3")
  await waitFor(() => expect(background.of("panel-insert").at(-1)).toMatchObject({ message: 1, anyway: true }))
  background.push(chat({ claims, ...sent(2) }))
  press("Insert 3 of 3")
  expect(bar().textContent).toMatch(/Insert waits/)
  expect(background.of("panel-insert").length).toBe(2)
})

test("another message is picked in the draft, for Insert and Copy; after it, the one that follows is next", async () => {
  const background = showPanel(chat())
  press("Message 3 of 3")
  screen.getByRole("button", { name: "Insert 3 of 3" })
  press("Copy 3 of 3")
  expect(background.clipboard).toEqual([MESSAGES[2]])
  await waitFor(() =>
    expect(background.of("panel-copied")).toEqual([expect.objectContaining({ text: MESSAGES[2], letter: LETTER })])
  )
  background.push(chat({ sent: SENT.slice(1, 2) }))
  press("Message 1 of 3")
  background.push(chat({ sent: SENT.slice(0, 2) }))
  screen.getByRole("button", { name: "Insert 3 of 3" })
})

test("the palette inserts and copies all together, until one is sent; what it refuses goes below as a whole", async () => {
  const background = showPanel(chat({ text: MESSAGES.filter((text) => !text.includes("[[")).join("\n\n") }), {
    "panel-insert": { ok: false, code: "already-inserted" }
  })
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
  fireEvent.click(await screen.findByRole("option", { name: /Insert all messages together/ }))
  fireEvent.click(await screen.findByRole("button", { name: "Insert again below?" }))
  await waitFor(() => expect(background.of("panel-insert").length).toBe(2))
  expect(background.of("panel-insert").map(({ message, below }) => [message, below])).toEqual([
    [undefined, undefined],
    [undefined, true]
  ])
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
  fireEvent.click(await screen.findByRole("option", { name: /Copy all messages together/ }))
  expect(background.clipboard).toEqual([`${MESSAGES[0]}\n\n${MESSAGES[2]}`])
  background.push(chat(sent(1)))
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
  await screen.findByRole("option", { name: /Insert 2 of 3/ })
  expect(screen.queryByRole("option", { name: /together/ })).toBeNull()
})

test("with an open blank, all messages together wait for a second choice in the palette, which the panel names", async () => {
  const background = showPanel(chat())
  const choose = async () => {
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
    fireEvent.click(await screen.findByRole("option", { name: /Insert all messages together/ }))
  }
  await choose()
  expect(bar().textContent).toMatch(/1 blank is open.*Choose “Insert all messages together” again.*\[days\]/)
  await choose()
  await waitFor(() => expect(background.of("panel-insert")).toHaveLength(1))
  expect(background.of("panel-insert")[0]).toMatchObject({ text: LETTER, anyway: true })
  expect(background.of("panel-insert")[0]?.message).toBeUndefined()
})

test("an edit in the panel changes the messages, and words that were sent stay sent", () => {
  const background = showPanel(chat(sent(1)))
  background.push(chat({ ...sent(1), text: `${MESSAGES[0]}\n\nIt takes four days.`, edited: true }))
  screen.getByRole("button", { name: "Insert 2 of 2" })
})

test.each(["mail", "social"] as const)("a draft for %s is one, with the buttons that it always had", (channel) => {
  const background = showPanel(chat({}, channel))
  expect(screen.queryByText(/Message \d of/)).toBeNull()
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).not.toMatch(/Message/)
  press("Copy")
  expect(background.clipboard[0]).toContain(MESSAGES[2])
  screen.getByRole("button", { name: "Insert" })
})

test("while it is being written, and where it is one message, there are no signs", () => {
  const background = showPanel(chat({ state: "writing" }))
  expect(screen.queryByText(/Message \d of/)).toBeNull()
  background.push(chat({ text: "Hi Maya,\n\nthese help:\n\n- turn it off\n\n- turn it on" }))
  screen.getByRole("button", { name: "Insert" })
})
