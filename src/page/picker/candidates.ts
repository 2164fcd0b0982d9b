import {
  eachRoot,
  hostOf,
  innerRoot,
  isFrame,
  isHtml,
  isSeen,
  outerElement,
  rootOf,
  type Root
} from "../recipe/deep-page.ts"
import { isEditable } from "../recipe/recipe-adapter.ts"
import { buildOf } from "./message-selector.ts"
import { AGENT_WORDS, CUSTOMER_WORDS, PART_WORDS, wordsInName } from "../recipe/structure-words.ts"
import { lineOf } from "../../helpdesks/contract/own-nodes.ts"

/** The parts that an agent points at. */
export type PickedPart = "subject" | "message" | "reply"

/** Returns the innermost element at a point of the window, also in frames and open shadow roots. */
export function elementAt(document: Document, x: number, y: number, overlay: Element): HTMLElement | undefined {
  let root: Root = document
  let [left, top] = [x, y]
  let found: Element | undefined
  for (;;) {
    const next: Element | undefined = root
      .elementsFromPoint(left, top)
      .find((one) => one !== overlay && one.getRootNode() === root)
    if (!next || next === found) break
    found = next
    const inner = innerRoot(next)
    if (!inner) break
    if (isFrame(next)) {
      const box = next.getBoundingClientRect()
      left -= box.left + next.clientLeft
      top -= box.top + next.clientTop
    }
    root = inner
  }
  return found && isHtml(found) ? found : undefined
}

/** Returns the part that somebody who points at this element most likely means, or undefined if it can't be one. */
export function partAt(element: HTMLElement, part: PickedPart): HTMLElement | undefined {
  if (part === "reply") return editableAt(element)
  if (part === "message") return messageAt(element)
  const line = lineOf(element)
  return line === "" || line.length > 400 ? undefined : element
}

/** Returns the parts that the keyboard goes through, in the order of the page, and the likeliest of them. */
export function partsIn(document: Document, part: PickedPart): { parts: HTMLElement[]; likeliest: number } {
  const found = new Set<HTMLElement>()
  eachRoot(document, (root) => {
    for (const element of root.querySelectorAll(SEARCHED[part])) {
      if (!isHtml(element) || !isSeen(element) || found.size > MAX_PARTS) continue
      if (part === "message" && !hasOwnText(element)) continue
      const meant = partAt(element, part)
      if (meant && (part !== "subject" || isTitle(meant))) found.add(meant)
    }
  })
  const parts = [...found]
  const worths = parts.map((one) => (part === "subject" ? titleWorth(one) : part === "message" ? messageWorth(one) : 0))
  return { parts, likeliest: Math.max(0, worths.indexOf(Math.max(...worths))) }
}

const MAX_PARTS = 400
const SEARCHED: Record<PickedPart, string> = {
  subject:
    "h1,h2,h3,h4,[role=heading],[class*=subject i],[class*=title i],[id*=subject i],[data-testid]," +
    "div,span,td,b,strong,p",
  message: "*",
  reply: "textarea,[contenteditable]:not([contenteditable=false]),[role=textbox],iframe"
}

function editableAt(element: HTMLElement): HTMLElement | undefined {
  if (isFrame(element)) {
    const body = element.contentDocument?.body
    return body && (body.isContentEditable || element.contentDocument?.designMode === "on") ? body : undefined
  }
  let box: HTMLElement | undefined
  for (let one: HTMLElement | undefined = element; one; one = outerElement(one)) {
    if (isEditable(one)) box = one
    else if (box) break
  }
  const within = box
    ? undefined
    : element.querySelector<HTMLElement>("textarea,[contenteditable]:not([contenteditable=false])")
  return box?.closest<HTMLElement>("[contenteditable]") ?? box ?? (within && isSeen(within) ? within : undefined)
}

