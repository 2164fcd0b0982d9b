import { type Kysely, sql } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { SourceError, type ImportSource } from "../../ingest/source/source.ts"
import { TENANT } from "../../storage/tenant.ts"
import { ImportError, storageImportError } from "./import-error.ts"
import { type Destination, type ImportFailure, type ImportNotice, shortenPath } from "./batch.ts"
import { createBatchWriter, type BatchWriter } from "./batch-writer.ts"
import { takeLease, type ImportCounts, type Lease, type LeaseOptions } from "./lease.ts"
import { refreshDerivedData, markDocumentsChanged } from "./refresh-derived-data.ts"
import { linkSureTickets } from "../past-tickets/likely-pages.ts"
import { refreshWords } from "./refresh-words.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { removeDocuments } from "./store-documents.ts"

export interface ImportOptions extends LeaseOptions {
  signal: AbortSignal
  /** Called once the source is known and its lease is taken. */
  began?: (() => void) | undefined
  /** Called after each batch. */
  report?: (progress: ImportProgress) => void
}

export interface ImportProgress extends ImportCounts {
  /**
   * In "finishing", after the reading, missing documents are removed and derived data is refreshed. In "words", after
   * the import has ended, its documents are searched for the team's own words.
   */
  phase: "reading" | "finishing" | "words"
  /** The number of documents to expect, as far as the source knows. */
  total?: number | undefined
  /** The failures since the last report. */
  failures: ImportFailure[]
  /** The notices on imported documents since the last report. */
  notices: ImportNotice[]
  /** In the last phase: how many of the documents have been read for their words. */
  words?: { read: number; of: number }
}

/** The summary of a whole import, including its parts before an interruption. */
export interface ImportSummary extends ImportCounts {
  /** The import's id. */
  id: string
  state: "done" | "stopped" | "failed"
  /** A sentence that says why it failed. */
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
  options.began?.()
  return new ImportRun(db, source, lease, options).run()
}

class ImportRun {
  readonly #db: Kysely<Schema>
  readonly #source: ImportSource
  readonly #lease: Lease
  readonly #options: ImportOptions
  readonly #stop: AbortSignal
  readonly #writer: BatchWriter
  #phase: ImportProgress["phase"] = "reading"

  constructor(db: Kysely<Schema>, source: ImportSource, lease: Lease, options: ImportOptions) {
    this.#db = db
    this.#source = source
    this.#lease = lease
    this.#options = options
    this.#stop = AbortSignal.any([options.signal, lease.signal])
    this.#writer = createBatchWriter(db, lease, this.#destination(), (...news) => this.#tell(...news))
  }

