import {
  attributeOf,
  closestTo,
  lastChildOf,
  nextOf,
  nodeNameOf,
  parentNodeOf,
  parentOf,
  previousOf,
  typeOf
} from "./own-nodes.ts"
import { textSizeIn } from "../../text/mail/text-size.ts"

/** The line breaks that an element makes before and after itself. An element that isn't listed makes none. */
const BREAKS: Record<string, number> = {
  p: 2,
  blockquote: 2,
  ul: 2,
  ol: 2,
  dl: 2,
  pre: 2,
  table: 2,
  hr: 2,
  h1: 2,
  h2: 2,
  h3: 2,
  h4: 2,
  h5: 2,
  h6: 2,
  figure: 2,
  div: 1,
  li: 1,
  tr: 1,
  dt: 1,
  dd: 1,
  section: 1,
  article: 1,
  header: 1,
  footer: 1,
  address: 1,
  form: 1,
  fieldset: 1
}
const SILENT = /^(script|style|head|title|template|noscript|iframe|object|svg|math|select|textarea)$/
const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden|(?:opacity|max-height)\s*:\s*0(?![.\d]*[1-9])/i

/**
 * Returns the plain text of foreign HTML, with a blank line between paragraphs and "- " before list items. The HTML is
 * parsed in a document without scripts, network or frames, and never reaches the page. `hidden` says what becomes of
 * text that styles hide: it is dropped where the helpdesk hides it from the agent too, and kept where the helpdesk
 * shows it. `without` is a selector of what the helpdesk itself has added.
 */
export function textOfHtml(html: string, document: Document, hidden: "keep" | "drop", without?: string): string {
  const Parser = document.defaultView?.DOMParser ?? DOMParser
  const { body } = new Parser().parseFromString(html, "text/html")
  if (without !== undefined) for (const part of body.querySelectorAll(without)) part.remove()
  return textOfNode(body, hidden)
}

/**
 * Does the same as `textOfHtml` for a part of a page. It uses a list instead of recursion, because hostile mail may be
 * nested without limit.
 */
export function textOfNode(root: Node, hidden: "keep" | "drop"): string {
  const out = new Lines()
  const todo: Todo[] = [root]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === "number") out.breakLine(next)
    else if (next === SIZE_ENDS) out.sizes.pop()
    else if (typeOf(next) === 3) out.say(...linesIn(next))
    else if (typeOf(next) === 1 || typeOf(next) === 11) enter(next, out, todo, hidden)
  }
  // By lines, and not by a pattern, for which a long run of spaces within a line takes minutes.
  return out.text.split("\n").map(withoutLongEnd).join("\n").trimEnd()
}

/** A node, the line breaks behind one, or the end of one that has set the size of its text. */
type Todo = Node | number | typeof SIZE_ENDS
const SIZE_ENDS = "size-ends"

function enter(node: Node, out: Lines, todo: Todo[], hidden: "keep" | "drop"): void {
  const name = nodeNameOf(node)
  if (SILENT.test(name) || (hidden === "drop" && isHidden(node))) return
  if (name === "br") return out.addLine()
  const size = hidden === "drop" ? sizeSetBy(node) : undefined
  if (size) {
    out.sizes.push(size)
    todo.push(SIZE_ENDS)
  }
  const breaks = BREAKS[name] ?? 0
  if (breaks) {
    if (!out.isAtMark) out.breakLine(breaks)
    todo.push(isEndOfPoint(node) ? 1 : breaks)
  }
  if (name === "li") out.mark()
  if (name === "td" || name === "th") out.say(" ", false)
  for (let child = lastChildOf(node); child; child = previousOf(child)) todo.push(child)
}

/** Points of a list stand on lines of their own, whether an editor writes them with paragraphs or not. */
function isEndOfPoint(node: Node): boolean {
  const [parent, next] = [parentNodeOf(node), nextOf(node)]
  return parent?.nodeName === "LI" && (next === null || next.nodeValue?.trim() === "")
}

