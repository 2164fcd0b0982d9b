import type { Element, Root } from "hast"
import { keepVisible } from "./visible-content.ts"
import { toMarkdown } from "./to-markdown.ts"
import { limitDepth, attribute, elementChildren, elementsOf, parseHtml, prune, textOf } from "./tree.ts"

/**
 * Returns the text of a wiki page as Redmine itself shows it. Only Redmine knows whether a page is Textile or Markdown,
 * what its macros produce and where its links lead. Returns undefined if the page shows no text.
 * @param url the page's address
 * @throws DocumentError if it is nested too deeply
 */
export function wikiText(html: string, url?: string): { title?: string; body: string } | undefined {
  return limitDepth(() => {
    const content = find(parseHtml(html, false), (element) => attribute(element, "id") === "content")
    const wiki =
      content &&
      find(
        content,
        (element) =>
          element.tagName === "div" &&
          ["wiki", "wiki-page"].every((name) => attribute(element, "className").split(" ").includes(name))
      )
    if (!wiki) return undefined
    const root: Root = { type: "root", children: wiki.children }
    unfold(root)
    keepVisible(root)
    const [first] = elementChildren(root).filter((element) => textOf(element) !== "")
    const title = first?.tagName === "h1" ? textOf(first) : ""
    if (title !== "") prune(root, (element) => (element === first ? "drop" : "keep"))
    return { ...(title !== "" && { title }), body: toMarkdown(root, url) }
  })
}

function find(parent: Root | Element, is: (element: Element) => boolean): Element | undefined {
  for (const element of elementsOf(parent)) if (is(element)) return element
  return undefined
}

/**
 * Prepares the text. Content that a reader opens by a click is kept, and tables of contents and the marks beside
 * headings are removed. A link to a page that doesn't exist is reduced to its words.
 */
function unfold(root: Root): void {
  prune(root, (element) => {
    const names = attribute(element, "className").split(" ")
    if (names.includes("collapsed-text")) delete element.properties["style"]
    if (element.tagName === "a" && names.includes("wiki-page") && names.includes("new")) return "unwrap"
    return (element.tagName === "ul" && names.includes("toc")) || names.includes("wiki-anchor") ? "drop" : "keep"
  })
}
