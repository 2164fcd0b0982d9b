import type { Root, Element } from "hast"
import { isPlausible } from "../common/locale.ts"
import { readPageMetadata, type PageMetadata } from "./page-metadata.ts"
import { stripBoilerplate, stripBoxesOfLinks } from "./boilerplate.ts"
import { styleSheetOf } from "./hiding-styles.ts"
import { keepVisible } from "./visible-content.ts"
import { toMarkdown } from "./to-markdown.ts"
import {
  limitDepth,
  elementsOf,
  isHeading,
  linkShare,
  parseHtml,
  prune,
  textOf,
  type Parent,
  attribute
} from "./tree.ts"

export interface HtmlPage extends PageMetadata {
  /** The text is Markdown without the title. */
  body: string
  /** Each is a sentence on something of the page that isn't read. */
  notices?: string[]
}

/**
 * Converts a piece of HTML that is a whole article, such as one from a helpdesk's API, a feed or a table cell, to
 * Markdown. It doesn't look for boilerplate. Scripts, styles, frames, form fields, comments and hidden elements are
 * left out, and a picture is replaced by its description.
 * @param base the address against which links are resolved
 * @throws DocumentError if it is nested too deeply
 */
export function markdownOfHtml(html: string, base?: string): string {
  return limitDepth(() => {
    const tree = parseHtml(html, true)
    keepVisible(tree)
    return toMarkdown(tree, base)
  })
}

/**
 * Converts a whole page to Markdown: its article without what the site puts around it, together with the page's
 * metadata.
 * @param base the page's address
 * @throws DocumentError if it is nested too deeply
 */
export async function markdownOfPage(html: string, base?: string): Promise<HtmlPage> {
  const root = limitDepth(() => parseHtml(html, false))
  const about = limitDepth(() => readPageMetadata(root, base))
  const hidden: string[] = []
  const main = await mainOf(root, html, hidden)
  return limitDepth(() => {
    if (about.title) withoutTitle(main, about.title)
    const { locale, ...rest } = about
    const plain = textOf(main)
    return {
      ...rest,
      ...(locale && isPlausible(locale, plain) ? { locale } : {}),
      body: toMarkdown(main, base),
      ...(hidden.length > 0 && { notices: noticeOf(hidden) })
    }
  })
}

/** Says which texts are hidden and belong to nothing that would show them. */
function noticeOf(hidden: readonly string[]): string[] {
  const [first] = hidden
  if (first === undefined) return []
  const excerpt = first.length > 60 ? `${first.slice(0, 60)}…` : first
  const more = hidden.length > 1 ? ` and ${hidden.length - 1} more` : ""
  return [
    `Hidden text that belongs to no question or button isn't read: "${excerpt}"${more}. If customers may read it, show it on the page.`
  ]
}

async function mainOf(page: Root, html: string, hidden: string[]): Promise<Root> {
  const sheet = styleSheetOf(page)
  const { root, sure } = limitDepth(() => {
    hidden.push(...keepVisible(page, sheet))
    const marked = mainContent(page)
    const main: Root = marked ? { type: "root", children: marked.children } : page
    stripBoilerplate(main)
    const sure = marked !== undefined || linkShare(main) <= SOME_LINKS
    if (!marked) stripBoxesOfLinks(main, !sure)
    return { root: main, sure }
  })
  const readable = sure ? undefined : await readableContent(html)
  if (!readable) return root
  return limitDepth(() => {
    keepVisible(readable, sheet)
    stripBoilerplate(readable)
    stripBoxesOfLinks(readable, true)
    return textOf(readable).length >= textOf(root).length / 4 ? readable : root
  })
}

/**
 * The share of letters that stand in links. A page of text has a lower share; with a higher one, lists of other
 * pages still stand around the text.
 */
const SOME_LINKS = 0.2

/** Removes the title from the head of the body, because the title is stored separately. */
function withoutTitle(main: Parent, title: string): void {
  const first = [...elementsOf(main)].find(isHeading)
  if (first && (textOf(first) === title || (first.tagName === "h1" && textOf(first).endsWith(title))))
    prune(main, (element) => (element === first ? "drop" : "keep"))
}

/**
 * Finds the article of a page that doesn't mark it, with the algorithm of Mozilla's reader view. The document runs no
 * script and loads nothing, because jsdom does neither by default.
 * @throws DocumentError if it is nested too deeply
 */
async function readableContent(html: string): Promise<Root | undefined> {
  if (html.length > LARGEST) return undefined
  const [{ JSDOM }, { Readability }] = await Promise.all([import("jsdom"), import("@mozilla/readability")])
  const { window } = limitDepth(() => new JSDOM(html))
  try {
    return limitDepth(() => {
      const article = new Readability(window.document, { charThreshold: 100, keepClasses: true }).parse()
      return article?.content ? parseHtml(article.content, true) : undefined
    })
  } finally {
    window.close()
  }
}

/** The limit is in characters. A larger page isn't parsed a second time, because that would take seconds. */
const LARGEST = 1_000_000

/**
 * Returns the element that holds the article: a help centre's own article body, otherwise `article`, otherwise `main`.
 * Returns undefined if the page marks none of them, so that the text must be found by its appearance.
 */
function mainContent(root: Root): Element | undefined {
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
