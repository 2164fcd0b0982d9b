/** A line of a page. Places are in points, from the page's left and bottom. */
export interface Line {
  text: string
  page: number
  x: number
  y: number
  right: number
  /** Height of its letters. */
  size: number
  /** Parts that stand far from each other, as in a table. */
  cells: string[]
}

/** A run of letters as pdf.js gives it. */
export interface Run {
  str: string
  width: number
  transform: number[]
}

/** Lines of one page, in the order in which the page was written. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const lines: Line[] = []
  for (const { str, width, transform } of runs) {
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform
    const size = Math.hypot(a, b) || Math.abs(d)
    if (str.trim() === "" || size === 0) continue
    const open = lines.at(-1)
    const gap = open ? x - open.right : 0
    // Raised and lowered figures belong to their line; what begins far to the left of its end is the next one.
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

/** Rules, and lines of a table of contents: "Descaling . . . . . 12". */
const IDLE = /^[\s._=–—-]{3,}$|(?:\s?[.…·]){4,}\s*[\divxl]+$/

/** Widths of a letter: a space is seen from here, a column from there. */
const NEAR = 0.15
const FAR = 1.5

/** Scripts that part no words by spaces. */
const isDense = (left = "", right = "") => DENSE.test(left) && DENSE.test(right)
export const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」（）・ー]/u

/** Without what stands at the same place of many pages: headers, footers, page numbers. */
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
  // Left and right pages of a book have their own.
  const often = Math.max(2, Math.ceil(pages.length * 0.3))
  // The header of a chapter stands on its pages alone.
  const enough = (key: string) => (counts.get(key) ?? 0) >= (key.startsWith(OUTERMOST) ? Math.min(often, 3) : often)
  return pages.map((lines, at) =>
    lines.filter((line) => {
      const key = edges[at]?.get(line)
      return key === undefined || (key !== ALONE && !enough(key))
    })
  )
}

/** Lines at the top and at the bottom of a page that are looked at. */
const EDGE = 3
const ALONE = "page number"
const OUTERMOST = "edge "
const PAGE_NUMBER =
  /^[-–— ]*(?:page|seite|página|p\.|pág\.|ページ)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?(?:\s*ページ)?[-–— ]*$/i

/**
 * The lines at the edges of a page by their words and place. At the very edge, in small letters, figures may differ
 * from page to page; "Step 1", "Step 2" further in, or in large letters, are headings.
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
