import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { SourceError, type ImportSource } from "../../ingest/source/source.ts"
import { TENANT } from "../../storage/tenant.ts"
import { ImportError, storageImportError } from "./import-error.ts"
import type { ImportFailure } from "./batch.ts"
import { createBatchWriter } from "./batch-writer.ts"
import { takeLease, type ImportCounts, type LeaseOptions } from "./lease.ts"
import { refreshDerivedData } from "./refresh-derived-data.ts"
import { removeMissingDocuments } from "./remove-missing-documents.ts"
import { refreshWords } from "./refresh-words.ts"

export interface ImportOptions extends LeaseOptions {
  signal: AbortSignal
  /** Called once the source is known and held. */
  began?: (() => void) | undefined
  /** Called after each batch. */
  report?: (progress: ImportProgress) => void
}

export interface ImportProgress extends ImportCounts {
  /**
   * After the reading: what is gone is removed, then what is made of all documents together is made anew. Behind its
   * end: what it took is looked through for the team's own words.
   */
  phase: "reading" | "finishing" | "words"
  /** How many documents there will be, as far as the source knows. */
  total?: number | undefined
  /** Since the last report. */
  failures: ImportFailure[]
  /** In the last phase: how many documents were read for their words, of how many. */
  words?: { read: number; of: number }
}

/** Of a whole import, its parts before an interruption included. */
export interface ImportSummary extends ImportCounts {
  /** Id of the import. */
  id: string
  state: "done" | "stopped" | "failed"
  /** Why it failed, a sentence. */
  reason?: string
  /** The team's own words were not all found: the next import, or start of the relay, goes on with that. */
  wordsDue?: true
}

/**
 * Takes a source's documents into the knowledge: new and changed ones are cut and written, in batches of one
 * transaction each; those that the source has no longer are removed; what can't be taken is told and keeps its former
 * version. Stopped by the signal, by {@link cancelImport} or by the death of its process, it keeps what it has, and the
 * next one of the same source goes on from there. Once it has ended, and what it took is found, it looks there for the
 * team's own words, which go unmasked from then on.
 * @throws ImportError while another process imports the same source, or when the database can't take more
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
  const tell = (counts: Partial<ImportCounts>, failures: ImportFailure[]) => {
    for (const key of COUNTS) lease.counts[key] += counts[key] ?? 0
    report?.({ phase, ...lease.counts, total: lease.total, failures })
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
    const told = await intake.takeAll(source, stop)
    phase = "finishing"
    if (told.all)
      await retryWhileUnavailable(() =>
        removeMissingDocuments(
          db,
          lease,
          { origin, collection: source.collection },
          (removed) => tell({ removed }, []),
          stop
        )
      )
    await retryWhileUnavailable(() => refreshDerivedData(db, origin))
    return await withWords(await end("done", { since: told.since }))
  } catch (error) {
    return await interrupted(error)
  } finally {
    lease.release()
    await intake.release()
  }

  /** What was read until then is written; what can't be helped is thrown. */
  async function interrupted(error: unknown): Promise<ImportSummary> {
    // Taken over by another process, which the source may tell in words of its own.
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

  /** The import itself has ended, whatever happens here. */
  async function withWords(summary: ImportSummary): Promise<ImportSummary> {
    phase = "words"
    try {
      await retryWhileUnavailable(() =>
        refreshWords(db, origin, {
          signal: options.signal,
          imported: summary.state === "done",
          report: (read, of) =>
            report?.({ phase, ...lease.counts, total: lease.total, failures: [], words: { read, of } })
        })
      )
      return summary
    } catch (error) {
      if (!options.signal.aborted) log.error("import-words", error)
      return { ...summary, wordsDue: true }
    }
  }

  async function broken(error: unknown): Promise<unknown> {
    if (error instanceof ImportError) return error
    const trouble = storageImportError(error)
    // A database that can't be written to can't be told: the import then counts as dead soon, and is gone on with all
    // the same.
    await end("failed", { reason: trouble?.message ?? "It ended by a fault of ours; the log tells where." }).catch(
      (second: unknown) => log.error("import-end", second)
    )
    log.error("import", error)
    return trouble ?? error
  }
}

const COUNTS = ["seen", "imported", "unchanged", "removed", "failed"] as const
