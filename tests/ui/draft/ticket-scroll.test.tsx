import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { ticket } from "../help/states-inspector.ts"
import { showPanel } from "../show-panel.tsx"
import { base, draft } from "../states.ts"

/** Where the letter is scrolled to, and what is open in it, belongs to its ticket. */
afterEach(cleanup)

const first = () => base({ draft: draft() })
const other = () => base({ ticket: ticket({ key: "sample/48190", ticketId: "48190" }), draft: draft({ id: "d2" }) })
const main = () => document.querySelector(".letter-window") ?? expect.fail("There is no letter.")
const press = (key: string) => fireEvent.keyDown(document.body, { key })

test("another ticket begins at the top, and the one before is where it was left", () => {
  const background = showPanel(first())
  main().scrollTop = 700
  background.push(other())
  expect(main().scrollTop).toBe(0)
  main().scrollTop = 40
  background.push(first())
  expect(main().scrollTop).toBe(700)
  background.push(other())
  expect(main().scrollTop).toBe(40)
})

test("also while the menu covers it", async () => {
  const background = showPanel(first())
  main().scrollTop = 700
  press("?")
  await screen.findByRole("checkbox", { name: "Use single letters" })
  background.push(other())
  await waitFor(() => expect(screen.queryByRole("checkbox", { name: "Use single letters" })).toBeNull())
  expect(main().scrollTop).toBe(0)
  background.push(first())
  expect(main().scrollTop).toBe(700)
})

test("a source that is open is no other ticket's", () => {
  const background = showPanel(first())
  const open = () => document.querySelectorAll('.src [aria-expanded="true"], .src[aria-expanded="true"]').length
  const before = open()
  press("2")
  expect(open()).toBe(before + 1)
  background.push(other())
  expect(open()).toBe(before)
})
