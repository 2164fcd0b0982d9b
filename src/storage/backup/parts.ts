import * as z from "zod/mini"

/** What a backup begins with. */
export const backupHead = z.object({
  format: z.literal("replywright-backup"),
  /** Of this format. It changes only when older readers could not read it. */
  version: z.literal(1),
  /** When the data were as they stand in the backup: the start of its transaction. */
  madeAt: z.iso.datetime({ offset: true }),
  /** The steps that the schema had had, in their order. */
  steps: z.array(z.string()).check(z.minLength(1)),
  /** Each after those that it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) }))
})
export type BackupHead = z.infer<typeof backupHead>

/** What a backup ends with: without it, it is cut off. */
export const backupEnd = z.object({
  counts: z.record(z.string(), z.int()),
  /** The last number that was given, by "table.column". Numbers of deleted rows are never given again. */
  sequences: z.record(z.string(), z.string())
})
export type BackupEnd = z.infer<typeof backupEnd>

/** Some rows of one table: `rows` is a JSON array of objects, as PostgreSQL wrote them. */
export interface RowBatch {
  table: string
  count: number
  rows: string
}

/** One head, then batches table by table in the head's order, then one end. */
export type BackupPart = { head: BackupHead } | { batch: RowBatch } | { end: BackupEnd }
