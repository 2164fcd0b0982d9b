import { attributeOf, nodeNameOf, own, typeOf } from "../../helpdesks/contract/own-nodes.ts"
import { textOfNode } from "../../helpdesks/contract/html-text.ts"
import { allInside, innerRoot, isDocument, isFrame, isSeen } from "./deep-page.ts"

/** Controls beside a message. */
const CONTROLS = "button,[role=button],[role=toolbar],[role=menu],nav,input,select,textarea"

/**
 * Returns the plain text of a message as the agent sees it, with the text of its frames and open shadow roots, and
 * without its head. It copies what it reads into a document without scripts and network.
 * @param head selectors within the message of what is not its text
 * @param seenOnly leaves out what styles hide
 */
export function messageText(message: Element, head: readonly string[], seenOnly: boolean): string {
  const out = new Set([...head, CONTROLS].flatMap((selector) => allInside(message, selector)))
  const inert = message.ownerDocument.implementation.createHTMLDocument("")
  const copy = inert.createElement("div")
  copyInto(copy, message, { out, seenOnly }, 0)
  return textOfNode(copy, "drop").trim()
}

/** Deeper nesting is read as plain text. */
const DEEPEST = 200

interface Reading {
  out: ReadonlySet<Element>
  seenOnly: boolean
}

function copyInto(target: Element, source: Element, reading: Reading, depth: number): void {
  const document = target.ownerDocument
  const nodes = [...childrenOf(source)]
  const spaces = reading.seenOnly ? whiteSpaceOf(nodes) : undefined
  if (spaces) target.setAttribute("style", `${target.getAttribute("style") ?? ""};white-space:${spaces}`)
  for (const node of nodes) {
    if (typeOf(node) === Node.TEXT_NODE) target.append(document.createTextNode(node.nodeValue ?? ""))
    if (!isElement(node) || reading.out.has(node) || (reading.seenOnly && !isSeen(node))) continue
    if (depth > DEEPEST) {
      target.append(document.createTextNode(node.textContent ?? ""))
      continue
    }
    // A frame's page stands on lines of its own, and a name with a hyphen would make a component.
    const copy = document.createElement(isFrame(node) || nodeNameOf(node).includes("-") ? "div" : safeName(node))
    for (const name of ["style", "hidden"]) {
      const value = attributeOf(node, name)
      if (value !== null) copy.setAttribute(name, value)
    }
    copyInto(copy, node, reading, depth + 1)
    target.append(copy)
  }
}

/**
 * Returns what the page's styles say of the line breaks in a text that stands right in an element, or undefined where
 * there are none. Many pages show plain text so.
 */
function whiteSpaceOf(nodes: readonly Node[]): string | undefined {
  const texts = nodes.filter((node) => typeOf(node) === Node.TEXT_NODE)
  const parent = texts[0]?.parentElement
  if (!parent || !texts.some(({ nodeValue }) => nodeValue?.includes("\n"))) return undefined
  if (texts.every(({ nodeValue }) => nodeValue?.trim() === "")) return undefined
  return parent.ownerDocument.defaultView?.getComputedStyle(parent).whiteSpace
}

function* childrenOf(element: Element): Iterable<Node> {
  const inner = innerRoot(element)
  if (inner) yield* isDocument(inner) ? (inner.body?.childNodes ?? []) : inner.childNodes
  else if (isSlot(element) && element.assignedNodes().length > 0) yield* element.assignedNodes()
  else yield* own(element, "childNodes")
}

const isSlot = (element: Element): element is HTMLSlotElement => element.localName === "slot"

const isElement = (node: Node): node is Element => typeOf(node) === Node.ELEMENT_NODE
const safeName = (element: Element) => (/^[a-z][a-z0-9]*$/.test(nodeNameOf(element)) ? nodeNameOf(element) : "span")
