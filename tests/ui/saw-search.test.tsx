import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { fold, opened } from "./open-saw.ts"
import { states } from "./states.ts"
import { passedOn } from "./help/states-inspector.ts"

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  Reflect.deleteProperty(Element.prototype, "scrollIntoView")
})

const find = (words: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value: words } })
const seeks = () => within(screen.getByRole("search"))

test("search counts in all requests, and opens the one that it goes to", async () => {
  await opened()
  await screen.findByText(/Sent to/)
  find("NEIGHBOURS")
  await seeks().findByText("3 found")
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" })
  await seeks().findByText("1 of 3")
  expect(fold(/^1\. Draft/).getAttribute("aria-expanded")).toBe("true")
  expect(document.querySelector("[data-hit=now]")?.textContent).toBe("neighbours")
  fireEvent.click(seeks().getByRole("button", { name: "Next place" }))
  await seeks().findByText("2 of 3")
  expect(fold(/^2\. Summary/).getAttribute("aria-expanded")).toBe("true")
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter", shiftKey: true })
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter", shiftKey: true })
  await seeks().findByText("3 of 3")
  find("maya brandt")
  await seeks().findByText("Not found")
  find("to support tickets")
  // Of the two drafts whose requests are open now.
  await seeks().findByText("2 found")
})

/** What is brought into view from now on; jsdom does nothing of the kind itself. */
function watchBrought(): (string | null)[] {
  const brought: (string | null)[] = []
  Element.prototype.scrollIntoView = function bring() {
    brought.push(this.textContent)
  }
  return brought
}

test("a place is brought into view each time it is gone to, and not again by what the relay answers later", async () => {
  const brought = watchBrought()
  const background = await opened({ "panel-passed-on": { ok: true } }, states.streaming())
  find("NEIGHBOURS")
  await seeks().findByText("3 found")
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" })
  await seeks().findByText("1 of 3")
  background.answers["panel-passed-on"] = { ok: true, passedOn }
  background.push(states.ready())
  await screen.findByText(/Sent to/)
  expect(brought).toEqual(["neighbours"])
  find("shorter, and no")
  await seeks().findByText("1 found")
  for (const times of [2, 3]) {
    fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" })
    await waitFor(() => expect(brought).toHaveLength(times))
  }
})

test("a place whose text was away for a moment isn't brought into view again", async () => {
  const brought = watchBrought()
  await opened()
  await screen.findByText(/Sent to/)
  find("to support tickets")
  await seeks().findByText("1 found")
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" })
  await seeks().findByText("1 of 1")
  fireEvent.click(fold(/^3\. Draft/))
  await seeks().findByText("Not found")
  fireEvent.click(fold(/^3\. Draft/))
  await seeks().findByText("1 of 1")
  expect(brought.at(-1)).toBe("to support tickets")
  expect(brought.filter((text) => text === "to support tickets")).toHaveLength(1)
})
