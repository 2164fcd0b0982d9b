import type { Element, ElementContent, Root, RootContent, Text } from "hast"
import rehypeParse from "rehype-parse"
import { unified } from "unified"
import { DocumentError } from "../common/format.ts"

export type Parent = Root | Element

/** Parses HTML as a browser does, and runs and loads nothing. @throws DocumentError if it is nested too deeply */
export function parseHtml(html: string, fragment: boolean): Root {
  const root = limitDepth(() => unified().use(rehypeParse, { fragment }).parse(html))
  let level: Parent[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw tooDeepError()
    level = level.flatMap(elementChildren)
  }
  return root
}

/**
 * No page for people nests a hundred elements. Each level costs another pass over everything inside it: 400 levels
 * around a megabyte took minutes.
 */
const DEEPEST = 256

/** Yields every element below, in the order of the page. */
export function* elementsOf(parent: Parent): Generator<Element> {
  const waiting: (RootContent | ElementContent)[] = [...parent.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== "element") continue
    yield node
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
}

export type Verdict = "keep" | "drop" | "unwrap"

/**
 * Removes elements, with their content or leaving it in their place. Nodes that are neither element nor text are always
 * removed.
 */
export function prune(parent: Parent, judge: (element: Element, parent: Parent) => Verdict): void {
  const left = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return [child]
    if (child.type !== "element") return []
    const verdict = judge(child, parent)
    if (verdict === "drop") return []
    prune(child, judge)
    return verdict === "unwrap" ? child.children : [child]
  })
  parent.children = left
}

/**
 * Returns an attribute as one string, or "" if it is absent or has no value. The names are hast's: `className`,
 * `ariaHidden`.
 */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(" ")
  return typeof value === "string" || typeof value === "number" ? String(value) : ""
}

/** Returns the words in an element, with spaces folded. */
export function textOf(node: Parent | ElementContent | RootContent): string {
  return pieces(node).replace(/\s+/g, " ").trim()
}

function pieces(node: Parent | ElementContent | RootContent): string {
  if (node.type === "text") return node.value
  if (!("children" in node)) return ""
  const text = node.children.map(pieces).join("")
  return node.type === "element" && APART.has(node.tagName) ? ` ${text} ` : text
}

/** These elements aren't part of a line, so their text never touches their neighbour's. */
const APART = new Set(
  "address article aside blockquote body br button caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " "
  )
)

/** Returns the share of the letters that stand in links, from 0 to 1. */
export function linkShare(parent: Parent): number {
  const all = textOf(parent).length
  if (all === 0) return 0
  let linked = 0
  for (const element of elementsOf(parent))
    if (element.tagName === "a" && element.properties["href"] !== undefined) linked += textOf(element).length
  return Math.min(1, linked / all)
}

export const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.tagName)

export const hasElement = (parent: Parent, names: ReadonlySet<string>): boolean => {
  for (const element of elementsOf(parent)) if (names.has(element.tagName)) return true
  return false
}

/** Returns elements and texts, without comments. */
export const nodesOf = (parent: Parent): (Element | Text)[] =>
  parent.children.flatMap((child) => (child.type === "element" || child.type === "text" ? [child] : []))

export const elementChildren = (parent: Parent): Element[] =>
  parent.children.flatMap((child) => (child.type === "element" ? [child] : []))

/** Catches the stack overflow that tens of thousands of nested elements cause. @throws DocumentError */
export function limitDepth<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeepError(cause)
    throw cause
  }
}

const tooDeepError = (cause?: unknown): DocumentError =>
  new DocumentError("Its elements are nested too deeply to be read.", { cause })
