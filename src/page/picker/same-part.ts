import { eachRoot, hostOf, isHtml, rootOf } from "../recipe/deep-page.ts"
import { lineOf } from "../../helpdesks/contract/own-nodes.ts"

/** What an element was like when it was last in the page. */
interface Likeness {
  line: string
  /** Its place among those of its kind, and how many those were. */
  at: number
  of: number
}

/**
 * Follows parts of a page that draws itself anew, as helpdesks do when something comes in or a clock goes on: elements
 * are then others that look the same. Returns a function that returns the element that now is what this one was, or
 * undefined if it is gone.
 */
export function createSamePart(document: Document): (element: HTMLElement) => HTMLElement | undefined {
  const known = new WeakMap<HTMLElement, Likeness>()
  const look = (element: HTMLElement): HTMLElement => {
    const alike = likeOf(element, document)
    known.set(element, { line: lineOf(element), at: alike.indexOf(element), of: alike.length })
    return element
  }
  return (element) => {
    if (isIn(element, document)) return look(element)
    const was = known.get(element)
    const now = was && drawnAnew(was, likeOf(element, document))
    return now && look(now)
  }
}

function drawnAnew({ line, at, of }: Likeness, alike: readonly HTMLElement[]): HTMLElement | undefined {
  const inPlace = alike.length === of ? alike[at] : undefined
  if (inPlace && nearlySame(line, lineOf(inPlace))) return inPlace
  return line === "" ? undefined : alike.find((one) => lineOf(one) === line)
}

/** Returns the elements in the page, its frames and open shadow roots that have the element's name and classes. */
function likeOf({ localName, className }: HTMLElement, document: Document): HTMLElement[] {
  const found: HTMLElement[] = []
  eachRoot(document, (root) => {
    for (const one of root.querySelectorAll(localName)) if (isHtml(one) && one.className === className) found.push(one)
  })
  return found
}

/** Returns whether the element is in the page, also in a frame or a shadow root of it. */
export function isIn(element: Element, document: Document): boolean {
  const root = rootOf(element)
  if (!root || root === document) return root === document
  const host = hostOf(root)
  return host !== undefined && isIn(host, document)
}

/** A message that is two minutes older has other words for its time. Another ticket has other words altogether. */
function nearlySame(one: string, other: string): boolean {
  if (one === other) return true
  const [words, others] = [one.split(" "), new Set(other.split(" "))]
  return words.filter((word) => others.has(word)).length >= SAME_SHARE * words.length
}
const SAME_SHARE = 0.7
