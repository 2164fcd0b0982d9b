import type { Kysely } from "kysely"
import type { AuditEntry, AuditQuery } from "../../protocol/admin.ts"
import { readEntries } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { csv, type Cells, type ExportFile } from "../http/export-file.ts"

/** Exports all entries of the audit that fit, one a row, the newest first. The file is made while it is read. */
export function auditFile(db: Kysely<Schema>, filter: Omit<AuditQuery, "before" | "limit">): ExportFile {
  const { from = "start", to = "today" } = filter
  return {
    name: `replywright-audit-${from}-to-${to}.csv`,
    type: "text/csv; charset=utf-8",
    chunks: csv(allEntries(db, filter), "No entries")
  }
}

/** How many entries are read at a time. */
const BATCH = 1000

async function* allEntries(db: Kysely<Schema>, filter: AuditQuery): AsyncGenerator<Cells[]> {
  for (let before: string | undefined; ; ) {
    const entries = await readEntries(db, { ...filter, before }, BATCH)
    if (entries.length > 0) yield entries.map(cellsOf)
    before = entries.at(-1)?.id
    if (entries.length < BATCH) return
  }
}

const cellsOf = ({ id, at, person, action, ids }: AuditEntry): Cells => ({
  id,
  at,
  person: person?.name ?? "",
  role: person?.role ?? "",
  action,
  ids: ids.join(", ")
})
