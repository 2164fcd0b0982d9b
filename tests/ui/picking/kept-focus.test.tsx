import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { keepFocus } from "../../../src/ui/kit/keep-focus.ts"
import { showPanel } from "../show-panel.tsx"
import { states } from "../states.ts"

/** A button that goes away with what it was for. */
let life: AbortController
beforeEach(() => {
  life = new AbortController()
  keepFocus(document, life.signal)
})
afterEach(() => {
  life.abort()
  cleanup()
})

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

test("the focus stays in the card when the button that was pressed is gone, and in the panel when its whole view is", async () => {
  const background = showPanel(states.picking())
  const { picking } = states.picking()
  if (!picking) throw new Error("Nobody is pointing.")
  const card = screen.getByRole("region", { name: "What would be read" })
  within(card).getByRole("button", { name: "Leave out message 2" }).focus()
  const messages = picking.messages.map((one) => (one.id === "m3" ? { ...one, out: "said" as const } : one))
  background.push({ ...states.picking(), picking: { ...picking, messages } })
  await waitFor(() => expect(document.activeElement).toBe(card))
  screen.getByRole("button", { name: /^Stop/ }).focus()
  background.push(states.empty())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("main")))
})

test("whoever clicks beside everything keeps nothing focused", async () => {
  const background = showPanel(states.picking())
  const stop = screen.getByRole("button", { name: /^Stop/ })
  stop.focus()
  stop.blur()
  await twoFrames()
  background.push(states.empty())
  await waitFor(() => expect(stop.isConnected).toBe(false))
  await twoFrames()
  await twoFrames()
  expect(document.activeElement).toBe(document.body)
})

test("a better place that is focused in time is left to it", async () => {
  document.body.insertAdjacentHTML("beforeend", "<section><button>Remove</button></section><button>Undo</button>")
  const [section] = document.body.querySelectorAll<HTMLElement>(":scope > section")
  const undo = screen.getByRole("button", { name: "Undo" })
  const remove = screen.getByRole("button", { name: "Remove" })
  remove.focus()
  fireEvent.click(remove)
  remove.remove()
  requestAnimationFrame(() => undo.focus())
  await twoFrames()
  await twoFrames()
  expect(document.activeElement).toBe(undo)
  section?.remove()
  undo.remove()
})