/** Words by which the elements of messages are called. */
const MESSAGE_WORDS = new Set([
  ...PART_WORDS.filter((word) =>
    /^(?:article|bubble|comment|entry|event|item|mail|email|message|post|reply|response|nachricht)$/.test(word)
  ),
  ...CUSTOMER_WORDS,
  ...AGENT_WORDS
])
/** How far up the message around an element is looked for. */
const MAX_DEPTH = 10

/** Of the elements around this one, the likeliest to be a whole message. */
function messageAt(element: HTMLElement): HTMLElement | undefined {
  const frame = frameOfMessage(element)
  let best = frame
  let most = 0
  for (
    let one: HTMLElement | undefined = frame ?? element, steps = 0;
    one && steps < MAX_DEPTH;
    one = outerElement(one), steps++
  ) {
    if (/^(?:body|html|main|table|tbody|form)$/.test(one.localName)) break
    const worth = messageWorth(one)
    if (worth > most) [best, most] = [one, worth]
  }
  return best ?? (lineOf(element) === "" ? undefined : element)
}

/** Returns the frame around an element if the page shows each message in a frame of its own, as for mails in HTML. */
function frameOfMessage(element: HTMLElement): HTMLElement | undefined {
  const root = rootOf(element)
  const frame = root && hostOf(root)
  if (!frame || !isHtml(frame) || !isFrame(frame)) return undefined
  const shown = [...(rootOf(frame)?.querySelectorAll("iframe") ?? [])].filter(
    (one) => isSeen(one) && lineOf(one.contentDocument?.body) !== "" && !one.contentDocument?.querySelector("form")
  )
  return shown.length > 1 && shown.some((one) => one === frame) ? frame : undefined
}

function messageWorth(element: HTMLElement): number {
  if (/^(?:p|span|a|b|i|em|strong|td|br|label|button|h[1-6]|time|small|pre|ul|ol)$/.test(element.localName)) return 0
  if (element.matches("[contenteditable],textarea,button,[role=textbox],nav *,nav,aside,dl *")) return 0
  const words = [
    element.localName,
    ...element.classList,
    ...Object.keys(element.dataset),
    element.dataset["testid"] ?? ""
  ].flatMap(wordsInName)
  const role = element.getAttribute("role") ?? ""
  return (
    (words.some((word) => MESSAGE_WORDS.has(word)) ? 2 : 0) +
    (element.localName === "article" || /^(?:article|listitem|row)$/.test(role) ? 3 : 0) +
    (/^(?:li|tr)$/.test(element.localName) ? 1 : 0) +
    (element.querySelector("time,[datetime]") ? 2 : 0) +
    (element.localName.includes("-") ? 2 : 0) +
    (isOneOfMany(element) ? 1.5 : 0)
  )
}

/** Returns whether there are others beside it that are built in the same way. Head and text of one message are not. */
function isOneOfMany(element: HTMLElement): boolean {
  const build = buildOf(element)
  const beside = [...(element.parentElement?.children ?? [])].filter((one) => one !== element && lineOf(one) !== "")
  return beside.some((one) => one.localName === element.localName && buildOf(one) === build)
}

const hasOwnText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? "").trim().length > 1)

const isTitle = (element: HTMLElement) => {
  const { length } = lineOf(element)
  return length >= 3 && length <= 200 && (hasOwnText(element) || /^h[1-6]$/.test(element.localName))
}

/** A subject is large, high up, and called so. */
function titleWorth(element: HTMLElement): number {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  const size = Number.parseFloat(style?.fontSize ?? "") || 16
  const called = [...element.classList, element.id, ...Object.values(element.dataset)].flatMap((name) =>
    wordsInName(name ?? "")
  )
  return (
    size +
    (/^h[1-3]$/.test(element.localName) ? 8 : 0) +
    (called.some((word) => word === "subject" || word === "betreff" || word === "title") ? 16 : 0) +
    (element.closest("header,nav,aside") ? -6 : 0)
  )
}
