import { pipeline, Readable } from "node:stream"
import { parse, type Options, type Parser } from "csv-parse"
import { peekText } from "../common/peek.ts"
import { delimiterOf, SEPARATOR } from "./delimiter.ts"

/**
 * The rows of a table as they come, each with where it stands. What parts the cells is told from the beginning; a quote
 * inside a cell and rows of another length are taken as they are. Leaving the rows early ends the reading of the text.
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
    max_record_size: LARGEST_ROW,
    ...more
  })
  // What goes wrong with the text is told where the rows are read.
  return pipeline(Readable.from(withoutSeparator(whole)), parser, () => undefined)
}

/** Characters by which it is told what parts the cells. */
const SAMPLE = 65_536
/** One row may be large; what is larger has lost its closing quote. In bytes. */
const LARGEST_ROW = 5_000_000

async function* withoutSeparator(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let isFirst = true
  for await (const text of texts) {
    yield isFirst ? text.replace(SEPARATOR, "") : text
    isFirst = false
  }
}
