import { attributeOf, nodeNameOf, own, typeOf, lineOf } from "../../helpdesks/contract/own-nodes.ts"
import { textOfNode } from "../../helpdesks/contract/html-text.ts"
import { allInside, innerRoot, isDocument, isFrame, isSeen } from "./deep-page.ts"
import { attachedFiles, ownAddress, withoutSize } from "../../helpdesks/contract/attached-files.ts"
import type { Page } from "../../helpdesks/contract/adapter.ts"
import { percentDecoded } from "../../text/words/percent-decoded.ts"
import { attachmentKind } from "../../ticket/attachment.ts"
import type { Attachment } from "../../ticket/ticket.ts"

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

/**
 * Returns the files that a message links to on the page's own host: links that the page offers for download, and those
 * that are called like a file. Other links are part of the text. Nothing is asked for.
 */
export function linkedFilesIn(page: Page, message: Element): { attachments?: Attachment[] } {
  const files = new Map<string, Attachment>()
  for (const link of allInside(message, "a[href]").filter(isSeen)) {
    const { url } = ownAddress(page, link.getAttribute("href"))
    const name = url === undefined ? undefined : fileName(link, url)
    // An icon beside the name leads to the same file.
    if (url !== undefined && name && !files.has(url)) files.set(url, { name, url })
  }
  return attachedFiles([...files.values()])
}

/** Returns the name of the file that the link leads to, or undefined for a link that is none for a file. */
function fileName(link: Element, url: string): string | undefined {
  const offered = link.getAttribute("download")
  const shown = withoutSize(lineOf(link))
  const inAddress = percentDecoded(new URL(url).pathname.split("/").at(-1) ?? "")
  const called = [offered ?? "", shown, inAddress].find(isFileName)
  if (called !== undefined) return called
  return offered === null ? undefined : shown || offered || inAddress
}

const isFileName = (text: string) => !/[/\\]/.test(text) && attachmentKind({ name: text }) !== undefined
