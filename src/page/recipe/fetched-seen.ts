import { parentOf } from "../../helpdesks/contract/own-nodes.ts"
import { isSeen } from "./deep-page.ts"

/** What hides an element in any page, whatever its styles are. */
const HIDES =
  "[hidden]:not([hidden=until-found]),[aria-hidden=true],[inert],details:not([open]),dialog:not([open]),template,noscript"
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i

/**
 * Returns those of the messages of a fetched page that this page would show. Styles aren't known there, so what holds
 * a message is looked up here by its id, its classes or, if it holds several messages, its place.
 * @param all messages of the fetched page
 * @param container holds the messages that are seen here. What is hidden in it is folded, which no new message is.
 */
export function seenOfFetched<Message extends { element: Element }>(
  messages: readonly Message[],
  all: readonly Message[],
  document: Document,
  container: Element | undefined
): Message[] {
  const isHidden = (element: Element): boolean => {
    const alike = alikeIn(document, element)
    if (alike.length === 1 && alike.every((one) => isSeen(one))) return false
    if (hides(element)) return true
    const place = placeIn(document, element, all)
    if (place && !isSeen(place)) return true
    return alike.length > 0 && alike.every((one) => !isSeen(one) && !container?.contains(one))
  }
  return messages.filter(({ element }) => {
    for (let one: Element | null = element; one && one.localName !== "body"; one = parentOf(one))
      if (isHidden(one)) return false
    return true
  })
}

const hides = (element: Element) => element.matches(HIDES) || HIDING_STYLE.test(element.getAttribute("style") ?? "")

/** Returns the elements of the same id or, without one, of the same kind and classes. Without either there are none. */
function alikeIn(document: Document, { id, localName, classList }: Element): Element[] {
  const byId = id === "" ? null : document.getElementById(id)
  if (byId) return [byId]
  if (classList.length === 0) return []
  const classes = [...classList].map((name) => `.${CSS.escape(name)}`).join("")
  return [...document.querySelectorAll(CSS.escape(localName) + classes)]
}

/** The place of what holds one message may be that of another here, because a new one has come above it. */
function placeIn(document: Document, element: Element, all: readonly { element: Element }[]): Element | undefined {
  if (all.filter((one) => one.element !== element && element.contains(one.element)).length < 2) return undefined
  const steps: number[] = []
  for (let one = element, outer = parentOf(one); outer && one.localName !== "body"; one = outer, outer = parentOf(one))
    steps.unshift([...outer.children].indexOf(one))
  let found: Element | undefined = document.body
  for (const step of steps) found = found?.children[step]
  const isSame = found?.localName === element.localName && found.className === element.className
  return isSame ? found : undefined
}
