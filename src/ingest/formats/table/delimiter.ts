/**
 * Returns the character that separates the cells of a table. It is the one that gives the first records the same number
 * of cells, and among equals the most cells.
 */
export function delimiterOf(beginning: string): string {
  const named = SEPARATOR.exec(beginning)?.[1]
  if (named) return named
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...scoreOf(countsOf(beginning, delimiter)) }))
  return scored.reduce((best, next) =>
    next.alike > best.alike + 0.001 || (Math.abs(next.alike - best.alike) <= 0.001 && next.cells > best.cells)
      ? next
      : best
  ).delimiter
}

/** Excel writes "sep=;" above the names, and this line isn't a row. */
export const SEPARATOR = /^\uFEFF?"?sep=(.)"?\r?\n/i
const DELIMITERS = [",", ";", "\t", "|"]
/** This many records are examined. */
const RECORDS = 30

/** Counts the delimiters in each record, except those inside quotes. */
function countsOf(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  let began = true
  for (let at = 0; at < text.length && counts.length < RECORDS; at++) {
    const letter = text[at]
    // A quote opens at the beginning of a cell. The sign for an inch (2") doesn't.
    if (letter === '"' && (quoted || began)) quoted = !quoted
    else if (!quoted && letter === delimiter) count++
    else if (!quoted && letter === "\n") {
      if (text.slice(text.lastIndexOf("\n", at - 1) + 1, at).trim()) counts.push(count)
      count = 0
    }
    began = letter === delimiter || letter === "\n" || (began && (letter === " " || letter === "\uFEFF"))
  }
  return counts.length > 0 ? counts : [count]
}

function scoreOf(counts: readonly number[]): { alike: number; cells: number } {
  const [first = 0] = counts
  return first === 0
    ? { alike: 0, cells: 0 }
    : { alike: counts.filter((count) => count === first).length / counts.length, cells: first }
}
