import { own, parentOf } from "../../helpdesks/contract/own-nodes.ts"
import type { PartPlace } from "../../ticket/page-recipe.ts"

/** A tree that `querySelector` searches: a page, the page of a frame, or an open shadow root. */
export type Root = Document | ShadowRoot

/**
 * Returns the tree that is reached through frames and shadow hosts, or undefined if one of them isn't there, belongs to
 * another origin, or is closed.
 */
export function rootThrough(from: Root, through: readonly string[]): Root | undefined {
  let root: Root | undefined = from
  for (const selector of through) {
    const host: Element | null = root.querySelector(selector)
    root = host ? innerRoot(host) : undefined
    if (!root) return undefined
  }
  return root
}

/** Returns all elements of a place, in their order in the page. */
export function elementsAt(from: Root, { through, selector }: PartPlace): HTMLElement[] {
  const found = rootThrough(from, through)?.querySelectorAll(selector) ?? []
  return [...found].filter(isHtml)
}

/** Returns the tree inside a frame of the same origin or an open shadow host. */
export function innerRoot(element: Element): Root | undefined {
  const shadow = own(element, "shadowRoot")
  if (shadow) return shadow
  return (isFrame(element) ? element.contentDocument : null) ?? undefined
}

/** Returns the tree that the element is in. */
export function rootOf(element: Element): Root | undefined {
  const root = own(element, "getRootNode").call(element)
  return isDocument(root) || isShadowRoot(root) ? root : undefined
}

/** Returns the element around this one, through a shadow root or a frame if need be. */
export function outerElement(element: Element): HTMLElement | undefined {
  const outer = parentOf(element) ?? hostOf(own(element, "getRootNode").call(element))
  return outer && isHtml(outer) ? outer : undefined
}

/** Returns the shadow host or the frame that holds this tree. */
export function hostOf(root: Node): Element | undefined {
  if (isShadowRoot(root)) return root.host
  return (isDocument(root) ? root.defaultView?.frameElement : null) ?? undefined
}

/** Calls `visit` for the page and each frame and open shadow root in it that can be reached. */
export function eachRoot(root: Root, visit: (root: Root) => void): void {
  visit(root)
  for (const element of root.querySelectorAll("*")) {
    const inner = element.shadowRoot || isFrame(element) ? innerRoot(element) : undefined
    if (inner) eachRoot(inner, visit)
  }
}

export const isDocument = (node: Node): node is Document => node.nodeType === Node.DOCUMENT_NODE
const isShadowRoot = (node: Node): node is ShadowRoot =>
  node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node && node.host !== null

/** Names are compared, because `instanceof` fails for elements of a frame, which are of another realm. */
export function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === "iframe" || element.localName === "frame"
}

export function isHtml(element: Element): element is HTMLElement {
  return element.namespaceURI === "http://www.w3.org/1999/xhtml"
}

/** Returns whether the person can see the element. Where nothing is laid out, as in a page that was fetched, it can. */
export function isSeen(element: Element): boolean {
  const view = own(element, "ownerDocument").defaultView
  const checkVisibility = own(element, "checkVisibility")
  if (typeof checkVisibility !== "function" || !view) return true
  if (checkVisibility.call(element, { visibilityProperty: true })) {
    // A frame that is hidden draws nothing of its page, which knows nothing of it.
    const { frameElement } = view
    return frameElement === null || isSeen(frameElement)
  }
  // A slot has no box of its own, so it is never visible, but what stands in it may be.
  const { display, visibility } = view.getComputedStyle(element)
  if (display !== "contents" || visibility !== "visible") return false
  const outer = outerElement(element)
  return outer === undefined || isSeen(outer)
}

/** Returns the first that the selector finds inside the element or inside its open shadow root. */
export function findInside(element: Element, selector: string): Element | undefined {
  return element.querySelector(selector) ?? element.shadowRoot?.querySelector(selector) ?? undefined
}

/** Does the same for all of them. */
export function allInside(element: Element, selector: string): Element[] {
  return [...element.querySelectorAll(selector), ...(element.shadowRoot?.querySelectorAll(selector) ?? [])]
}
