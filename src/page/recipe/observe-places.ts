import { observeChanges, type Observing } from "../../helpdesks/contract/observe-changes.ts"
import { messageElements } from "./read-messages.ts"
import type { TicketPlaces } from "./ticket-in-front.ts"
import { eachRoot, isDocument, type Root } from "./deep-page.ts"

/** What a page changes to bring another of its tickets to the front. */
const SHOWING = { attributes: true, attributeFilter: ["class", "style", "hidden", "open"], subtree: true }
/** What moves changes them many times a second, so they are looked at once in so many ms. */
const SHOWN_MS = 100

/**
 * Calls `look` when something changes in a frame or an open shadow root of the page, and when other messages are shown
 * than before, although no element has come or gone. What changes in the page itself is observed by others.
 */
export function observePlaces(document: Document, places: TicketPlaces, look: () => void, signal: AbortSignal): void {
  observeRoots(document, look, signal)
  let shown = messageElements(document, places)
  const compare = () => {
    const now = messageElements(document, places)
    if (now.length === shown.length && now.every((one, n) => one === shown[n])) return
    shown = now
    look()
  }
  const around = [...places.messages.through, places.messages.selector].join(",")
  const observing = { burstMs: SHOWN_MS, matters: (changed: Node) => isAround(changed, around) }
  observeChanges(document.documentElement, SHOWING, compare, signal, observing)
  observeRoots(document, compare, signal, SHOWING, observing)
  // While it still moves it isn't clear which ticket is in front.
  for (const ended of ["transitionend", "animationend", "scrollend"])
    document.addEventListener(ended, compare, { capture: true, signal })
}

/** Returns whether an element is a message or holds one, or a frame or shadow host that leads there. */
const isAround = (changed: Node, selector: string) =>
  isElement(changed) && (changed.matches(selector) || changed.querySelector(selector) !== null)

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

/**
 * Calls `look` when something changes in a frame or an open shadow root of the page, also in those that come later.
 * What changes in the page itself is observed by others.
 */
export function observeRoots(
  document: Document,
  look: () => void,
  signal: AbortSignal,
  changes: MutationObserverInit = CHANGES,
  observing?: Observing
): void {
  const observed = new WeakSet<Root>([document])
  const observeNew = () => {
    let isNew = false
    eachRoot(document, (root) => {
      if (observed.has(root)) return
      const top = isDocument(root) ? root.documentElement : root
      observed.add(root)
      isNew = true
      if (top) observeChanges(top, changes, changed, signal, observing)
    })
    return isNew
  }
  const changed = () => {
    observeNew()
    look()
  }
  observeNew()
  observeChanges(document.documentElement, { childList: true, subtree: true }, () => observeNew() && look(), signal)
  // A frame's page comes after its element.
  document.addEventListener("load", changed, { capture: true, signal })
}

const CHANGES = { childList: true, subtree: true, characterData: true }
