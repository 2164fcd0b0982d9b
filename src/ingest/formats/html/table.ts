import type { Element } from "hast"
import type { PhrasingContent, RootContent, TableCell, TableRow, BlockContent, DefinitionContent } from "mdast"
import type { Options } from "rehype-remark"
import { attribute, elementChildren, elementsOf, hasElement, textOf } from "./tree.ts"

/**
 * Writes a table so that every row can be understood on its own. Several header rows become one, a cell that spans is
 * repeated in each column and row it covers, and a line across the whole width stands above the rows that follow. A
 * table with two columns and no header becomes a list.
 */
export const readTable: Handle = (state, table) => {
  const rows = rowsOf(table)
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  if (isLayout(table, rows, width))
    return rows.flatMap(({ cells }) =>
      [...new Set(cells)].flatMap((cell) => (cell ? state.toFlow(state.all(cell)) : []))
    )
  const caption = elementChildren(table).find(({ tagName }) => tagName === "caption")
  const headRows = countHeadRows(rows, width)
  const heads = Array.from({ length: width }, (_, column) => headOf(state, rows.slice(0, headRows), column))
  const body = rows.slice(headRows)
  const flow: Flow[] = caption && textOf(caption) ? [bold(textOf(caption))] : []
  if (headRows === 0 && width === 2) return [...flow, ...pairs(state, body)]
  let open: TableRow[] | undefined
  for (const row of body) {
    const [first] = row.cells
    if (first && row.cells.length === width && row.cells.every((cell) => cell === first)) {
      if (textOf(first)) flow.push(bold(textOf(first)))
      open = undefined
    } else if (row.cells.some((cell) => cell && textOf(cell))) {
      if (!open) {
        open = [
          {
            type: "tableRow",
            children: heads.map((children) => ({ type: "tableCell", children: structuredClone(children) }))
          }
        ]
        flow.push({ type: "table", children: open })
      }
      open.push({
        type: "tableRow",
        children: Array.from({ length: width }, (_, column) => cellOf(state, row.cells[column]))
      })
    }
  }
  return flow
}

interface Row {
  /** A cell that spans stands at every place it covers. */
  cells: (Element | undefined)[]
  head: boolean
}

const WIDEST = 100
const MAX_SPANNED = 20_000

function rowsOf(table: Element): Row[] {
  const parts = elementChildren(table).flatMap((part) =>
    part.tagName === "tr"
      ? [{ row: part, head: false }]
      : /^t(?:head|body|foot)$/.test(part.tagName)
        ? elementChildren(part)
            .filter(({ tagName }) => tagName === "tr")
            .map((row) => ({ row, head: part.tagName === "thead" }))
        : []
  )
  const grid: Row[] = parts.map(({ head }) => ({ cells: [], head }))
  // Cells that each claim to span the whole table would otherwise fill it a thousand times.
  let spanned = 0
  parts.forEach(({ row }, at) => {
    let column = 0
    for (const cell of elementChildren(row).filter(({ tagName }) => tagName === "td" || tagName === "th")) {
      while (grid[at]?.cells[column]) column++
      const across = spanned > MAX_SPANNED ? 1 : span(cell, "colSpan", WIDEST - column)
      const rows = spanned > MAX_SPANNED ? 1 : span(cell, "rowSpan", grid.length - at)
      spanned += across * rows - 1
      for (let down = 0; down < rows; down++) {
        for (let step = 0; step < across; step++) {
          const cells = grid[at + down]?.cells
          if (cells && !cells[column + step]) cells[column + step] = cell
        }
      }
      column += across
    }
  })
  return grid.map(({ cells, head }) => ({ cells: Array.from(cells), head })).filter(({ cells }) => cells.length > 0)
}

const span = (cell: Element, name: string, most: number) =>
  Math.max(1, Math.min(Number.parseInt(attribute(cell, name)) || 1, most))

const NO_TABLE = new Set(["table", "h1", "h2", "h3", "h4", "h5", "h6"])

/** Returns whether the table is used only for layout. */
function isLayout(table: Element, rows: readonly Row[], width: number): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, "role")) || width < 2) return true
  const marked = [...elementsOf(table)].some(({ tagName }) => tagName === "th")
  return hasElement(table, NO_TABLE) || (rows.length === 1 && !marked)
}

function countHeadRows(rows: readonly Row[], width: number): number {
  const isHead = ({ cells, head }: Row) =>
    head ||
    (cells.length === width &&
      cells.every((cell) => cell?.tagName === "th" || (cell && !textOf(cell))) &&
      cells.some((cell) => cell && textOf(cell)) &&
      new Set(cells).size > 1)
  const marked = rows.findIndex((row) => !isHead(row))
  if (marked !== 0) return marked < 0 ? Math.min(1, rows.length - 1) : marked
  // No cell is marked as a header. A first row in bold counts as a header, and so does a first row with a few words in
  // each cell and no digits.
  const [first] = rows
  if (!first || first.cells.length < width || rows.some(({ cells }) => cells.some((cell) => cell?.tagName === "th")))
    return 0
  if (first.cells.every((cell) => cell && isBold(cell))) return 1
  return rows.length > 2 &&
    first.cells.every((cell) => cell && /^\P{N}+$/u.test(textOf(cell)) && textOf(cell).split(" ").length <= 4) &&
    !(width === 2 && rows.some(({ cells: [cell] }) => cell && isBold(cell)))
    ? 1
    : 0
}

