import type { Element, Root } from "hast"
import { attribute, elementsOf, prune, textOf, type Parent } from "./tree.ts"

/**
 * The element that holds the article: a help centre's own article body, else `article`, else `main`. Undefined where
 * the page doesn't say, and its text must be found by how it looks.
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
  // Cards that lead to other pages are articles, too.
  if (largest && largest.length >= LEAST && largest.length >= all / 4 && largest.length >= 3 * (second?.length ?? 0))
    return largest.element
  return page
}

/** Letters that a body has at least; an empty box is none. */
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

/** As the markup of known help centres calls it; the surest first. */
const BODIES: ((element: Element) => boolean)[] = [
  (element) => /\barticleBody\b/.test(attribute(element, "itemProp")),
  // Zendesk Guide, Freshdesk, Help Scout.
  byClass("article-body", "article__body", "article-content__body"),
  byId("fullArticle", "article-body"),
  // Confluence, in the browser and exported.
  byClass("wiki-content"),
  // Notion, exported.
  byClass("page-body"),
  // WordPress.
  byClass("entry-content", "post-content", "wp-block-post-content"),
  // MediaWiki, Docusaurus, MkDocs, GitBook.
  byId("mw-content-text"),
  byClass("theme-doc-markdown", "md-content__inner", "markdown-body", "markdown-section")
]

function outermost(elements: readonly Element[]): Element[] {
  const inner = new Set(elements.flatMap((element) => [...elementsOf(element)]))
  return elements.filter((element) => !inner.has(element))
}

/** The page without what frames it on every page of its site. */
function withoutFrame(root: Root): Parent {
  const copy: Root = { type: "root", children: structuredClone(root.children) }
  prune(copy, ({ tagName }) => (/^(?:header|nav|footer|aside)$/.test(tagName) ? "drop" : "keep"))
  return copy
}
