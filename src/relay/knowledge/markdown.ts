import type { List, Nodes, RootContent, Table } from "mdast"
import { fromMarkdown } from "mdast-util-from-markdown"
import { gfmTableFromMarkdown } from "mdast-util-gfm-table"
import { toString } from "mdast-util-to-string"
import { gfmTable } from "micromark-extension-gfm-table"

/** A piece of an article in plain text, with the headings above it, outermost first. */
export interface Block {
  headings: string[]
  text: string
  /** A list item or table row keeps to its own line. */
  kind: "paragraph" | "item"
}

/** Reads Markdown: emphasis, links and code become their words, a list item keeps its mark, a table row reads "Head: cell". */
export function blocksOf(markdown: string): Block[] {
  const tree = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const blocks: Block[] = []
  const path: { depth: number; text: string }[] = []
  const add = (kind: Block["kind"], text: string) => {
    const line = text.replace(/\s+/g, " ").trim()
    if (line) blocks.push({ headings: path.map((heading) => heading.text), text: line, kind })
  }
  const readParagraph = (node: RootContent) => {
    const { lead, rest } = leadOf(node)
    if (lead) path.push({ depth: LEAD, text: lead })
    add("paragraph", rest)
    if (lead) path.pop()
  }
  const read = (node: RootContent) => {
    if (node.type === "heading") {
      while ((path.at(-1)?.depth ?? 0) >= node.depth) path.pop()
      path.push({ depth: node.depth, text: plain(node) })
    } else if (node.type === "list") readList(node, add, 0)
    else if (node.type === "table") for (const row of rowsOf(node)) add("item", row)
    else if (node.type === "blockquote") node.children.forEach(read)
    else if (!SILENT.has(node.type)) readParagraph(node)
  }
  tree.children.forEach(read)
  return blocks
}

/** Raw HTML is markup or a script, and a link's definition is no text. */
const SILENT = new Set(["html", "definition", "thematicBreak", "yaml"])

/** Deeper than any heading of Markdown. */
const LEAD = 7

/** "**May I warm milk in it?** No. ...": a question in bold stands above its answer as a heading does. */
function leadOf(node: RootContent): { lead: string; rest: string } {
  const [first, ...others] = node.type === "paragraph" ? node.children : []
  const rest = others.map(plain).join("")
  const lead = first?.type === "strong" ? plain(first).trim() : ""
  if (!/[.?!:]$/.test(lead) || !/[\p{L}\p{N}]/u.test(rest)) return { lead: "", rest: plain(node) }
  return { lead: lead.replace(/[.!:]+$/, ""), rest }
}

function readList(list: List, add: (kind: Block["kind"], text: string) => void, depth: number): void {
  list.children.forEach((item, at) => {
    const mark = list.ordered ? `${(list.start ?? 1) + at}. ` : "- "
    const own = item.children.filter((child) => child.type !== "list")
    add("item", mark + own.map(plain).join(" "))
    for (const child of item.children) if (child.type === "list" && depth < 10) readList(child, add, depth + 1)
  })
}

/** "Paid with: Card; Time: 5 to 7 working days": a row must make sense without its head. */
function rowsOf(table: Table): string[] {
  const [head, ...rows] = table.children.map((row) => row.children.map(plain))
  return rows.map((cells) => "- " + cells.map((cell, at) => (head?.[at] ? `${head[at]}: ${cell}` : cell)).join("; "))
}

/** Words alone. A line break inside a paragraph is a space; an image is its description. */
function plain(node: Nodes): string {
  if (node.type === "break") return " "
  if (node.type === "html") return ""
  if ("children" in node) return node.children.map(plain).join("")
  return toString(node)
}
