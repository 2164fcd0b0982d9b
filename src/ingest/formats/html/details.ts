import type { Element, ElementContent } from "hast"
import { elementChildren, isHeading, nodesOf, textOf, type Parent } from "./tree.ts"

/**
 * Unfolds content that a click would show. The summary becomes a heading, one level below the last heading. If more of
 * the section follows that doesn't belong to the summary, it becomes a bold line instead.
 */
export function unfoldDetails(parent: Parent, depth = { last: 1 }): void {
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
