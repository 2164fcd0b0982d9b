import type { Element, Root, ElementContent } from "hast"
import type { List, Paragraph, PhrasingContent, Root as Markdown, RootContent } from "mdast"
import { gfmTableToMarkdown } from "mdast-util-gfm-table"
import rehypeRemark from "rehype-remark"
import remarkStringify from "remark-stringify"
import { unified } from "unified"
import { isPhrasing, underBoldLine, type Flow, type Handle, type State, readTable } from "./table.ts"
import { attribute, elementChildren, textOf, isHeading, nodesOf, type Parent } from "./tree.ts"

/**
 * Converts an HTML tree to Markdown.
 * @param base the page's address, against which its links are resolved; without it, a link inside the site is reduced
 * to its words
 */
export function toMarkdown(tree: Root, base?: string): string {
  unfoldDetails(tree)
  const markdown = unified()
    .use(rehypeRemark, { handlers: handlersFor(base) })
    .runSync(tree)
  tidy(markdown)
  const written = unified()
    .use(remarkStringify, { bullet: "-", rule: "-", fences: true, listItemIndent: "one" })
    .data("toMarkdownExtensions", [gfmTableToMarkdown({ tablePipeAlign: false })])
    .stringify(markdown)
  return written.trim()
}

const handlersFor = (base: string | undefined): Record<string, Handle> => ({
  a: (state, element) => link(state, element, base),
  img: (_, element) => describe(element),
  table: readTable,
  dl: definitions,
  figure: (state, element) => state.toFlow(state.all(withoutDoubledCaption(element))),
  mark: (state, element) => state.all(element),
  u: (state, element) => state.all(element),
  ins: (state, element) => state.all(element)
})

/** Keeps a link only if a person can open it. The words stay in any case. */
function link(state: State, element: Element, base: string | undefined): RootContent | RootContent[] {
  const children = state.all(element)
  const url = addressOf(attribute(element, "href"), base)
  // A card that is a link holds blocks.
  if (!url || textOf(element) === "" || !children.every(isPhrasing)) return children
  return { type: "link", url, children: children.filter(isPhrasing) }
}

function addressOf(href: string, base: string | undefined): string | undefined {
  if (href === "" || href.startsWith("#")) return undefined
  const url = URL.parse(href, base)
  return url && /^(?:https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined
}

/** Returns what the author says a picture shows. A file name says nothing. */
function describe(element: Element): RootContent | undefined {
  const said = (attribute(element, "alt") || attribute(element, "title")).replace(/\s+/g, " ").trim()
  if (said.length > MAX_FILE_NAME) return { type: "text", value: ` ${said} ` }
  return said === "" ||
    /^\S*\.(?:png|jpe?g|gif|webp|svg|bmp|heic)$/i.test(said) ||
    /^(?:image|img|screenshot|screen shot|bildschirmfoto|capture d.écran|captura|スクリーンショット)?[\s\d_.:()-]*(?:at|um|à|a las)?[\s\d_.:()-]*(?:am|pm)?$/i.test(
      said
    )
    ? undefined
    : { type: "text", value: ` ${said} ` }
}

/** The limit is in characters. */
const MAX_FILE_NAME = 255

function withoutDoubledCaption(figure: Element): Element {
  const caption = elementChildren(figure).find(({ tagName }) => tagName === "figcaption")
  if (!caption) return figure
  const picture = elementChildren(figure).find(
    (element) => element.tagName === "img" && attribute(element, "alt").trim() === textOf(caption)
  )
  return picture ? { ...figure, children: figure.children.filter((child) => child !== picture) } : figure
}

/** Writes "**Weight:** 2 kg", with the term before its description. */
function definitions(state: State, list: Element): Flow[] {
  const groups: { terms: Element[]; meanings: Element[] }[] = []
  for (const element of elementChildren(list).flatMap((child) =>
    child.tagName === "div" ? elementChildren(child) : [child]
  )) {
    const open = groups.at(-1)
    if (element.tagName === "dt" && (!open || open.meanings.length > 0)) groups.push({ terms: [element], meanings: [] })
    else if (element.tagName === "dt") open?.terms.push(element)
    else if (open) open.meanings.push(element)
    else groups.push({ terms: [], meanings: [element] })
  }
  return groups.flatMap(({ terms, meanings }) => {
    const term = terms.map(textOf).filter(Boolean).join(", ")
    const said = meanings.flatMap((meaning) => state.toFlow(state.all(meaning)))
    return term === "" ? said : underBoldLine(term, said)
  })
}

/**
 * Tidies Markdown. It folds spaces, and splits paragraphs at two line breaks in a row, which old pages use. It joins
 * adjacent lists into one, because some editors write a list for each item. Lists of short items get no blank lines.
 */
function tidy(parent: Markdown | RootContent): void {
  if (parent.type === "text") parent.value = parent.value.replace(/[\u00A0\u202F\u2007]/g, " ").replace(/ {2,}/g, " ")
  if (!("children" in parent)) return
  for (const child of parent.children) tidy(child)
  const children: RootContent[] = []
  for (const child of parent.children.flatMap((node): RootContent[] =>
    node.type === "paragraph" ? splitAtBreaks(node) : [node]
  )) {
    const last = children.at(-1)
    if (child.type === "list" && last?.type === "list" && goesOn(last, child)) last.children.push(...child.children)
    else children.push(child)
  }
  Object.assign(parent, { children })
  if (parent.type !== "list") return
  parent.spread = parent.children.some((item) => item.children.filter(({ type }) => type !== "list").length > 1)
  for (const item of parent.children) item.spread = parent.spread
}

const goesOn = (list: List, next: List) =>
  list.ordered ? next.ordered === true && next.start === (list.start ?? 1) + list.children.length : !next.ordered

function splitAtBreaks(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]]
  let breaks: PhrasingContent[] = []
  for (const child of paragraph.children) {
    if (child.type === "break" || (breaks.length > 0 && child.type === "text" && child.value.trim() === ""))
      breaks.push(child)
    else {
      if (breaks.filter(({ type }) => type === "break").length > 1) parts.push([])
      else parts.at(-1)?.push(...breaks)
      breaks = []
      parts.at(-1)?.push(child)
    }
  }
  return parts.filter((part) => part.length > 0).map((children) => ({ type: "paragraph", children }))
}

