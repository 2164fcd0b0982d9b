import { act, fireEvent, render } from "@testing-library/react"
import type { PanelState } from "../../src/protocol/panel.ts"
import { Panel } from "../../src/ui/agent/panel.tsx"
import { fakeLink } from "./fake-link.ts"

/** A drawer, or a part of it: what the dock opens, a part of Sources, or a card of More by its id. */
export type Place = "checks" | "pages" | "ask" | "more" | `more:${string}`

/** The panel over a background that a test holds in its hand. */
export function showPanel(state: PanelState, answers?: Parameters<typeof fakeLink>[1], place?: Place) {
  const background = fakeLink(state, answers)
  render(<Panel link={background.link} />)
  if (place) openPlace(place)
  return background
}

/** As `showPanel`, with a drawer open. */
export const panelAt = (place: Place) => (state: PanelState, answers?: Parameters<typeof fakeLink>[1]) =>
  showPanel(state, answers, place)

/** Opens a drawer as the agent does, by the dock and what is in the drawer. */
export function openPlace(place: Place): void {
  const [tab = "", part] = place === "checks" || place === "pages" ? ["sources", place] : place.split(":")
  const dock = document.getElementById(`dock-${tab}`)
  if (!dock) return
  if (dock.getAttribute("aria-expanded") !== "true") fireEvent.click(dock)
  if (tab === "sources") fireEvent.click(byText(part === "checks" ? "To check" : "Pages"))
  else if (part !== undefined) {
    const row = document.getElementById(`more-${part}`)
    if (row) act(() => row.click())
  }
}

function byText(words: string): Element {
  const found = [...document.querySelectorAll(".drawer button")].find(({ textContent }) => textContent === words)
  if (!found) throw new Error(`no button says ${words}`)
  return found
}
