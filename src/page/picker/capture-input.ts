import { eachRoot, isDocument, outerElement } from "../recipe/deep-page.ts"
import { elementAt } from "./candidates.ts"

export type PickKey = "next" | "previous" | "wider" | "narrower" | "take" | "out" | "skip" | "pause" | "stop"

export interface PickInput {
  isOn(): boolean
  point(x: number, y: number): void
  click(): void
  key(key: PickKey): void
  /** What is drawn has to move with the page. */
  scrolled(): void
}

const POINTER = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "dragstart"
]
const KEYS: Record<string, PickKey> = {
  ArrowUp: "wider",
  ArrowDown: "narrower",
  ArrowRight: "next",
  ArrowLeft: "previous",
  Tab: "next",
  Enter: "take",
  x: "out",
  s: "skip",
  p: "pause",
  Escape: "stop"
}
/** With these the page is still scrolled. */
const SCROLLING = new Set(["PageUp", "PageDown", "Home", "End", " "])

/**
 * Takes clicks and keys before the page gets them, in the page and its frames. Events that a script of the page has
 * made are left to it, so that no page can pick for the agent.
 * @param host takes what the pointer does while the picker is on
 */
export function captureInput(document: Document, host: HTMLElement, input: PickInput, signal: AbortSignal): void {
  const view = document.defaultView
  if (!view) return
  const options = { capture: true, signal }
  capturePointer(view, host, input, signal)
  // The shield is over everything, so a part of the page below it is scrolled by hand. The browser scrolls the page.
  host.addEventListener("wheel", (event) => scrollBelow(document, host, event), { passive: false, signal })
  captureKeys(document, input, signal)
  view.addEventListener("resize", input.scrolled, { signal })
  // A picture that has loaded, or a part that has opened, moves what is below it.
  for (const moved of ["load", "transitionend", "animationend"])
    document.addEventListener(moved, input.scrolled, options)
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function capturePointer(view: Window, host: HTMLElement, input: PickInput, signal: AbortSignal): void {
  const options = { capture: true, signal }
  const isOurs = (event: MouseEvent) => input.isOn() && event.isTrusted && event.target === host
  const press = (event: MouseEvent) => {
    if (!isOurs(event)) return
    swallow(event)
    if (event.type !== "click") return
    input.point(event.clientX, event.clientY)
    input.click()
  }
  const move = (event: MouseEvent) => {
    if (!isOurs(event)) return
    event.stopImmediatePropagation()
    input.point(event.clientX, event.clientY)
  }
  for (const type of POINTER) view.addEventListener(type as "click", press, options)
  view.addEventListener("pointermove", move, options)
}

function captureKeys(document: Document, input: PickInput, signal: AbortSignal): void {
  /** Keys that went down for the picker. The page gets nothing more of them, also if they ended it: Enter may send. */
  const held = new Set<string>()
  const released = new AbortController()
  const stopHearing = () => {
    if (signal.aborted && held.size === 0) released.abort()
  }
  signal.addEventListener("abort", stopHearing, { once: true })
  const press = (event: KeyboardEvent) => {
    if (!event.isTrusted) return
    if (held.has(event.code) && (event.type !== "keydown" || event.repeat)) swallow(event)
    if (event.type === "keyup" && held.delete(event.code)) return stopHearing()
    if (signal.aborted || !input.isOn() || event.ctrlKey || event.metaKey || event.altKey) return
    if (SCROLLING.has(event.key) || /^F\d/.test(event.key)) return
    swallow(event)
    if (event.type !== "keydown") return
    held.add(event.code)
    const key = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (key) input.key(key === "next" && event.key === "Tab" && event.shiftKey ? "previous" : key)
  }
  const windows = new WeakSet<Window>()
  const hear = () =>
    eachRoot(document, (root) => {
      const own = isDocument(root) ? root.defaultView : null
      if (!own || windows.has(own)) return
      windows.add(own)
      for (const type of ["keydown", "keypress", "keyup"] as const)
        own.addEventListener(type, press, { capture: true, signal: released.signal })
      own.addEventListener("scroll", input.scrolled, { capture: true, signal })
    })
  hear()
  document.addEventListener("load", hear, { capture: true, signal })
}

/** Ctrl with the wheel zooms. Once the browser scrolls the page it goes on, and the event can't be cancelled. */
function scrollBelow(document: Document, host: Element, event: WheelEvent): void {
  const { clientX, clientY, deltaX, deltaY } = event
  if (event.ctrlKey || !event.cancelable) return
  for (let one = elementAt(document, clientX, clientY, host); one; one = outerElement(one)) {
    const [down, aside] = scrollsByWheel(one, document)
    const before = [one.scrollTop, one.scrollLeft]
    if (down || aside) one.scrollBy(aside ? deltaX : 0, down ? deltaY : 0)
    if (one.scrollTop === before[0] && one.scrollLeft === before[1]) continue
    return event.preventDefault()
  }
}

/**
 * Returns whether a person could scroll the element down and sideways. What a page clips a script could scroll too, and
 * nobody could scroll it back. The page in front is left to the browser.
 */
function scrollsByWheel(element: HTMLElement, inFront: Document): readonly [down: boolean, aside: boolean] {
  const page = element.ownerDocument
  const isWhole = element === page.scrollingElement
  const style = page.defaultView?.getComputedStyle(element)
  if (!style || (isWhole && page === inFront)) return [false, false]
  const scrolls = (overflow: string) => (isWhole ? !/hidden|clip/.test(overflow) : /auto|scroll/.test(overflow))
  return [scrolls(style.overflowY), scrolls(style.overflowX)]
}
