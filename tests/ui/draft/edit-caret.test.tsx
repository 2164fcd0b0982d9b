import { cleanup, fireEvent, screen } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { LETTER } from "../help/states-words.ts"
import { showPanel } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

/** Where somebody writes who opens the letter for editing. */
afterEach(() => {
  cleanup()
  getSelection()?.removeAllRanges()
})

const editor = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Draft text" })
const selected = () => editor().value.slice(editor().selectionStart, editor().selectionEnd)

test("E selects the first blank, so that what is typed takes its place", () => {
  showPanel(states.ready())
  fireEvent.keyDown(document.body, { key: "e" })
  expect(selected()).toBe("[[search number]]")
})

test("in a letter without a blank, E puts the caret at the end", () => {
  showPanel(base({ draft: draft({ text: "Hello Maya,\n\nIt was sent on Monday.", claims: [], questions: [] }) }))
  fireEvent.keyDown(document.body, { key: "e" })
  expect([editor().selectionStart, editor().selectionEnd]).toEqual([editor().value.length, editor().value.length])
})

test("in a letter that the agent begins, it is between greeting and closing", () => {
  showPanel(states.nothing())
  fireEvent.keyDown(document.body, { key: "e" })
  expect(editor().value.slice(editor().selectionStart)).toBe("\n\nKind regards,\nTom")
})

test("a double click puts it where it was pressed, behind marks and blanks, too", () => {
  showPanel(states.ready())
  const letter = screen.getByRole("group", { name: "Draft text" })
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT)
  let node = walker.nextNode()
  while (node && !node.nodeValue?.includes("Kind regards")) node = walker.nextNode()
  if (!node?.parentElement) throw new Error("The letter has no closing.")
  const at = node.nodeValue?.indexOf("regards") ?? 0
  getSelection()?.setBaseAndExtent(node, at, node, at + "regards".length)
  fireEvent.doubleClick(node.parentElement)
  expect(LETTER.slice(editor().selectionStart)).toMatch(/^regards/)
})
