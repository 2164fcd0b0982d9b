import MarkdownIt, { type Token } from "markdown-it"
import { withoutUnfilled } from "./unfilled.ts"

/** A piece of an article in plain text, with the headings above it, outermost first. */
export interface Block {
  headings: string[]
  text: string
  /** A list item or table row is a line of its own. */
  kind: "paragraph" | "item"
}

/**
 * Reads Markdown into blocks. Emphasis, links and code are reduced to their words, a list item keeps its marker, and a
 * table row reads "Head: cell". A sentence with a gap that only a site generator fills is left out.
 */
export function blocksOf(markdown: string, { keepsUnfilled = false }: BlockOptions = {}): Block[] {
  return read(markdown, keepsUnfilled).blocks
}

export interface BlockOptions {
  /**
   * Keeps sentences with a gap, such as "{{ site.phone }}". A macro has gaps of its own; everything else is quoted as
   * it stands, so such a sentence is left out.
   */
  keepsUnfilled?: boolean
}

/** Returns the gaps whose sentences `blocksOf` leaves out, as they stand in the file. */
export function gapsIn(markdown: string): string[] {
  return /\{[{%]/.test(markdown) ? read(markdown, false).gaps : []
}

function read(markdown: string, keepsUnfilled: boolean): Reading {
  const reading = new Reading(keepsUnfilled)
  for (const token of PARSER.parse(markdown, {})) reading.take(token)
  return reading
}

/**
 * The parser reads CommonMark with tables. Of the parsers that give the same result, micromark takes twelve times as
 * long. markdown-it 15 is compiled for old browsers and takes nearly twice as long.
 */
const PARSER = new MarkdownIt("commonmark").enable("table")
// Only the words of a link are used, so its address isn't checked.
PARSER.validateLink = () => true
PARSER.normalizeLink = (address) => address

interface OpenList {
  /** The number of the next item. An unordered list has none. */
  next?: number
  /**
   * The marker of the open item. It is empty once the item's own text has been added, because text after a
   * nested list gets no marker.
   */
  mark: string
  texts: string[]
}

class Reading {
  readonly blocks: Block[] = []
  readonly gaps: string[] = []
  readonly #keepsUnfilled: boolean
  readonly #path: { depth: number; text: string }[] = []
  readonly #open: Token[] = []
  readonly #lists: OpenList[] = []
  #head: string[] = []
  #row: string[] = []

  constructor(keepsUnfilled: boolean) {
    this.#keepsUnfilled = keepsUnfilled
  }

  take(token: Token): void {
    if (token.nesting === -1) this.#open.pop()
    switch (token.type) {
      case "bullet_list_open":
        this.#openList({ mark: "", texts: [] })
        break
      case "ordered_list_open":
        this.#openList({ next: Number(token.attrGet("start") ?? 1), mark: "", texts: [] })
        break
      case "bullet_list_close":
      case "ordered_list_close":
        this.#lists.pop()
        break
      case "list_item_open":
        this.#openItem()
        break
      case "list_item_close":
        this.#endItem()
        break
      case "table_open":
        this.#endItem()
        break
      case "tr_open":
        this.#row = []
        break
      case "tr_close":
        if (this.#open.at(-1)?.type === "thead_open") this.#head = this.#row
        else this.#add("item", rowOf(this.#head, this.#row))
        break
      case "inline":
        this.#takeText(token.children ?? [])
        break
      case "fence":
      case "code_block":
        this.#takeCode(literal(token.content))
    }
    if (token.nesting === 1) this.#open.push(token)
  }

  #takeCode(code: string): void {
    const list = this.#lists.at(-1)
    if (list) list.texts.push(code)
    else this.#add("paragraph", code)
  }

  #takeText(inline: Token[]): void {
    const around = this.#open.at(-1)
    const list = this.#lists.at(-1)
    if (around?.type === "th_open" || around?.type === "td_open") this.#row.push(plain(inline))
    else if (list) list.texts.push(plain(inline))
    else if (around?.type === "heading_open") this.#openHeading(Number(around.tag.slice(1)), plain(inline))
    else this.#addParagraph(inline)
  }

  #openHeading(depth: number, text: string): void {
    while ((this.#path.at(-1)?.depth ?? 0) >= depth) this.#path.pop()
    this.#path.push({ depth, text: this.#filled(text) })
  }

  #addParagraph(inline: Token[]): void {
    const { lead, rest } = leadOf(inline)
    if (lead) this.#path.push({ depth: LEAD, text: lead })
    this.#add("paragraph", rest)
    if (lead) this.#path.pop()
  }

  #openList(list: OpenList): void {
    this.#endItem()
    this.#lists.push(list)
  }

  #openItem(): void {
    const list = this.#lists.at(-1)
    if (list) list.mark = list.next === undefined ? "- " : `${list.next++}. `
  }

  #endItem(): void {
    const list = this.#lists.at(-1)
    const text = list?.texts.join(" ").trim()
    if (!list || !text) return
    this.#add("item", list.mark + text)
    list.mark = ""
    list.texts = []
  }

  #add(kind: Block["kind"], text: string): void {
    const line = this.#filled(text.replace(/\s{2,}|[^\S ]/g, " ").trim())
    const headings = this.#path.map((heading) => heading.text).filter((heading) => heading !== "")
    if (line) this.blocks.push({ headings, text: line, kind })
  }

  #filled(line: string): string {
    if (this.#keepsUnfilled) return asWritten(line)
    const { text, gaps } = withoutUnfilled(line)
    this.gaps.push(...gaps)
    return asWritten(text)
  }
}