/** One space at the end stays, because "-- " parts a signature off. */
function withoutLongEnd(line: string): string {
  const said = line.trimEnd()
  return line === `${said} ` ? line : said
}

class Lines {
  text = ""
  /** As the elements around what comes next have set them. */
  readonly sizes: ("none" | "some")[] = []
  /** Nothing of a list's point has been said yet, so that its paragraph begins beside the mark. */
  isAtMark = false
  #breaks = 0
  /** Line breaks of the author's own at the end of the text. It is counted, because looking copies all of the text. */
  #own = 0
  #space = false

  /** Requests at least this many line breaks before what comes next. */
  breakLine(least: number): void {
    this.#breaks = Math.max(this.#breaks, least)
  }

  addLine(): void {
    this.#breaks++
  }

  /** Begins a point of a list. */
  mark(): void {
    this.say("- ", true)
    this.isAtMark = true
  }

  say(words: string, asIs: boolean): void {
    if (this.sizes.at(-1) === "none") return
    const folded = asIs ? words.replace(/\r\n?/g, "\n") : words.replace(/[\t\n\f\r ]+/g, " ")
    if (!asIs && folded.trim() === "" && !folded.includes("\u00a0")) {
      this.#space ||= folded !== ""
      return
    }
    this.isAtMark = false
    const atStart = this.text === "" || this.#breaks > 0
    if (this.text !== "") this.text += "\n".repeat(Math.max(0, Math.min(this.#breaks, 2) - this.#own))
    if (this.#space && !atStart && !this.#endsInSpace()) this.text += " "
    this.#breaks = 0
    const clean = folded.replaceAll("\u00a0", " ")
    this.#own = asIs ? clean.length - clean.replace(/\n{1,2}$/, "").length : 0
    if (asIs) this.text += this.text === "" ? clean.replace(/^\n+/, "") : clean
    else this.text += atStart || this.#endsInSpace() ? clean.replace(/^ +/, "") : clean
    this.#space = false
  }

  #endsInSpace(): boolean {
    return /\s/.test(this.text.at(-1) ?? "")
  }
}

/** Returns a text as it is to be said, and whether its line breaks are the author's. */
function linesIn(node: Node): [text: string, asIs: boolean] {
  const text = node.nodeValue ?? ""
  const spaces = text.includes("\n") ? whiteSpaceAround(node) : undefined
  if (spaces === "pre-line") return [text.replace(/[ \t]+/g, " ").replace(/ ?\r?\n ?/g, "\n"), true]
  return [text, spaces === "pre" || spaces === "pre-wrap" || spaces === "break-spaces"]
}

/** Returns what the nearest element that says something of spaces says. Where two say it, the last one counts. */
function whiteSpaceAround(node: Node): string | undefined {
  const around = (inner: Node) => {
    const parent = parentOf(inner)
    return parent && closestTo(parent, SPACED)
  }
  for (let one = around(node); one; one = around(one)) {
    const [, said] = [...(attributeOf(one, "style") ?? "").matchAll(WHITE_SPACE)].at(-1) ?? []
    if (said === undefined && one.localName === "pre") return "pre"
    if (said !== undefined && !/^(?:inherit|unset)$/i.test(said)) return said.toLowerCase()
  }
  return undefined
}

const SPACED = "pre, [style*='white-space' i]"
const WHITE_SPACE = /(?:^|;)\s*white-space\s*:\s*([\w-]+)/gi

function isHidden(node: Node): boolean {
  if (!("getAttribute" in node)) return false
  const element = node as Element
  return attributeOf(element, "hidden") !== null || UNSEEN.test(attributeOf(element, "style") ?? "")
}

/** As {@link textSizeIn}, where an old element may set it without a style. */
function sizeSetBy(node: Node): "none" | "some" | undefined {
  if (!("getAttribute" in node)) return undefined
  const element = node as Element
  const isOldFont = nodeNameOf(element) === "font" && attributeOf(element, "size") !== null
  return textSizeIn(attributeOf(element, "style") ?? "", isOldFont ? "some" : undefined)
}
