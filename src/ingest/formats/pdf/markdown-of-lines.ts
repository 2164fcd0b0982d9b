import { escapeMarkdownLine } from "../common/escape-markdown.ts"
import { DENSE, type Line } from "./lines.ts"

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