/** This depth is below every Markdown heading. */
const LEAD = 7

/** Finds a question in bold before its answer ("**May I warm milk in it?** No. ..."), which serves as a heading. */
function leadOf(inline: Token[]): { lead: string; rest: string } {
  const from = inline.findIndex((token) => token.type !== "text" || token.content.trim() !== "")
  const to = inline.findIndex((token) => token.type === "strong_close")
  const isLead = inline[from]?.type === "strong_open" && to > from
  const lead = isLead ? plain(inline.slice(from, to)).trim() : ""
  const rest = isLead ? plain(inline.slice(to)) : ""
  if (!/[.?!:]$/.test(lead) || !/[\p{L}\p{N}]/u.test(rest)) return { lead: "", rest: plain(inline) }
  return { lead: lead.replace(/[.!:]+$/, ""), rest }
}

/** Writes a row as "Paid with: Card; Time: 5 to 7 working days", so that it makes sense without the table's header. */
function rowOf(head: string[], row: string[]): string {
  const filled = row
    .map((cell, at) => (cell.trim() && head[at] ? `${head[at]}: ${cell}` : cell.trim()))
    .filter((cell) => cell !== "")
  return filled.length > 0 ? `- ${filled.join("; ")}` : ""
}

/**
 * Returns the words alone. A line break inside a paragraph becomes a space and an image becomes its description. Raw
 * HTML is dropped, because it is markup or a script, and what it strikes out is no longer valid.
 */
function plain(inline: Token[]): string {
  let text = ""
  let isStruck = false
  for (const { type, content, children } of inline) {
    if (type === "html_inline") {
      if (/^<\/?(?:s|del|strike)[\s>]/i.test(content)) isStruck = !content.startsWith("</")
      if (/^<br[\s/>]/i.test(content)) text += " "
    } else if (isStruck) continue
    else if (type === "text") text += content
    else if (type === "code_inline") text += literal(content)
    else if (type === "softbreak" || type === "hardbreak") text += " "
    else if (type === "image") text += plain(children ?? [])
  }
  return text
}

/** In code, braces are no gap: the page explains them. A private character stands for them until then. */
const literal = (code: string) => code.replaceAll("{", BRACE)
const asWritten = (text: string) => text.replaceAll(BRACE, "{")
const BRACE = "\uF8F4"
