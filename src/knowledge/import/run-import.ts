import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { SourceError, type ImportSource } from "../../ingest/source/source.ts"
import { TENANT } from "../../storage/tenant.ts"
import { ImportError, storageImportError } from "./import-error.ts"
import type { ImportFailure, ImportNotice } from "./batch.ts"
import { createBatchWriter } from "./batch-writer.ts"
import { takeLease, type ImportCounts, type LeaseOptions } from "./lease.ts"
import { refreshDerivedData } from "./refresh-derived-data.ts"
import { removeMissingDocuments } from "./remove-missing-documents.ts"
import { linkSureTickets } from "../past-tickets/link-sure-tickets.ts"
import { refreshWords } from "./refresh-words.ts"

export interface ImportOptions extends LeaseOptions {
  signal: AbortSignal
  /** This is called once the source is known and its lease is taken. */
  began?: (() => void) | undefined
  /** This is called after each batch. */
  report?: (progress: ImportProgress) => void
}

export interface ImportProgress extends ImportCounts {
  /**
   * In "finishing", after the reading, missing documents are removed and derived data is refreshed. In "words", after
   * the import has ended, its documents are searched for the team's own words.
   */
  phase: "reading" | "finishing" | "words"
  /** This is the number of documents to expect, as far as the source knows. */
  total?: number | undefined
  /** These are the failures since the last report. */
  failures: ImportFailure[]
  /** These are the notices on imported documents since the last report. */
  notices: ImportNotice[]
  /** In the last phase, this says how many of the documents have been read for their words. */
  words?: { read: number; of: number }
}

/** The summary of a whole import, including its parts before an interruption. */
export interface ImportSummary extends ImportCounts {
  /** This is the import's id. */
  id: string
  state: "done" | "stopped" | "failed"
  /** This is a sentence that says why it failed. */
  reason?: string
  /** Not all of the team's own words have been found. The next import or start of the relay continues with that. */
  wordsDue?: true
}

/**
 * Imports a source's documents into the knowledge. New and changed documents are processed and written in batches of
 * one transaction each, and documents that the source no longer has are removed. A document that can't be imported is
 * reported and keeps its former version. If it is stopped by the signal, by {@link cancelImport} or by the death of its
 * process, it keeps what it has, and the next import of the same source continues from there. After it has ended and
 * its documents can be found, it searches them for the team's own words, which aren't masked from then on.
 * @throws ImportError while another process imports the same source, or if the database can't store more
 */
export async function runImport(
  db: Kysely<Schema>,
  source: ImportSource,
  options: ImportOptions
): Promise<ImportSummary> {
  const lease = await takeLease(db, source, options)
  const { origin, log, report } = options
  options.began?.()
  const stop = AbortSignal.any([options.signal, lease.signal])
  let phase: ImportProgress["phase"] = "reading"
  const tell = (counts: Partial<ImportCounts>, failures: ImportFailure[] = [], notices: ImportNotice[] = []) => {
    for (const key of COUNTS) lease.counts[key] += counts[key] ?? 0
    report?.({ phase, ...lease.counts, total: lease.total, failures, notices })
  }
  const intake = createBatchWriter(db, lease, { origin, collection: source.collection }, tell)
  const end = async (
    state: ImportSummary["state"],
    { reason, since }: { reason?: string | undefined; since?: string | undefined } = {}
  ): Promise<ImportSummary> => {
    const counts = await retryWhileUnavailable(() =>
      db.transaction().execute(async (write) => {
        await lease.hold(write)
        if (since !== undefined)
          await write
            .updateTable("knowledge_sources")
            .set({ since })
            .where("tenant", "=", TENANT)
            .where("collection", "=", source.collection)
            .execute()
        return lease.end(write, state, reason)
      })
    )
    return { id: lease.id, state, ...counts, ...(reason !== undefined && { reason }) }
  }
  try {
    const finished = await intake.takeAll(source, stop)
    phase = "finishing"
    if (finished.all)
      await retryWhileUnavailable(() =>
        removeMissingDocuments(
          db,
          lease,
          { origin, collection: source.collection },
          (removed) => tell({ removed }),
          stop
        )
      )
    await retryWhileUnavailable(() => refreshDerivedData(db, origin))
    return await withWords(await end("done", { since: finished.since }))
  } catch (error) {
    return await interrupted(error)
  } finally {
    lease.release()
    await intake.release()
  }

  /** Writes what was read until then, and throws errors that can't be handled. */
  async function interrupted(error: unknown): Promise<ImportSummary> {
    // Another process has taken over. The source may report that with an error of its own.
    if (stop.reason instanceof ImportError) throw stop.reason
    const stopped = stop.aborted
    try {
      if (stopped || error instanceof SourceError) {
        await intake.finish()
        await retryWhileUnavailable(() => refreshDerivedData(db, origin))
        return await withWords(
          stopped
            ? await end("stopped")
            : await end("failed", { reason: error instanceof SourceError ? error.message : undefined })
        )
      }
    } catch (second) {
      throw await broken(second)
    }
    throw await broken(error)
  }

  /** Searches for the team's own words, and for the pages that answered solved tickets. The import itself has ended, whatever happens here. */
  async function withWords(summary: ImportSummary): Promise<ImportSummary> {
    phase = "words"
    try {
      await retryWhileUnavailable(() =>
        refreshWords(db, origin, {
          signal: options.signal,
          imported: summary.state === "done",
          report: (read, of) =>
            report?.({ phase, ...lease.counts, total: lease.total, failures: [], notices: [], words: { read, of } })
        })
      )
      await linkSureTickets(db, origin, options.signal)
      return summary
    } catch (error) {
      if (!options.signal.aborted) log.error("import-words", error)
      return { ...summary, wordsDue: true }
    }
  }

  async function broken(error: unknown): Promise<unknown> {
    if (error instanceof ImportError) return error
    const trouble = storageImportError(error)
    // A database that can't be written to can't record the failure. The import then soon counts as dead and can be
    // resumed anyway.
    await end("failed", { reason: trouble?.message ?? "It ended by a fault of ours; the log tells where." }).catch(
      (second: unknown) => log.error("import-end", second)
    )
    log.error("import", error)
    return trouble ?? error
  }
}

const COUNTS = ["seen", "imported", "unchanged", "removed", "failed"] as const
