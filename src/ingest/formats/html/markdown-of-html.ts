import type { Root } from "hast"
import { isPlausible } from "../common/locale.ts"
import { readPageMetadata, type PageMetadata } from "./page-metadata.ts"
import { stripBoilerplate, stripBoxesOfLinks } from "./boilerplate.ts"
import { mainContent } from "./main-content.ts"
import { limitDepth } from "./limit-depth.ts"
import { readableContent } from "./readable.ts"
import { keepVisible } from "./visible-content.ts"
import { toMarkdown } from "./to-markdown.ts"
import { elementsOf, isHeading, linkShare, parseHtml, prune, textOf, type Parent } from "./tree.ts"

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
  const { root, sure } = limitDepth(() => {
    hidden.push(...keepVisible(page))
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
    keepVisible(readable)
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
