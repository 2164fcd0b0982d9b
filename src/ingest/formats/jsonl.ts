import { DocumentError, type Format, type ImportFile, type ReadItem } from "./common/format.ts"
import { WANTED } from "./table/columns.ts"
import { rowOfRecord, RowReader } from "./table/row.ts"
import { textOf } from "./common/text.ts"

/** Reads one JSON object a line. Each becomes one document. */
export const jsonl: Format = {
  id: "jsonl",
  endings: ["jsonl", "ndjson"],
  largest: 500_000_000,
  async *read(file, signal) {
    yield* readLines(file, textOf(await file.open(), signal), signal)
  }
}

/** Reads documents from lines. An invalid line fails on its own. */
export async function* readLines(
  file: ImportFile,
  text: AsyncIterable<string>,
  signal: AbortSignal
): AsyncGenerator<ReadItem, void> {
  const { markdownOfHtml } = await import("./html/markdown-of-html.ts")
  const rows = new RowReader(file, markdownOfHtml)
  let number = 0
  let articles = 0
  for await (const line of linesOf(text)) {
    signal.throwIfAborted()
    number++
    if (line.trim() === "") continue
    const item = readLine(rows, file, line, number)
    articles += item.type === "document" ? 1 : 0
    // If the file holds something else altogether, that is reported once and not line by line.
    if (articles === 0 && number >= HOPELESS && item.type === "failed")
      throw new DocumentError(`Its first ${number} lines hold no article. ${WANTED.replace("columns", "fields")}`)
    yield item
  }
}
const HOPELESS = 100

function readLine(rows: RowReader, file: ImportFile, line: string, number: number): ReadItem {
  const fail = (reason: string): ReadItem => ({ type: "failed", path: `${file.path}, line ${number}`, reason })
  if (line.length >= LONGEST) return fail("The line is longer than 5 MB.")
  try {
    const row = rowOfRecord(JSON.parse(line))
    if (!row) return fail('It is no object of JSON with fields, such as {"title": ..., "body": ...}.')
    return row.values.body === undefined
      ? fail(`It has no field with a text. ${WANTED.replace("columns", "fields")}`)
      : rows.read(row, `line ${number}`)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return fail("It is no JSON.")
  }
}

/** The limit is in characters. The rest of a longer line is dropped. */
const LONGEST = 5_000_000

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string, void> {
  let open = ""
  for await (const piece of text) {
    const lines = piece.split("\n")
    for (const [at, line] of lines.entries()) {
      if (open.length < LONGEST) open += line
      if (at === lines.length - 1) continue
      yield open.replace(/^\uFEFF/, "")
      open = ""
    }
  }
  if (open !== "") yield open.replace(/^\uFEFF/, "")
}
