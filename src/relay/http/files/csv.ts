import { stringify } from "csv-stringify/sync"

/** A row of a spreadsheet, by column. */
export type Cells = Record<string, string | number>

/**
 * Writes CSV. It begins with the mark by which a spreadsheet recognises UTF-8, and no cell can be taken for a formula.
 * Every field is quoted: the library quotes on its own only texts with the line break that ends its rows (CR LF), and
 * any other line break would begin a new row.
 * @param none what the file says if there is no row
 */
export async function* csv(records: AsyncGenerator<Cells[]>, none: string): AsyncGenerator<string> {
  let head = true
  for await (const rows of records) {
    yield stringify(rows, { ...CSV, header: head, bom: head })
    head = false
  }
  if (head) yield stringify([[none]], { ...CSV, bom: true })
}

const CSV = { quoted: true, quoted_empty: true, escape_formulas: true, record_delimiter: "windows" } as const
