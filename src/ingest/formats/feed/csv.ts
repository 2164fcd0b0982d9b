import { CsvError } from "csv-parse"
import { DocumentError } from "../common/format.ts"
import { parseTable } from "../table/parse-table.ts"
import { looksLikeProducts } from "./columns.ts"
import type { Row } from "./item.ts"

/**
 * Yields the items of a table whose first line names the columns. The separator is a comma, a semicolon, a tab or a
 * vertical bar.
 * @throws DocumentError if the columns aren't those of a feed, or if a quote never ends
 */
export async function* csvRows(texts: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<Row, void> {
  const parser = await parseTable(texts, signal)
  let names: string[] | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (names) yield rowOf(names, record, info.lines)
      else if (looksLikeProducts(record)) names = record
      else
        throw new DocumentError(
          "Its first line doesn't name the columns of a product feed: it needs at least a name, a price and an id."
        )
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new DocumentError(
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "A quote in it never ends, so it may be cut."
        : `It is no right CSV (line ${parser.info.lines}).`,
      { cause: error }
    )
  }
  if (!names) throw new DocumentError("The table is empty.")
}

function rowOf(names: string[], values: string[], line: number): Row {
  return {
    place: `line ${line}`,
    entries: names.flatMap((name, at): Row["entries"] =>
      values[at] === undefined || values[at] === "" ? [] : [[name, values[at]]]
    )
  }
}
