import type { Kysely } from "kysely"
import type { Visibility } from "../../ticket/ticket.ts"
import { silentLog } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import type { ImportFailure, ImportNotice } from "./batch.ts"
import { runImport, type ImportSummary } from "./run-import.ts"
import { filesSource } from "../../ingest/sources/files.ts"
import { SourceError } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"

export interface FolderOptions {
  origin: Origin
  /** Names the source of the folder, wherever that lies. Default: its path. */
  collection?: string
  visibility?: Visibility
  signal: AbortSignal
}

/**
 * Imports a folder to its end, without a report on the way.
 * @throws SourceError when the folder can't be read; the signal's reason when aborted (what was taken stays)
 */
export async function importFolder(
  db: Kysely<Schema>,
  folder: string,
  { origin, signal, ...options }: FolderOptions
): Promise<ImportSummary & { failures: ImportFailure[]; notices: ImportNotice[] }> {
  signal.throwIfAborted()
  const failures: ImportFailure[] = []
  const notices: ImportNotice[] = []
  const source = await filesSource(folder, options)
  const summary = await runImport(db, source, {
    origin,
    signal,
    log: silentLog,
    config: { visibility: options.visibility ?? "public" },
    report: (progress) => {
      failures.push(...progress.failures)
      notices.push(...progress.notices)
    }
  })
  signal.throwIfAborted()
  if (summary.state === "failed")
    throw new SourceError("source-unreadable", summary.reason ?? `${folder} can't be read.`)
  return { ...summary, failures, notices }
}
