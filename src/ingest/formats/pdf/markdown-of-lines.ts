import { escapeMarkdownLine } from "../common/escape-markdown.ts"

export interface PdfMarkdown {
  /** The largest line of the first page, if it is the only one of its size. */
  title: string | undefined
  /** The text is Markdown. */
  body: string
}

interface Block {
  kind: "heading" | "item" | "paragraph"
  /** The size sets the level of a heading. */
  size: number
  lines: Line[]
  text: string
}

/**
 * Makes headings, lists and paragraphs of lines. Headings are recognised by the size of their letters, and paragraphs
 * are joined across lines and pages.
 */
export function markdownOfLines(pages: readonly Line[][]): PdfMarkdown {
  const lines = pages.flat()
  const body = usualSize(lines)
  const leading = usualLeading(lines, body)
  const known = wordsWithHyphens(lines)
  const blocks: Block[] = []
  for (const line of lines) {
    const kind = kindOf(line, body)
    const open = blocks.at(-1)
    const last = open?.lines.at(-1)
    if (open && last && continues(open, last, line, kind, leading)) {
      open.text = joined(open.text, line.text, known)
      open.lines.push(line)
    } else
      blocks.push({
        kind,
        size: Math.round(line.size * 2) / 2,
        lines: [line],
        text: line.cells.length > 1 && kind === "item" ? line.cells.join("; ") : line.text
      })
  }
  const sizes = [...new Set(blocks.filter(({ kind }) => kind === "heading").map(({ size }) => size))].sort(
    (a, b) => b - a
  )
  const largest = blocks.filter(({ kind, size }) => kind === "heading" && size === sizes[0])
  const title = largest.length === 1 && largest[0]?.lines[0]?.page === 1 ? largest[0] : undefined
  const levels = title ? sizes.slice(1) : sizes
  const written = blocks.filter((block) => block !== title).map((block) => write(block, levels))
  const text = written.reduce(
    (all, next) =>
      all + (all === "" ? "" : isItem(next) && isItem(all.split("\n").at(-1) ?? "") ? "\n" : "\n\n") + next,
    ""
  )
  return { title: title?.text, body: text }
}

const BULLET = /^[•‣◦▪●○·■□➢✓–—*-]\s+/
const NUMBER = /^\(?(\d{1,2})[.)]\s+(?=\S)/
const isItem = (text: string) => /^(?:- |\d+\. )/.test(text)

function kindOf({ text, size, cells }: Line, body: number): Block["kind"] {
  if (size > body * LARGER && text.length <= 200 && /\p{L}/u.test(text)) return "heading"
  return BULLET.test(text) || NUMBER.test(text) || cells.length > 1 ? "item" : "paragraph"
}
const LARGER = 1.12

/** Returns whether a line continues the open block. */
function continues(open: Block, last: Line, line: Line, kind: Block["kind"], leading: number): boolean {
  const down = last.y - line.y
  const isSameSize = Math.abs(last.size - line.size) <= last.size * 0.06
  if (open.kind === "heading" || kind === "heading")
    return open.kind === kind && isSameSize && last.page === line.page && down > 0 && down < last.size * 1.7
  if (!isSameSize || kind === "item" || last.cells.length > 1) return false
  if (last.page !== line.page || down <= 0) return open.kind === "paragraph" && sentenceGoesOn(last, line)
  return down <= leading * 1.35 && !startsAnew(open, last, line)
}

/** After a page or column break, a line continues the paragraph only if its sentence goes on. */
const sentenceGoesOn = (last: Line, line: Line) =>
  !/[.?!:;。？！：]["”’»)]?$/.test(last.text) && /^[\p{Ll}\d\p{Script=Hiragana}]/u.test(line.text)

/** Returns whether the indent of a line, or a short line before it, shows that another block begins. */
function startsAnew(open: Block, last: Line, line: Line): boolean {
  const [first] = open.lines
  const hasEnded = /[.?!:。？！：]["”’»)]?$/.test(last.text)
  const isIndented =
    open.kind === "paragraph" &&
    first !== undefined &&
    line.x > Math.min(...open.lines.map(({ x }) => x)) + line.size * 0.8
  const isOutdented = open.kind === "item" && first !== undefined && line.x < first.x - line.size * 0.5
  const widest = Math.max(...open.lines.map(({ right }) => right))
  const isShort = open.lines.length > 1 && last.right - last.x < (widest - last.x) * 0.6
  return isOutdented || (hasEnded && (isShort || isIndented))
}

/** Returns the size of most letters. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines)
    letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Returns the distance between lines inside a paragraph, which is the smallest common one. */
function usualLeading(lines: readonly Line[], size: number): number {
  const steps = lines
    .flatMap((line, at) => {
      const next = lines[at + 1]
      const step =
        next && next.page === line.page && Math.abs(line.size - size) < 1 && Math.abs(next.size - size) < 1
          ? line.y - next.y
          : 0
      return step > size * 0.8 && step < size * 2.5 ? [step] : []
    })
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length * 0.3)] ?? size * 1.3
}

/** Returns words such as "e-mail" and "check-in" that stand inside a line, where the hyphen belongs to the word. */
const wordsWithHyphens = (lines: readonly Line[]) =>
  new Set(lines.flatMap(({ text }) => (text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase())))

/**
 * Joins two lines. A word that was split at the line's end becomes whole again, while "Kunden- und Handelsware" keeps
 * its hyphen.
 */
