import { hostOf, isHtml, isSeen, rootOf, type Root } from "../recipe/deep-page.ts"
import { commonContainer } from "../recipe/read-messages.ts"
import { chainTo, joined, selectorFor, throughTo, type Shown } from "./place-of.ts"
import { stableNames, type StableName } from "./stable-names.ts"

export interface FoundMessages {
  through: string[]
  selector: string
  elements: HTMLElement[]
}

/**
 * Generalises from one, two or more messages to a selector of all that are alike. It prefers what finds the most
 * elements like the examples, and the fewest others.
 */
export function messageSelector(
  examples: readonly HTMLElement[],
  personal: ReadonlySet<string>
): FoundMessages | undefined {
  const lifted = inOneRoot(examples)
  const root = lifted[0] && rootOf(lifted[0])
  const through = root && throughTo(root, { personal, messages: lifted })
  if (!root || !through) return undefined
  const shared = sharedNames(lifted, personal).filter(isOfMany)
  const kind = kindOf(lifted, shared)
  let best: { selector: string; elements: HTMLElement[]; score: number } | undefined
  for (const { selector, weight } of candidates(lifted, root, shared, personal)) {
    const elements = [...root.querySelectorAll(selector)].filter(isHtml).filter(isSeen)
    if (elements.length > 1000 || !lifted.every((one) => elements.includes(one)) || hasNested(elements)) continue
    const alike = elements.filter(kind).length
    const score = Math.min(alike, MAX_ALIKE) - 2 * (elements.length - alike) + weight / 10
    if (!best || score > best.score) best = { selector, elements, score }
  }
  return best && { through, selector: best.selector, elements: best.elements }
}

/** More messages than this don't make a selector better. */
const MAX_ALIKE = 100
/** How far above the messages their container is looked for, in elements. */
const MAX_DEPTH = 5

/** Lifts elements out of frames and shadow roots of their own until all are in one tree. */
export function inOneRoot(examples: readonly HTMLElement[]): HTMLElement[] {
  let lifted = [...examples]
  const depthOf = (element: Element): number => {
    const root = rootOf(element)
    const host = root && hostOf(root)
    return host ? depthOf(host) + 1 : 0
  }
  while (new Set(lifted.map(rootOf)).size > 1) {
    const deepest = Math.max(...lifted.map(depthOf))
    const before = lifted
    lifted = lifted.map((one) => {
      const host = depthOf(one) === deepest ? hostOf(one.getRootNode()) : undefined
      return host && isHtml(host) ? host : one
    })
    if (lifted.every((one, n) => one === before[n])) return lifted
  }
  return lifted
}

/** Names that all of the examples have. */
export function sharedNames(elements: readonly Element[], personal: ReadonlySet<string>): StableName[] {
  const [first, ...others] = elements
  return first ? stableNames(first, personal).filter(({ css }) => others.every((other) => other.matches(css))) : []
}

/** No other message has a message's id. */
const isOfMany = ({ css }: StableName) => !css.startsWith("#")

/**
 * Returns a test of whether an element is of the examples' kind: it has the names that they share or, where the page's
 * authors gave none, the same build.
 */
function kindOf(examples: readonly HTMLElement[], shared: readonly StableName[]): (element: Element) => boolean {
  const names = shared.filter(({ css, weight }) => weight >= 3 && css !== examples[0]?.localName)
  const builds = new Set(examples.map(buildOf))
  const tags = new Set(examples.map(({ localName }) => localName))
  return (element) =>
    tags.has(element.localName) &&
    (element.textContent || element.shadowRoot || element.querySelector("iframe") ? true : false) &&
    (names.length > 0
      ? names.some(({ css }) => element.matches(css))
      : builds.has(buildOf(element)) || examples.length > 1)
}

/** The names of an element's children, runs of one name counted once. */
export const buildOf = (element: Element) =>
  [...element.children]
    .map(({ localName }) => localName)
    .join(" ")
    .replace(/\b(\S+)(?: \1\b)+/g, "$1")

function* candidates(
  examples: readonly HTMLElement[],
  root: Root,
  shared: readonly StableName[],
  personal: ReadonlySet<string>
): Iterable<{ selector: string; weight: number }> {
  const [first] = examples
  const lowest = commonContainer(examples)
  if (!first || !lowest) return
  const tag = first.localName
  const isOneTag = examples.every(({ localName }) => localName === tag)
  const own = shared.filter(({ css, weight }) => weight >= 3 && css !== tag)
  const asItems = own.map(({ css, weight }) => ({ css: isOneTag ? joined(tag, css) : css, weight }))
  if (isOneTag && tag.includes("-")) asItems.push({ css: tag, weight: 4 })
  if (isOneTag && tag === "article") asItems.push({ css: tag, weight: 3 })
  let container: Element | null = lowest
  for (let steps = 0; container && steps <= MAX_DEPTH; container = container.parentElement, steps++) {
    if (rootOf(container) !== root || container.localName === "html") break
    const anchors = anchorFor(container, root, { personal, messages: examples })
    for (const { css, weight } of asItems) yield { selector: `${anchors} ${css}`, weight: weight + 1 - steps / 10 }
    const chain = sharedChain(container, examples, personal)
    // Without a name of their own, elements further away are alike by chance.
    if (chain && (steps === 0 || own.length > 0)) yield { selector: `${anchors} > ${chain}`, weight: 1 - steps / 10 }
  }
  for (const { css, weight } of asItems) yield { selector: css, weight: weight + 0.5 }
}

const anchorFor = (container: Element, root: Root, shown: Shown) => {
  if (container.localName === "body") return "body"
  return selectorFor(container, root, shown)
}

/** Returns the path of children from the container to each example, by what they share at each step. */
function sharedChain(
  container: Element,
  examples: readonly Element[],
  personal: ReadonlySet<string>
): string | undefined {
  const chains = examples.map((one) => chainTo(container, one))
  const length = chains[0]?.length ?? 0
  if (length === 0 || length > 6 || chains.some((chain) => chain.length !== length)) return undefined
  const steps = Array.from({ length }, (_, n) => {
    const at = chains.flatMap((chain) => chain[n] ?? [])
    const tag = at[0]?.localName ?? "*"
    const names = sharedNames(at, personal).filter((one) => n < length - 1 || isOfMany(one))
    const name = names.find(({ css, weight }) => weight >= 3 && css !== tag)
    if (at.some(({ localName }) => localName !== tag)) return name?.css ?? "*"
    return name ? joined(tag, name.css) : tag
  })
  return steps.join(" > ")
}

const hasNested = (elements: readonly Element[]) =>
  elements.some((one) => elements.some((other) => other !== one && other.contains(one)))
