import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { stringify } from "csv-stringify/sync"
import type { RelayContext } from "./context.ts"

/** A file that is sent while it is made. */
export interface ExportFile {
  /** The name of the file, for example "replywright-figures-by-week-2026-10-21-to-2026-11-20.csv". */
  name: string
  type: string
  chunks: AsyncGenerator<string>
}

/**
 * Sends the file. Its first piece is read before the headers are sent, so that a failure until then can still be
 * answered with an error. After that the file ends short, and the browser says so.
 */
export async function sendFile({ env: { outgoing } }: RelayContext, { name, type, chunks }: ExportFile): Promise<void> {
  const first = await chunks.next()
  outgoing.writeHead(200, { "content-type": type, "content-disposition": `attachment; filename="${name}"` })
  const all = async function* () {
    if (!first.done) yield first.value
    yield* chunks
  }
  await pipeline(Readable.from(all()), outgoing).catch((error: unknown) => {
    const left = error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE"
    if (!left) throw error
  })
}

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