function joined(text: string, next: string, known: ReadonlySet<string>): string {
  const [, left = ""] = /(\p{L}+)[-\u2010\u00AD]$/u.exec(text) ?? []
  const [right = ""] = /^\p{L}+/u.exec(next) ?? []
  if (left && right) {
    if (AND.has(right.toLowerCase())) return `${text} ${next}`
    if (!/^\p{Ll}/u.test(right) || known.has(`${left}-${right}`.toLowerCase())) return text + next
    return text.slice(0, -1) + next
  }
  return DENSE.test(text.at(-1) ?? "") && DENSE.test(next[0] ?? "") ? text + next : `${text} ${next}`
}
const AND = new Set(["und", "oder", "bzw", "sowie", "and", "or", "to", "et", "ou", "y", "o", "e"])

function write({ kind, text, size }: Block, levels: readonly number[]): string {
  if (kind === "heading") return `${"#".repeat(Math.min(6, levels.indexOf(size) + 2))} ${escapeMarkdownLine(text)}`
  if (kind === "paragraph") return escapeMarkdownLine(text)
  const number = NUMBER.exec(text)
  return number
    ? `${number[1]}. ${escapeMarkdownLine(text.slice(number[0].length))}`
    : `- ${escapeMarkdownLine(text.replace(BULLET, ""))}`
}

/** A line of a page. Positions are in points, from the page's left and bottom edges. */
export interface Line {
  text: string
  page: number
  x: number
  y: number
  right: number
  /** The size is the height of the letters in points. */
  size: number
  /** The parts of the line that stand far apart, as in a table. */
  cells: string[]
}

/** A run of letters as pdf.js returns it. */
export interface Run {
  str: string
  width: number
  transform: number[]
}

/** Returns the lines of one page, in the order in which the page was written. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const lines: Line[] = []
  for (const { str, width, transform } of runs) {
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform
    const size = Math.hypot(a, b) || Math.abs(d)
    if (str.trim() === "" || size === 0) continue
    const open = lines.at(-1)
    const gap = open ? x - open.right : 0
    // Superscript and subscript figures belong to their line. A run that begins far to the left of the line's end
    // starts the next line.
    if (!open || Math.abs(open.y - y) > Math.max(open.size, size) * 0.5 || gap < -open.size * 2) {
      lines.push({ text: str.trim(), page, x, y, right: x + width, size, cells: [str.trim()] })
      continue
    }
    const apart = gap > Math.max(open.size, size) * FAR
    const spaced = gap > size * NEAR || /^\s/.test(str) || /\s$/.test(open.text)
    const joint = spaced && !isDense(open.text.at(-1), str[0]) ? " " : ""
    open.text = (open.text.trimEnd() + joint + str.trimStart()).replace(/\s+/g, " ")
    if (apart) open.cells.push(str.trim())
    else open.cells.push((open.cells.pop() ?? "") + joint + str.trim())
    open.right = Math.max(open.right, x + width)
    open.size = Math.max(open.size, size)
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replaceAll("\u00AD", "").trim() }))
    .filter(({ text }) => text !== "" && !IDLE.test(text))
}

/** Matches rules and lines of a table of contents: "Descaling . . . . . 12". */
const IDLE = /^[\s._=–—-]{3,}$|(?:\s?[.…·]){4,}\s*[\divxl]+$/

/** Gaps are in multiples of the letters' size: `NEAR` is a space between words, and `FAR` is a gap between columns. */
const NEAR = 0.15
const FAR = 1.5

/** These scripts don't separate words by spaces. */
const isDense = (left = "", right = "") => DENSE.test(left) && DENSE.test(right)
const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」（）・ー]/u

/** Removes lines that stand at the same place of many pages: headers, footers and page numbers. */
export function withoutRepeated(pages: readonly Line[][]): Line[][] {
  if (pages.length < 2) return [...pages]
  const sizes = pages
    .flat()
    .map(({ size }) => size)
    .sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const edges = pages.map((lines) => edgesOf(lines, usual))
  const counts = new Map<string, number>()
  for (const keys of edges) for (const key of new Set(keys.values())) counts.set(key, (counts.get(key) ?? 0) + 1)
  // The left and right pages of a book have headers of their own.
  const often = Math.max(2, Math.ceil(pages.length * 0.3))
  // The header of a chapter stands only on the pages of that chapter.
  const enough = (key: string) => (counts.get(key) ?? 0) >= (key.startsWith(OUTERMOST) ? Math.min(often, 3) : often)
  return pages.map((lines, at) =>
    lines.filter((line) => {
      const key = edges[at]?.get(line)
      return key === undefined || (key !== ALONE && !enough(key))
    })
  )
}

/** This many lines at the top and at the bottom of a page are examined. */
const EDGE = 3
const ALONE = "page number"
const OUTERMOST = "edge "
const PAGE_NUMBER =
  /^[-–— ]*(?:page|seite|página|p\.|pág\.|ページ)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?(?:\s*ページ)?[-–— ]*$/i

/**
 * Returns the lines at the edges of a page, each with a key of its words and position. At the very edge, in small
 * letters, digits may differ from page to page. "Step 1" and "Step 2" further in, or in large letters, are headings.
 */
function edgesOf(lines: readonly Line[], usual: number): Map<Line, string> {
  const ordered = [...lines].sort((a, b) => b.y - a.y)
  const outermost = [ordered[0], ordered.at(-1)]
  return new Map(
    [...ordered.slice(0, EDGE), ...ordered.slice(-EDGE)].map((line) => {
      const atEdge = outermost.includes(line)
      if (atEdge && PAGE_NUMBER.test(line.text)) return [line, ALONE]
      const place = Math.round(line.y / 3)
      return [
        line,
        atEdge && line.size <= usual * 1.05
          ? `${OUTERMOST}${place} ${line.text.replace(/\d+|\b[ivxl]+\b/gi, "#")}`
          : `${place} ${line.text}`
      ]
    })
  )
}
