import { parentOf, lineOf } from "../../helpdesks/contract/own-nodes.ts"
import type { PageRecipe, PartPlace } from "../../ticket/page-recipe.ts"
import { elementsAt, innerRoot, isHtml, isSeen, outerElement, type Root } from "./deep-page.ts"
import type { Page } from "../../helpdesks/contract/adapter.ts"
import { wordsInName } from "./structure-words.ts"

/** The places of a ticket; without subject and reply box two tickets in one tree can't be told apart. */
export type TicketPlaces = Pick<PageRecipe, "messages"> & Partial<Pick<PageRecipe, "subject" | "reply">>

/**
 * Returns what finds the elements of a place in the ticket in front, or undefined if it isn't clear which one that is.
 * Helpdesks with tabs keep several tickets in the page, and hide the others behind the one in front, beside the window,
 * or by making them transparent or flat, all of which leaves their elements visible to the browser.
 */
export function ticketInFront(
  document: Document,
  { subject, messages, reply }: TicketPlaces
): ((place: PartPlace) => HTMLElement[]) | undefined {
  const hosts = hostsInFront(document, messages)
  if (!hosts) return undefined
  const within = (place: PartPlace) => elementsBy(document, place, messages.through, hosts)
  const thread = within(messages)
  for (const place of [subject, reply]) {
    const parts = place
      ? within(place).filter((one) => isSeen(one) && !thread.some((message) => holds(message, one)))
      : []
    if (parts.length < 2) continue
    const panes = parts
      .map((one) => paneOf(one, parts))
      .filter((pane) => thread.some((message) => holds(pane, message) && isSeen(message)))
    if (panes.length < 2 || isColumn(panes)) continue
    const front = frontOf(panes)
    if (!front) return undefined
    const others = panes.filter((pane) => pane !== front)
    return (one) => within(one).filter((element) => !others.some((pane) => holds(pane, element)))
  }
  return within
}

/** Returns what holds this element and none of the others. */
export function paneOf(element: Element, others: readonly Element[]): Element {
  let pane = element
  for (let one = parentOf(element); one && !isShared(one, element, others); one = parentOf(one)) pane = one
  return pane
}

const isShared = (holder: Element, element: Element, others: readonly Element[]) =>
  others.some((other) => other !== element && holder.contains(other))

/** Returns whether an element is this one or in it, also in a frame or an open shadow root. */
export function holds(holder: Element, element: Element): boolean {
  for (let one: Element | undefined = element; one; one = outerElement(one)) if (holder.contains(one)) return true
  return false
}

/** Returns the frames and shadow hosts around the thread in front, or undefined if it isn't clear which they are. */
function hostsInFront(document: Document, { through, selector }: PartPlace): Element[] | undefined {
  const chosen: Element[] = []
  let root: Root | undefined = document
  for (let n = 0; n < through.length && root; n++) {
    const leading = hostsIn(root, through.slice(n), selector)
    const seen = leading.filter((one) => isSeen(one))
    const host = seen.length < 2 ? (seen[0] ?? leading[0]) : frontOf(seen)
    if (!host) return seen.length < 2 ? chosen : undefined
    chosen.push(host)
    root = innerRoot(host)
  }
  return chosen
}

/** Returns the hosts in a tree that lead to something that the selector finds. */
function hostsIn(root: Root, [next = "", ...further]: readonly string[], selector: string): Element[] {
  return [...root.querySelectorAll(next)].filter((host) => {
    const inner = innerRoot(host)
    if (!inner) return false
    return further.length > 0 ? hostsIn(inner, further, selector).length > 0 : inner.querySelector(selector) !== null
  })
}

/** Returns the elements of a place, through the hosts that were chosen as far as the ways to both are the same. */
function elementsBy(
  document: Document,
  { through, selector }: PartPlace,
  chosenThrough: readonly string[],
  chosen: readonly Element[]
): HTMLElement[] {
  const parting = through.findIndex((one, n) => one !== chosenThrough[n] || !chosen[n])
  const shared = parting < 0 ? through.length : parting
  const last = chosen[shared - 1]
  const root = last ? innerRoot(last) : document
  return root ? elementsAt(root, { through: through.slice(shared), selector }).filter(isHtml) : []
}

/** The one that was last in front, for while a dialog of the page covers all. */
let latest: WeakRef<Element> | undefined

