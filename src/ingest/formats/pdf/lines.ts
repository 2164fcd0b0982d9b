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
export const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」（）・ー]/u

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
