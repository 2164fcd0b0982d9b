import { pipeline, Readable } from "node:stream"
import { parse, type Options, type Parser } from "csv-parse"
import { peekText } from "../common/peek.ts"

/**
 * Parses the rows of a table as they arrive, each with its position. The delimiter is detected from the beginning. A
 * quote inside a cell and rows of another length are accepted as they are. A caller that stops early also ends the
 * reading of the text.
 */
export async function parseTable(
  texts: AsyncIterable<string>,
  signal: AbortSignal,
  more: Options = {}
): Promise<Parser> {
  const { head, whole } = await peekText(texts, SAMPLE, signal)
  const parser = parse({
    delimiter: delimiterOf(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW,
    ...more
  })
  // Errors of the text are thrown where the rows are read.
  return pipeline(Readable.from(withoutSeparator(whole)), parser, () => undefined)
}

/** The delimiter is detected from this many characters. */
const SAMPLE = 65_536
/** The limit for one row is in bytes. A larger row has lost its closing quote. */
const MAX_ROW = 5_000_000

async function* withoutSeparator(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let isFirst = true
  for await (const text of texts) {
    yield isFirst ? text.replace(SEPARATOR, "") : text
    isFirst = false
  }
}

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
