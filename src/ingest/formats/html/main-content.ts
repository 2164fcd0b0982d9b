import type { Element, Root } from "hast"
import { attribute, elementsOf, prune, textOf, type Parent } from "./tree.ts"

/**
 * Returns the element that holds the article: a help centre's own article body, otherwise `article`, otherwise `main`.
 * Returns undefined if the page marks none of them, so that the text must be found by its appearance.
 */
export function mainContent(root: Root): Element | undefined {
  const elements = [...elementsOf(root)]
  for (const isBody of BODIES) {
    const bodies = outermost(elements.filter(isBody))
    const [body] = bodies
    if (body && bodies.length === 1 && textOf(body).length >= LEAST) return body
  }
  const page = outermost(
    elements.filter((element) => element.tagName === "main" || attribute(element, "role") === "main")
  ).find(hasText)
  const within = page ? [...elementsOf(page)] : elements
  const articles = outermost(within.filter(({ tagName }) => tagName === "article"))
    .map((element) => ({ element, length: textOf(element).length }))
    .sort((a, b) => b.length - a.length)
  const all = textOf(page ?? withoutFrame(root)).length
  const [largest, second] = articles
  // Cards that lead to other pages are `article` elements, too.
  if (largest && largest.length >= LEAST && largest.length >= all / 4 && largest.length >= 3 * (second?.length ?? 0))
    return largest.element
  return page
}

/** A body has at least this many characters, because an empty box isn't a body. */
const LEAST = 5
const hasText = (element: Element) => textOf(element).length >= LEAST

const byClass =
  (...names: string[]) =>
  (element: Element) =>
    attribute(element, "className")
      .split(" ")
      .some((name) => names.includes(name))
const byId =
  (...names: string[]) =>
  (element: Element) =>
    names.includes(attribute(element, "id"))

/** The names that the markup of known help centres uses, the most reliable first. */
const BODIES: ((element: Element) => boolean)[] = [
  (element) => /\barticleBody\b/.test(attribute(element, "itemProp")),
  // These classes are used by Zendesk Guide, Freshdesk and Help Scout.
  byClass("article-body", "article__body", "article-content__body"),
  byId("fullArticle", "article-body"),
  // This class is used by Confluence, in the browser and in exports.
  byClass("wiki-content"),
  // This class is used by exports from Notion.
  byClass("page-body"),
  // These classes are used by WordPress.
  byClass("entry-content", "post-content", "wp-block-post-content"),
  // These names are used by MediaWiki, Docusaurus, MkDocs and GitBook.
  byId("mw-content-text"),
  byClass("theme-doc-markdown", "md-content__inner", "markdown-body", "markdown-section")
]

function outermost(elements: readonly Element[]): Element[] {
  const inner = new Set(elements.flatMap((element) => [...elementsOf(element)]))
  return elements.filter((element) => !inner.has(element))
}

/** Returns the page without the parts that frame every page of its site. */
function withoutFrame(root: Root): Parent {
  const copy: Root = { type: "root", children: structuredClone(root.children) }
  prune(copy, ({ tagName }) => (/^(?:header|nav|footer|aside)$/.test(tagName) ? "drop" : "keep"))
  return copy
}