function isBold(cell: Element): boolean {
  const text = textOf(cell)
  if (text === "") return false
  for (const element of elementsOf(cell))
    if (/^(?:strong|b)$/.test(element.tagName) && textOf(element) === text) return true
  return false
}

/** Returns the headers above a column, the outermost first and each only once. */
function headOf(state: State, rows: readonly Row[], column: number): PhrasingContent[] {
  const byText = new Map<string, Element>()
  for (const { cells } of rows) {
    const cell = cells[column]
    const text = cell ? textOf(cell) : ""
    if (cell && text !== "" && !byText.has(text)) byText.set(text, cell)
  }
  return [...byText.values()].flatMap((cell, at) => [...(at > 0 ? [SPACE] : []), ...inline(state, cell)])
}

const SPACE: PhrasingContent = { type: "text", value: " " }
const bold = (text: string): Flow => ({
  type: "paragraph",
  children: [{ type: "strong", children: [{ type: "text", value: text }] }]
})

/** Writes each row as "- **Weight:** 2 kg". */
function pairs(state: State, rows: readonly Row[]): Flow[] {
  const items = rows.flatMap(({ cells: [left, right] }) => {
    const said = right && right !== left ? inline(state, right) : []
    if (!left || !textOf(left))
      return said.length > 0
        ? [{ type: "listItem" as const, spread: false, children: [{ type: "paragraph" as const, children: said }] }]
        : []
    const children =
      said.length > 0 ? underBoldLine(textOf(left), [{ type: "paragraph", children: said }]) : [bold(textOf(left))]
    return [{ type: "listItem" as const, spread: false, children }]
  })
  return items.length > 0 ? [{ type: "list", ordered: false, spread: false, children: items }] : []
}

const cellOf = (state: State, cell: Element | undefined): TableCell => ({
  type: "tableCell",
  children: cell ? inline(state, cell) : []
})

/** Writes a cell as one line. Its paragraphs follow each other, and list items are separated by semicolons. */
function inline(state: State, cell: Element): PhrasingContent[] {
  return trimmed(lineOf(state.all(structuredClone(cell))))
}

function lineOf(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node, at): PhrasingContent[] => {
    if (node.type === "break") return [SPACE]
    if (isPhrasing(node)) return [node]
    const parts: PhrasingContent[] =
      node.type === "list"
        ? node.children.flatMap((item, n) => [
            ...(n > 0 ? [{ type: "text" as const, value: "; " }] : []),
            ...lineOf(item.children)
          ])
        : node.type === "code"
          ? [{ type: "inlineCode", value: node.value.replace(/\s+/g, " ") }]
          : "children" in node
            ? lineOf(node.children)
            : []
    return at > 0 ? [SPACE, ...parts] : parts
  })
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const isSpace = (node: PhrasingContent | undefined) => node?.type === "text" && node.value.trim() === ""
  let [from, to] = [0, nodes.length]
  while (from < to && isSpace(nodes[from])) from++
  while (to > from && isSpace(nodes[to - 1])) to--
  return nodes.slice(from, to)
}

/** Turns one HTML element into Markdown nodes. */
export type Handle = NonNullable<NonNullable<Options["handlers"]>[string]>
export type State = Parameters<Handle>[0]
export type Flow = BlockContent | DefinitionContent

const BLOCKS = new Set([
  "paragraph",
  "heading",
  "list",
  "listItem",
  "table",
  "tableRow",
  "tableCell",
  "blockquote",
  "code",
  "thematicBreak",
  "html",
  "definition",
  "footnoteDefinition",
  "yaml"
])
/** Returns whether a node stands inside a paragraph. */
export const isPhrasing = (node: RootContent): node is PhrasingContent => !BLOCKS.has(node.type)

/** Puts content under a bold line, with its first paragraph on the same line. */
export function underBoldLine(title: string, said: Flow[]): Flow[] {
  const bold: PhrasingContent = {
    type: "strong",
    children: [{ type: "text", value: /[.?!:。？！：]$/.test(title) ? title : `${title}:` }]
  }
  const [first, ...rest] = said
  if (first?.type !== "paragraph") return [{ type: "paragraph", children: [bold] }, ...said]
  return [{ type: "paragraph", children: [bold, { type: "text", value: " " }, ...first.children] }, ...rest]
}
