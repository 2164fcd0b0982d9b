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
  /** Markdown, without the title. */
  body: string
}

/**
 * Markdown of a piece of HTML that is an article as it stands (a helpdesk's API, a feed, a cell of a table). No
 * boilerplate is looked for. Scripts, styles, frames, fields, comments and hidden elements are left out; a picture is
 * its description.
 * @param base address against which its links are read
 * @throws DocumentError when it is nested too deeply
 */
export function markdownOfHtml(html: string, base?: string): string {
  return limitDepth(() => {
    const tree = parseHtml(html, true)
    keepVisible(tree)
    return toMarkdown(tree, base)
  })
}

/**
 * Markdown of a whole page: its article without what the site puts around it, and what the page says of itself.
 * @param base where the page stands
 * @throws DocumentError when it is nested too deeply
 */
export async function markdownOfPage(html: string, base?: string): Promise<HtmlPage> {
  const root = limitDepth(() => parseHtml(html, false))
  const about = limitDepth(() => readPageMetadata(root, base))
  const main = await mainOf(root, html)
  return limitDepth(() => {
    if (about.title) withoutTitle(main, about.title)
    const { locale, ...rest } = about
    const plain = textOf(main)
    return { ...rest, ...(locale && isPlausible(locale, plain) ? { locale } : {}), body: toMarkdown(main, base) }
  })
}

async function mainOf(page: Root, html: string): Promise<Root> {
  const { root, sure } = limitDepth(() => {
    keepVisible(page)
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

/** Letters in links, of all. A page of text has fewer; with more, lists of other pages still stand around it. */
const SOME_LINKS = 0.2

/** The title stands beside the body, and so not once more at its head. */
function withoutTitle(main: Parent, title: string): void {
  const first = [...elementsOf(main)].find(isHeading)
  if (first && (textOf(first) === title || (first.tagName === "h1" && textOf(first).endsWith(title))))
    prune(main, (element) => (element === first ? "drop" : "keep"))
}
