import { pipeline, Readable } from "node:stream"
import { parse, type Options, type Parser } from "csv-parse"
import { peekText } from "../common/peek.ts"
import { delimiterOf, SEPARATOR } from "./delimiter.ts"

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
