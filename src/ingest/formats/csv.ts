import type { CsvError } from "csv-parse"
import { DocumentError, type Format, type ReadItem } from "./common/format.ts"
import { columnsOf, isComplete, WANTED, type Columns } from "./table/columns.ts"
import { isPublicationName, publicationFieldOf } from "./publication/publication-fields.ts"
import { parseTable } from "./table/parse-table.ts"
import { RowReader, type FieldValues } from "./table/row.ts"
import { textOf } from "./common/text.ts"

/**
 * Reads a table and makes one document of each row. The columns are recognised by their names. Two text columns without
 * names are taken for questions and answers.
 */
export const csv: Format = {
  id: "csv",
  endings: ["csv", "tsv", "tab"],
  largest: 500_000_000,
  async *read(file, signal) {
    const { markdownOfHtml } = await import("./html/markdown-of-html.ts")
    const rows = new RowReader(file, markdownOfHtml)
    const records = recordsOf(await file.open(), signal)
    try {
      const { begun, names, columns, width } = await begin(records)
      const states = names.flatMap((name, at) => (publicationFieldOf(name) === undefined ? [] : [{ name, at }]))
      const take = ({ row, cells, fault }: Record): ReadItem[] => {
        if (cells.every((cell) => cell.trim() === "") && !fault) return []
        const wide = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "")
        const reason =
          fault ??
          (wide
            ? `It has ${cells.length} cells, the first row ${width}: a text with the sign that parts cells stands in quotes.`
            : undefined)
        return [
          reason === undefined
            ? rows.read(
                {
                  values: valuesOf(cells, columns),
                  statements: states.map(({ name, at }) => [name, cells[at] ?? ""])
                },
                `row ${row}`
              )
            : { type: "failed", path: `${file.path}, row ${row}`, reason }
        ]
      }
      for (const record of begun) yield* take(record)
      for await (const record of records) yield* take(record)
    } finally {
      await records.return()
    }
  }
}

interface Record {
  /** The row is counted as a spreadsheet counts it, with the row of column names included. */
  row: number
  cells: string[]
  /** Why the row can't be read. */
  fault?: string
}

async function* recordsOf(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Record, void> {
  // The parser reports skipped rows at once, but records only on request. The number of records before each skipped row
  // gives its place among them.
  const skipped: (CsvError | undefined)[] = []
  const parser = await parseTable(textOf(bytes, signal), signal, {
    skip_records_with_error: true,
    on_skip: (error) => void skipped.push(error)
  })
  let faults = 0
  const faultsBefore = function* (records: number): Generator<Record> {
    while (skipped.length > 0 && numberIn(skipped[0], "records") < records) {
      const error = skipped.shift()
      yield {
        row: numberIn(error, "records") + numberIn(error, "empty_lines") + ++faults,
        cells: [],
        fault: faultOf(error)
      }
    }
  }
  for await (const { record, info } of parser) {
    signal.throwIfAborted()
    yield* faultsBefore(info.records)
    yield { row: info.records + info.empty_lines + faults, cells: record }
  }
  yield* faultsBefore(Infinity)
}

/** Reads a number from the position that the parser reports with its error. */
function numberIn(error: CsvError | undefined, name: string): number {
  const value = error?.[name]
  return typeof value === "number" ? value : 0
}

function faultOf(error: CsvError | undefined): string {
  if (error?.code === "CSV_QUOTE_NOT_CLOSED" || error?.code === "CSV_MAX_RECORD_SIZE")
    return "A quote opens in it and never closes: it and the rows below aren't read."
  return "It can't be read as a row of a table: look at its quotes."
}

/** This many rows are examined to recognise the columns. */
const FIRST = 20

async function begin(
  records: AsyncGenerator<Record, void>
): Promise<{ begun: Record[]; names: readonly string[]; columns: Columns; width: number }> {
  const begun: Record[] = []
  while (begun.length < FIRST) {
    const next = await records.next()
    if (next.done) break
    begun.push(next.value)
  }
  const first = begun.find(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  if (!first) throw new DocumentError(begun[0]?.fault ?? "The table is empty.")
  const width = first.cells.length
  const named = columnsOf(first.cells)
  if (named && isComplete(named))
    return { begun: begun.slice(begun.indexOf(first) + 1), names: first.cells, columns: named, width }
  const pair = named && Object.keys(named).length > 1 ? undefined : questionsAndAnswers(begun)
  // A first row with a name such as "Status" isn't a question, even if no other name is known.
  const isNamed = first.cells.some((cell) => isPublicationName(cell))
  if (pair && isNamed) return { begun: begun.slice(begun.indexOf(first) + 1), names: first.cells, columns: pair, width }
  if (pair) return { begun, names: [], columns: pair, width }
  throw new DocumentError(
    `No column with the text of an article was found among ${first.cells
      .slice(0, 12)
      .map((cell) => `"${cell.trim().slice(0, 30)}"`)
      .join(", ")}. ${WANTED}`
  )
}

/**
 * Finds two columns of text, whatever numbers stand beside them. The first holds the question and the second the
 * answer.
 */
function questionsAndAnswers(records: readonly Record[]): Columns | undefined {
  const rows = records.filter(({ fault }) => !fault)
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const texts = Array.from({ length: width }, (_, at) => at).filter(
    (at) => rows.filter(({ cells }) => isText(cells[at])).length > rows.length / 2
  )
  const [question, body] = texts
  return texts.length === 2 && question !== undefined && body !== undefined ? { question, body } : undefined
}

const isText = (cell = "") =>
  /\p{L}/u.test(cell) &&
  (/\p{L}\s+\p{L}/u.test(cell.trim()) || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]{4}/u.test(cell))

function valuesOf(cells: readonly string[], columns: Columns): FieldValues {
  return Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, cells[at] ?? ""]))
}
