import { parentOf } from "../../helpdesks/contract/own-nodes.ts"
import type { PartPlace } from "../../ticket/page-recipe.ts"
import { hostOf, outerElement, rootOf, type Root } from "../recipe/deep-page.ts"
import { holds, paneOf } from "../recipe/ticket-in-front.ts"
import { stableNames } from "./stable-names.ts"

/** What must not get into a selector, and what tells the ticket in front from others that are mounted beside it. */
export interface Shown {
  /** Words of the ticket, in lower case. */
  personal: ReadonlySet<string>
  /** The messages that were shown. */
  messages: readonly Element[]
}

/**
 * Where the element is: selectors that find it and no other of its ticket, through the frames and shadow roots around
 * it.
 */
export function placeOf(element: HTMLElement, shown: Shown): PartPlace | undefined {
  const root = rootOf(element)
  const through = root && throughTo(root, shown)
  return through && root ? { through, selector: selectorFor(element, root, shown) } : undefined
}

/** Returns the selectors of the frames and shadow hosts around a tree, or undefined if one can't be told. */
export function throughTo(root: Root, shown: Shown): string[] | undefined {
  const host = hostOf(root)
  if (!host) return []
  const outer = rootOf(host)
  const before = outer && throughTo(outer, shown)
  return before && outer ? [...before, selectorFor(host, outer, shown)] : undefined
}

/** How far up a name is looked for, in elements. */
const MAX_DEPTH = 10

/** Returns the most reliable selector that finds this element alone, or one in each ticket that is mounted. */
export function selectorFor(element: Element, root: Root, shown: Shown): string {
  const { personal } = shown
  const only = (css: string) => isOnly(css, element, root, shown)
  const own = stableNames(element, personal)
  const tag = element.localName
  const good = own.filter(({ weight }) => weight >= 3)
  for (const { css } of good) for (const one of [css, joined(tag, css)]) if (only(one)) return one
  for (const { css } of good)
    for (const other of good) if (other !== own[0] && only(css + attached(other.css))) return css + attached(other.css)
  if (own.some(({ css, weight }) => css === tag && weight >= 2) && only(tag)) return tag
  for (const [, anchor] of anchorsOf(element, root, shown))
    for (const { css } of [...good, { css: tag }]) if (only(`${anchor} ${css}`)) return `${anchor} ${css}`
  for (const [ancestor, anchor] of [...anchorsOf(element, root, shown), [undefined, ""] as const]) {
    const path = pathDown(ancestor, element, personal)
    const whole = anchor ? `${anchor} > ${path}` : path
    if (path && only(whole)) return whole
  }
  return pathDown(undefined, element, personal)
}

function isOnly(css: string, element: Element, root: Root, { messages }: Shown): boolean {
  const found = [...root.querySelectorAll(css)]
  return found.length < 2 ? found[0] === element : found.includes(element) && isInEachTicket(element, found, messages)
}

/** Returns whether each of the others stands in a ticket of its own, beside the one that holds the shown messages. */
function isInEachTicket(element: Element, found: readonly Element[], messages: readonly Element[]): boolean {
  const pane = paneOf(element, found)
  if (messages.length === 0 || !messages.every((one) => holds(pane, one))) return false
  const others = [...(pane.parentNode?.children ?? [])].filter((one) => one !== pane && isLike(one, pane))
  const held = others.map((other) => found.filter((one) => other.contains(one)).length)
  return held.every((count) => count < 2) && held.filter((count) => count === 1).length === found.length - 1
}

const isLike = (one: Element, other: Element) =>
  one.localName === other.localName &&
  (other.classList.length === 0 || [...other.classList].some((name) => one.classList.contains(name)))

/** Returns ancestors that a name finds alone, the nearest first. */
export function* anchorsOf(element: Element, root: Root, shown: Shown): Iterable<[Element, string]> {
  for (let one = element.parentElement, steps = 0; one && steps < MAX_DEPTH; one = one.parentElement, steps++) {
    if (one.localName === "html") return
    for (const { css, weight } of stableNames(one, shown.personal)) {
      if (weight < 2 || !isOnly(css, one, root, shown)) continue
      yield [one, css]
      break
    }
  }
}

/** Returns a path of children down to the element: "section > div:nth-of-type(2)". */
function pathDown(from: Element | undefined, to: Element, personal: ReadonlySet<string>): string {
  const steps: string[] = []
  for (let one: Element | null = to; one && one !== from; one = parentOf(one)) {
    if (one.localName === "html") break
    steps.unshift(stepTo(one, personal))
  }
  return steps.join(" > ")
}

function stepTo(element: Element, personal: ReadonlySet<string>): string {
  const alike = [...(element.parentElement?.children ?? [])].filter((one) => one.localName === element.localName)
  const name = stableNames(element, personal).find(({ css, weight }) => weight >= 3 && css !== element.localName)
  if (name && alike.filter((one) => one.matches(name.css)).length === 1) return joined(element.localName, name.css)
  return alike.length < 2 ? element.localName : `${element.localName}:nth-of-type(${alike.indexOf(element) + 1})`
}

/** Joins an element's name and another selector of it. */
export const joined = (tag: string, css: string) => (css === tag ? tag : tag + attached(css))
const attached = (css: string) => (/^[.#[]/.test(css) ? css : "")

/** Returns the elements from below `container` to `element`, the outermost first. */
export function chainTo(container: Element, element: Element): Element[] {
  const chain: Element[] = []
  for (let one: Element | undefined = element; one && one !== container; one = outerElement(one)) chain.unshift(one)
  return chain
}
