import { isSeen } from "./deep-page.ts"
import { isNoteLabel } from "./note-words.ts"
import { BESIDE_REPLY, FORWARD_WORDS, REPLY_WORDS, TO_CUSTOMER, wordsInName } from "./structure-words.ts"

/** How a box tells what is written in it, as far as the page's own marks and styles go. */
export interface Choosing {
  isChosen(element: Element): boolean
  labelOf(element: Element): string
  /** Whether an element is a control, which says what it does and not what the box is. */
  isControl(element: Element): boolean
}

/** Marks by which one of several choices says whether it is the one. */
const STATES = ["aria-selected", "aria-checked", "aria-pressed", "data-state", "data-selected", "data-active"]
/** The label of a choice is no longer than this, in characters. */
const MAX_LABEL = 60

/**
 * Returns whether something else than a reply to the customer is chosen around a box: another choice beside one that
 * says "Reply", such as "Forward", "Team" or "Discuss", or a note whose choice only its style marks; or whether the
 * line above the box says that it is a note or a forward.
 * @param parts what is around the box
 */
export function isChosenOtherwise(box: Element, parts: readonly Element[], site: string, choosing: Choosing): boolean {
  const labels = parts.filter((one) => {
    const text = isShort(one) ? (one.textContent ?? "") : ""
    return text !== "" && (isNoteLabel(text, site) || isForward(text)) && isSeen(one)
  })
  return (
    parts.some((one) => choosing.isChosen(one) && isChosenBesideReply(one, choosing)) ||
    labels.some((one) => standsOutOfReply(one) || isTitleOf(one, box, choosing))
  )
}

/** A list to choose from may hold texts to insert, too, so there the one that is chosen has to say what it is. */
function isChosenBesideReply(chosen: Element, { isChosen, labelOf }: Choosing): boolean {
  const own = labelOf(chosen)
  if (saysReply(own) || saysPublic(own) || (chosen.localName === "option" && !isForward(own))) return false
  const isAnyChosen = (one: Element) => isChosen(one) || [...one.querySelectorAll("*")].some((part) => isChosen(part))
  const others = groupOf(chosen).filter((one) => one !== chosen && !one.contains(chosen) && !isAnyChosen(one))
  return isForward(own)
    ? others.length > 0
    : others.some((one) => saysReply(labelOf(one)) || TO_CUSTOMER.test(labelOf(one)))
}

/** Returns a choice and those beside it that are made like it. */
function groupOf(chosen: Element): Element[] {
  let one: Element | null = chosen
  for (let steps = 0; one && steps < MAX_DEPTH; one = one.parentElement, steps++) {
    const own = one
    const beside = own.parentElement?.children ?? []
    if (beside.length > MAX_CONTROLS) return []
    const alike = [...beside].filter((other) => isLike(other, own) && isShort(other))
    if (alike.length > 1) return alike
    if (!isShort(own)) return []
  }
  return []
}

/** A choice may stand in an item of a list and have a label around it. */
const MAX_DEPTH = 3
/** Nobody chooses how to write from more than so many. */
const MAX_CONTROLS = 30

function isLike(other: Element, one: Element): boolean {
  if (other.localName !== one.localName || other.getAttribute("role") !== one.getAttribute("role")) return false
  const stated = STATES.filter((name) => one.hasAttribute(name))
  if (stated.length > 0) return stated.some((name) => other.hasAttribute(name))
  return [...other.classList].every((name) => one.classList.contains(name)) || sharesFirstClass(other, one)
}

const sharesFirstClass = (other: Element, one: Element) => other.classList[0] === one.classList[0]

/** Returns whether a choice is drawn with more weight than the reply beside it, and in nothing with less. */
function standsOutOfReply(note: Element): boolean {
  const reply = replyBeside(note)
  if (!reply) return false
  const [own, others] = [weightsOf(note), weightsOf(reply)]
  const least = own.map((weight, n) => weight - (others[n] ?? 0))
  return Math.min(...least) >= 0 && Math.max(...least) > 0
}

const replyBeside = (choice: Element) => groupOf(choice).find((one) => saysReply(one.textContent ?? ""))

function weightsOf(element: Element): number[] {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (!style) return []
  const isClear = (colour: string) => /^rgba\(.*, 0\)$|^transparent$|^$/.test(colour)
  const hasLine = Number.parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none"
  return [
    Number.parseFloat(style.fontWeight) || 400,
    hasLine && !isClear(style.borderBottomColor) ? 1 : 0,
    isClear(style.backgroundColor) ? 0 : 1,
    style.textDecorationLine.includes("underline") ? 1 : 0,
    Number.parseFloat(style.opacity) || 1
  ]
}

/** Returns whether a line stands right above the box, alone, and can't be pressed. */
function isTitleOf(line: Element, box: Element, { isControl }: Choosing): boolean {
  if (isControl(line)) return false
  if ([...line.children].some((child) => (child.textContent ?? "").trim() !== "")) return false
  if (line.getRootNode() !== box.getRootNode()) return false
  if (!(line.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING)) return false
  const view = line.ownerDocument.defaultView
  if (view?.getComputedStyle(line).cursor === "pointer" || replyBeside(line)) return false
  const between = line.ownerDocument.createRange()
  between.setStartAfter(line)
  between.setEndBefore(box)
  return (
    between.toString().trim().length <= MAX_LABEL &&
    !between.cloneContents().querySelector("textarea,[contenteditable]")
  )
}

const isShort = (element: Element) => (element.textContent ?? "").trim().length <= MAX_LABEL

function saysReply(text: string): boolean {
  const words = wordsInName(text)
  const isReply = (word: string) => REPLY.has(word) || UNSPACED_REPLY.some((one) => word.includes(one))
  return words.length <= 4 && words.some(isReply) && words.every((word) => isReply(word) || BESIDE.has(word))
}

const REPLY = new Set(REPLY_WORDS)
const UNSPACED_REPLY = REPLY_WORDS.filter((word) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(word)
)
const BESIDE = new Set(BESIDE_REPLY)

/** "Public + email", "E-mail the customer": words that may stand beside "reply", with one that says who reads it. */
function saysPublic(text: string): boolean {
  const words = wordsInName(text)
  return (
    words.length <= 4 &&
    words.some((word) => TO_CUSTOMER.test(word)) &&
    words.every((word) => BESIDE.has(word) || TO_CUSTOMER.test(word) || word === "e")
  )
}

function isForward(text: string): boolean {
  const words = wordsInName(text)
  return words.length <= 2 && words.some((word) => FORWARD_WORDS.includes(word))
}