/** Returns the element that most of what is drawn at its place and at that of the others belongs to, if one does. */
function frontOf(elements: readonly Element[]): Element | undefined {
  const drawn = elements.filter((one) => isDrawn(one))
  if (drawn.length < 2) return drawn[0]
  const areas = new Map(drawn.map((one) => [one, 0]))
  for (const { root, x, y, area } of drawn.flatMap(pointsIn)) {
    const stack = root.elementsFromPoint(x, y)
    const [uppermost] = stack.flatMap((one) => drawn.find((each) => each.contains(one)) ?? [])
    if (uppermost) areas.set(uppermost, (areas.get(uppermost) ?? 0) + area)
  }
  const [most, next] = [...areas].sort(([, one], [, other]) => other - one)
  if (!most || !next || (most[1] > 0 && next[1] * CLEARLY > most[1])) return undefined
  const found = most[1] > 0 ? most[0] : drawn.find((one) => one === latest?.deref())
  if (found) latest = new WeakRef(found)
  return found
}

/** Of what is in front, so many times as much is drawn as of any other. */
const CLEARLY = 3

const isDrawn = (element: Element) =>
  typeof element.checkVisibility !== "function" ||
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

/**
 * Returns whether the elements stand one below the other, to be scrolled through. So do the cards of one thread, where
 * each repeats the subject.
 */
function isColumn(elements: readonly Element[]): boolean {
  const boxes = elements.map((one) => one.getBoundingClientRect())
  const isBelow = (box: DOMRect, n: number) => {
    const before = boxes[n - 1]
    return !before || (box.top >= before.bottom - 1 && box.left < before.right && box.right > before.left)
  }
  if (boxes.some(({ height }) => height < 1) || !boxes.every(isBelow)) return false
  for (let one = elements[0] && parentOf(elements[0]); one; one = parentOf(one)) {
    const { overflowY } = one.ownerDocument.defaultView?.getComputedStyle(one) ?? {}
    if (one.clientHeight < one.scrollHeight - 1 && overflowY !== "visible")
      return !/^(?:hidden|clip)$/.test(overflowY ?? "")
  }
  return true
}

interface Point {
  root: Root
  x: number
  y: number
  /** The share of the element that it represents, in square pixels. */
  area: number
}

/** Points of an element that are in the window. Where nothing is laid out there are none. */
function pointsIn(element: Element): Point[] {
  const root = element.getRootNode() as Root
  const view = element.ownerDocument.defaultView
  if (!view || typeof root.elementsFromPoint !== "function") return []
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const [x, y] = [Math.max(left, 0), Math.max(top, 0)]
  const [width, height] = [Math.min(right, view.innerWidth) - x, Math.min(bottom, view.innerHeight) - y]
  if (width < 1 || height < 1) return []
  const area = (width * height) / STEPS.length ** 2
  return STEPS.flatMap((across) => STEPS.map((down) => ({ root, x: x + width * across, y: y + height * down, area })))
}

const STEPS = [0.1, 0.3, 0.5, 0.7, 0.9]

/**
 * Returns what address and subject name, or undefined if the page shows no ticket. The fragment belongs to it where it
 * tells tickets apart.
 */
export function nameOf({ document, url }: Page, recipe: PageRecipe): string | undefined {
  if (url.origin !== recipe.site) return undefined
  const subject = subjectOf(document, recipe)
  if (recipe.subject && subject === "") return undefined
  return `${url.pathname}${url.search}${recipe.fragment ? url.hash : ""} ${subject}`
}

/** Returns whether something in the address names the ticket: a part of its path, or a parameter such as "?id=21". */
export const isTicketAddress = ({ searchParams }: URL, { address }: PageRecipe): boolean =>
  address.split("/").includes("*") || [...searchParams].some(([name, value]) => NAMES_TICKET.test(name) && value !== "")

const NAMES_TICKET =
  /^(?:(?:ticket|case|issue|request|conversation|thread|chat)s?(?:[-_]?(?:id|key|number|no|nr))?|id|key|number|no|nr)$/i

/** Returns whether a part of a path is a word or two, which name a list or a view rather than a ticket. */
export const isPlainPart = (part: string): boolean =>
  /^[#!]?[a-zA-Z_-]{0,20}$/.test(part) && wordsInName(part).length <= 2

export const subjectOf = (document: Document, recipe: PageRecipe): string =>
  recipe.subject ? lineOf(ticketInFront(document, recipe)?.(recipe.subject).find(isSeen)) : ""
