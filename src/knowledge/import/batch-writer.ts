import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import type { ImportedDocument, ImportSource, SourceItem } from "../../ingest/source/source.ts"
import {
  emptyBatch,
  addFailure,
  addNotices,
  processBatch,
  sameId,
  batchSize,
  writeBatch,
  type Batch,
  type Destination,
  type ImportFailure,
  type ImportNotice
} from "./batch.ts"
import { fingerprint } from "./process-document.ts"
import { createDocumentProcessor } from "./document-processor.ts"
import type { ImportCounts, Lease } from "./lease.ts"

export interface BatchWriter {
  /** Reads a source to its end. @throws SourceError, the signal's reason, or the database's error */
  takeAll(source: ImportSource, signal: AbortSignal): Promise<Extract<SourceItem, { type: "end" }>>
  /** Writes what was read and not yet written. */
  finish(): Promise<void>
  /** Ends the thread that it has started. */
  release(): Promise<void>
}

/**
 * Gathers a source's items into batches and writes them one after the other. While one batch is written, the next two
 * are processed and the one after them is read.
 */
export function createBatchWriter(
  db: Kysely<Schema>,
  lease: Lease,
  destination: Destination,
  tell: (counts: ImportCounts, failures: ImportFailure[], notices: ImportNotice[]) => void
): BatchWriter {
  let open = new OpenBatch(destination.collection)
  const processor = createDocumentProcessor()
  /** The writes of the last batch and of the one before it. */
  let [writing, before]: [Promise<void>, Promise<void>] = [Promise.resolve(), Promise.resolve()]

  const write = async (): Promise<void> => {
    const { batch } = open
    open = new OpenBatch(destination.collection)
    // This doesn't wait until the last batch is processed. The thread has this batch at hand as soon as that is done.
    await before
    before = writing
    writing = writeNext(batch, processBatch(db, batch, processor), before)
    // The error is reported to whoever awaits the write next.
    writing.catch(() => undefined)
  }
  /** Writes a batch after the one before it. Nothing is written after a batch that failed. */
  const writeNext = async (batch: Batch, cut: Promise<void>, behind: Promise<void>): Promise<void> => {
    await Promise.all([cut, behind])
    // The write is repeated after a lost connection, whether or not the first attempt took effect, because writing a
    // batch twice changes nothing more.
    const { counts, failures, notices } = await retryWhileUnavailable(() => writeBatch(db, lease, destination, batch))
    tell(counts, failures, notices)
  }
  return {
    async takeAll(source, signal) {
      for await (const item of source.read(lease.from, signal)) {
        signal.throwIfAborted()
        if (item.type === "end") {
          await this.finish()
          return item
        }
        // A position that follows a document directly belongs to its batch.
        if (item.type !== "at" && open.isFull()) await write()
        if (item.type === "total") lease.total = item.documents
        open.take(item)
        if (open.isOld()) await write()
      }
      throw new Error(`The source "${source.kind}" stopped without an end.`)
    },
    async finish() {
      await write()
      await writing
    },
    release: () => processor.release()
  }
}

/** A batch is written when it is this large or this old, so that an hour of reading from a slow source isn't lost. */
const MAX_DOCUMENTS = 200
const MAX_CHARACTERS = 1_000_000
const MAX_AGE_MS = 2_000

/** The batch that takes the source's items until it is written. */
class OpenBatch {
  readonly batch: Batch = emptyBatch()
  readonly #collection: string
  readonly #began = performance.now()
  #characters = 0

  constructor(collection: string) {
    this.#collection = collection
  }

  isFull(): boolean {
    return batchSize(this.batch) >= MAX_DOCUMENTS || this.#characters >= MAX_CHARACTERS
  }

  isOld(): boolean {
    return batchSize(this.batch) > 0 && performance.now() - this.#began > MAX_AGE_MS
  }

  take(item: SourceItem): void {
    const { batch } = this
    switch (item.type) {
      case "document":
        this.#takeDocument(item.document)
        break
      case "failed": {
        const id = item.id === undefined ? undefined : this.#idOf(item.id)
        if (item.unpublished && id !== undefined) batch.unpublished.add(id)
        addFailure(batch, { path: item.path, reason: item.reason, id })
        break
      }
      case "standing":
        batch.standing.add(this.#idOf(item.id))
        break
      case "gone":
        batch.documents.delete(this.#idOf(item.id))
        batch.gone.add(this.#idOf(item.id))
        break
      case "total":
        batch.total = item.documents
        break
      case "at":
        batch.at = item.at
    }
  }

  #takeDocument(document: ImportedDocument): void {
    const { batch } = this
    const id = this.#idOf(document.id)
    const first = batch.documents.get(id)
    if (first && first.document.path !== document.path)
      return addFailure(batch, { path: document.path, reason: sameId(first.document.path) })
    batch.gone.delete(id)
    batch.standing.delete(id)
    addNotices(batch, document)
    batch.documents.set(id, { document, hash: fingerprint(document) })
    this.#characters += document.body.length
  }

  #idOf(id: string): string {
    return `${this.#collection}/${id}`
  }
}