/**
 * Unfolds content that a click would show. The summary becomes a heading, one level below the last heading. If more of
 * the section follows that doesn't belong to the summary, it becomes a bold line instead.
 */
function unfoldDetails(parent: Parent, depth = { last: 1 }): void {
  const children = nodesOf(parent).flatMap(unwrapList)
  parent.children = children.flatMap((child, at): ElementContent[] => {
    if (child.type !== "element") return [child]
    if (isHeading(child)) depth.last = Number(child.tagName[1])
    if (child.tagName !== "details") {
      unfoldDetails(child, depth)
      return [child]
    }
    const above = depth.last
    const summary = child.children.find((part) => part.type === "element" && part.tagName === "summary")
    const title = summary ? textOf(summary) : ""
    const inside: Element = { ...child, tagName: "div", children: child.children.filter((part) => part !== summary) }
    const isOpen = parent.type === "root" || !/^(?:li|td|th|dd|p)$/.test(parent.tagName)
    const heads = isOpen && above < 6 && endsSection(children.slice(at + 1))
    if (heads) depth.last = above + 1
    unfoldDetails(inside, depth)
    depth.last = above
    if (title === "") return inside.children
    return heads
      ? [{ type: "element", tagName: `h${above + 1}`, properties: {}, children: [text(title)] }, ...inside.children]
      : boldBefore(title, inside.children)
  })
}

const text = (value: string): ElementContent => ({ type: "text", value })

/**
 * Returns whether only further `details` elements follow up to the next heading. Otherwise a heading would also stand
 * above text that isn't its own.
 */
function endsSection(rest: readonly ElementContent[]): boolean {
  const next = rest.find((node) => textOf(node) !== "" && !(node.type === "element" && node.tagName === "details"))
  return !next || (next.type === "element" && isHeading(next))
}

/** Writes "**How long?** Five days." */
function boldBefore(title: string, content: readonly ElementContent[]): ElementContent[] {
  const bold: Element = { type: "element", tagName: "strong", properties: {}, children: [text(title)] }
  const [first, ...rest] = content.filter((node) => textOf(node) !== "")
  if (first?.type === "element" && first.tagName === "p")
    return [{ ...first, children: [bold, text(" "), ...first.children] }, ...rest]
  return [{ type: "element", tagName: "p", properties: {}, children: [bold] }, ...content]
}

/** Unwraps a list in which every item only unfolds something. Notion exports its toggles like this. */
function unwrapList(node: ElementContent): ElementContent[] {
  if (node.type !== "element" || !/^[uo]l$/.test(node.tagName)) return [node]
  const items = elementChildren(node)
  const folded = items.map((item) => (item.tagName === "li" && textOf(item) !== "" ? elementChildren(item) : []))
  return items.length > 0 && folded.every(([only, more]) => only?.tagName === "details" && !more)
    ? folded.flat()
    : [node]
}