  async run(): Promise<ImportSummary> {
    const { origin } = this.#options
    try {
      const end = await this.#writer.takeAll(this.#source, this.#stop)
      this.#phase = "finishing"
      if (end.all) await retryWhileUnavailable(() => this.#removeMissing())
      await retryWhileUnavailable(() => refreshDerivedData(this.#db, origin))
      return await this.#withWords(await this.#end("done", { since: end.since }))
    } catch (error) {
      return await this.#interrupted(error)
    } finally {
      this.#lease.release()
      await this.#writer.release()
    }
  }

  #destination(): Destination {
    return { origin: this.#options.origin, collection: this.#source.collection }
  }

  #tell(counts: Partial<ImportCounts>, failures: ImportFailure[] = [], notices: ImportNotice[] = []): void {
    const { counts: sums, total } = this.#lease
    for (const key of COUNTS) sums[key] += counts[key] ?? 0
    this.#options.report?.({ phase: this.#phase, ...sums, total, failures, notices })
  }

  #removeMissing() {
    const tell = (removed: number) => this.#tell({ removed })
    return removeMissingDocuments(this.#db, this.#lease, this.#destination(), tell, this.#stop)
  }

  async #end(
    state: ImportSummary["state"],
    { reason, since }: { reason?: string | undefined; since?: string | undefined } = {}
  ): Promise<ImportSummary> {
    const counts = await retryWhileUnavailable(() =>
      this.#db.transaction().execute(async (write) => {
        await this.#lease.hold(write)
        if (since !== undefined)
          await write
            .updateTable("knowledge_sources")
            .set({ since })
            .where("tenant", "=", TENANT)
            .where("collection", "=", this.#source.collection)
            .execute()
        return this.#lease.end(write, state, reason)
      })
    )
    return { id: this.#lease.id, state, ...counts, ...(reason !== undefined && { reason }) }
  }

  /** Writes what was read until then, and throws errors that can't be handled. */
  async #interrupted(error: unknown): Promise<ImportSummary> {
    // Another process has taken over. The source may report that with an error of its own.
    if (this.#stop.reason instanceof ImportError) throw this.#stop.reason
    const isStopped = this.#stop.aborted
    try {
      if (isStopped || error instanceof SourceError) {
        await this.#writer.finish()
        await retryWhileUnavailable(() => refreshDerivedData(this.#db, this.#options.origin))
        const reason = error instanceof SourceError ? error.message : undefined
        return await this.#withWords(isStopped ? await this.#end("stopped") : await this.#end("failed", { reason }))
      }
    } catch (second) {
      throw await this.#broken(second)
    }
    throw await this.#broken(error)
  }

  /**
   * Searches for the team's own words, and for the pages that answered solved tickets. The import itself has ended,
   * whatever happens here.
   */
  async #withWords(summary: ImportSummary): Promise<ImportSummary> {
    this.#phase = "words"
    const { origin, signal, log, report } = this.#options
    const { counts, total } = this.#lease
    const tell = (read: number, of: number) =>
      report?.({ phase: "words", ...counts, total, failures: [], notices: [], words: { read, of } })
    try {
      await retryWhileUnavailable(() =>
        refreshWords(this.#db, origin, { signal, imported: summary.state === "done", report: tell })
      )
      await linkSureTickets(this.#db, origin, signal)
      return summary
    } catch (error) {
      if (!signal.aborted) log.error("import-words", error)
      return { ...summary, wordsDue: true }
    }
  }

  async #broken(error: unknown): Promise<unknown> {
    if (error instanceof ImportError) return error
    const { log } = this.#options
    const trouble = storageImportError(error)
    // A database that can't be written to can't record the failure. The import then soon counts as dead and can be
    // resumed anyway.
    await this.#end("failed", {
      reason: trouble?.message ?? "It ended by a fault of ours; the log tells where."
    }).catch((second: unknown) => log.error("import-end", second))
    log.error("import", error)
    return trouble ?? error
  }
}

const COUNTS = ["seen", "imported", "unchanged", "removed", "failed"] as const

/**
 * Removes the documents that a complete read hasn't reported, except those at a place that couldn't be read. If it is
 * interrupted, it can be repeated.
 */
async function removeMissingDocuments(
  db: Kysely<Schema>,
  lease: Lease,
  { origin, collection }: Destination,
  tell: (removed: number) => void,
  signal: AbortSignal
): Promise<void> {
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from documents
    where tenant = ${TENANT} and origin = ${origin} and collection = ${collection} and seen is distinct from ${lease.id}::uuid order by id`.execute(
    db
  )
  if (rows.length === 0) return
  const failures = await db
    .selectFrom("import_failures")
    .select(["path", "document"])
    .where("import", "=", lease.id)
    .execute()
  const ids = new Set(failures.map(({ document }) => document))
  const paths = new Set(failures.map(({ path }) => path))
  const gone = rows
    .filter(({ id, path }) => !ids.has(id) && !placesOf(path).some((place) => paths.has(shortenPath(place))))
    .map(({ id }) => id)
  for (let from = 0; from < gone.length; from += MOST) {
    signal.throwIfAborted()
    const some = gone.slice(from, from + MOST)
    const removed = await db.transaction().execute(async (write) => {
      await lockInTransaction(write, `knowledge ${origin}`)
      await lease.hold(write)
      const { rows: standing } = await sql<{
        id: string
      }>`select id from documents where tenant = ${TENANT} and id = any(${some}::text[])`.execute(write)
      await removeDocuments(
        write,
        origin,
        standing.map(({ id }) => id)
      )
      if (standing.length > 0) await markDocumentsChanged(write, origin)
      await write
        .updateTable("imports")
        .where("id", "=", lease.id)
        .set((e) => ({ removed: e("removed", "+", standing.length) }))
        .execute()
      return standing.length
    })
    tell(removed)
  }
}

const MOST = 200

/**
 * Returns the path itself and everything that contains it: the table of "prices.csv, row 7" and the archive of
 * "help.zip/de/returns.md".
 */
function placesOf(path: string): string[] {
  return [path, ...[...path.matchAll(/[,/#!]/g)].map(({ index }) => path.slice(0, index))]
}
