import type { Kysely } from "kysely"
import { exportRows, type ExportOptions, type ExportRow } from "../../storage/audit/export-rows.ts"
import type { Schema } from "../../storage/schema.ts"
import { csv, type Cells, type ExportFile } from "../http/export-file.ts"

/**
 * Exports all entries of the audit that fit, one a row, the oldest first, with their hashes and a signed end. The file is
 * made while it is read.
 */
export function auditFile(
  db: Kysely<Schema>,
  { format, ...options }: ExportOptions & { format: "csv" | "jsonl" }
): ExportFile {
  const { from = "start", to = "today" } = options.filter
  const rows = exportRows(db, options)
  return {
    name: `replywright-audit-${from}-to-${to}.${format}`,
    ...(format === "csv"
      ? { type: "text/csv; charset=utf-8", chunks: csv(asCells(rows), "No entries") }
      : { type: "application/jsonl; charset=utf-8", chunks: asLines(rows) })
  }
}

async function* asCells(rows: AsyncGenerator<ExportRow[]>): AsyncGenerator<Cells[]> {
  for await (const some of rows) yield some.map(cellsOf)
}

const cellsOf = ({ id, at, person, name, role, machine, action, ids, late, previous, hash }: ExportRow): Cells => ({
  ...{ id, at, name, role, machine: machine ?? "", action, ids: JSON.stringify(ids) },
  ...{ person: person ?? "", late: String(late), previous, hash }
})

async function* asLines(rows: AsyncGenerator<ExportRow[]>): AsyncGenerator<string> {
  for await (const some of rows) yield some.map((row) => `${JSON.stringify(row)}\n`).join("")
}
