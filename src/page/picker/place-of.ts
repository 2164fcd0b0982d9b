import type { PartPlace } from "../../ticket/page-recipe.ts"
import { hostOf, outerElement, rootOf, type Root } from "../recipe/deep-page.ts"
import { stableNames } from "./stable-names.ts"

/** Where the element is: selectors that find it and no other, through the frames and shadow roots around it. */
export function placeOf(element: HTMLElement, personal: ReadonlySet<string>): PartPlace | undefined {
  const root = rootOf(element)
  const through = root && throughTo(root, personal)
  return through && root ? { through, selector: selectorFor(element, root, personal) } : undefined
}

/** Returns the selectors of the frames and shadow hosts around a tree, or undefined if one can't be told. */
export function throughTo(root: Root, personal: ReadonlySet<string>): string[] | undefined {
  const host = hostOf(root)
  if (!host) return []
  const outer = rootOf(host)
  const before = outer && throughTo(outer, personal)
  return before && outer ? [...before, selectorFor(host, outer, personal)] : undefined
}

/** How far up a name is looked for, in elements. */
const FARTHEST = 10

/** Returns the most reliable selector that finds this element alone. */
export function selectorFor(element: Element, root: Root, personal: ReadonlySet<string>): string {
  const only = (css: string) => isOnly(css, element, root)
  const own = stableNames(element, personal)
  const tag = element.localName
  const good = own.filter(({ weight }) => weight >= 3)
  for (const { css } of good) for (const one of [css, joined(tag, css)]) if (only(one)) return one
  for (const { css } of good)
    for (const other of good) if (other !== own[0] && only(css + attached(other.css))) return css + attached(other.css)
  if (own.some(({ css, weight }) => css === tag && weight >= 2) && only(tag)) return tag
  for (const [, anchor] of anchorsOf(element, root, personal))
    for (const { css } of [...good, { css: tag }]) if (only(`${anchor} ${css}`)) return `${anchor} ${css}`
  for (const [ancestor, anchor] of [...anchorsOf(element, root, personal), [undefined, ""] as const]) {
    const path = pathDown(ancestor, element, personal)
    const whole = anchor ? `${anchor} > ${path}` : path
    if (path && only(whole)) return whole
  }
  return pathDown(undefined, element, personal)
}

const isOnly = (css: string, element: Element, root: Root) => {
  const found = root.querySelectorAll(css)
  return found.length === 1 && found[0] === element
}

/** Returns ancestors that a name finds alone, the nearest first. */
export function* anchorsOf(element: Element, root: Root, personal: ReadonlySet<string>): Iterable<[Element, string]> {
  for (let one = element.parentElement, steps = 0; one && steps < FARTHEST; one = one.parentElement, steps++) {
    if (one.localName === "html") return
    for (const { css, weight } of stableNames(one, personal)) {
      if (weight < 2 || !isOnly(css, one, root)) continue
      yield [one, css]
      break
    }
  }
}

/** Returns a path of children down to the element: "section > div:nth-of-type(2)". */
function pathDown(from: Element | undefined, to: Element, personal: ReadonlySet<string>): string {
  const steps: string[] = []
  for (let one: Element | null = to; one && one !== from; one = one.parentElement) {
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
