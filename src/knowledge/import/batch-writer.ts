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

/** A batch is written when it is this large or this old, so that an hour of reading from a slow source isn't lost. */
const MOST_DOCUMENTS = 200
const MOST_CHARACTERS = 1_000_000
const OLDEST_MS = 2_000

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
  let open = emptyBatch()
  let characters = 0
  let began = performance.now()
  const processor = createDocumentProcessor()
  /** These are the writes of the last batch and of the one before it. */
  let [writing, before]: [Promise<void>, Promise<void>] = [Promise.resolve(), Promise.resolve()]
  const idOf = (id: string) => `${destination.collection}/${id}`

  const takeDocument = (document: ImportedDocument) => {
    const id = idOf(document.id)
    const first = open.documents.get(id)
    if (first && first.document.path !== document.path)
      return addFailure(open, { path: document.path, reason: sameId(first.document.path) })
    open.gone.delete(id)
    open.standing.delete(id)
    addNotices(open, document)
    open.documents.set(id, { document, hash: fingerprint(document) })
    characters += document.body.length
  }
  const take = (item: SourceItem) => {
    switch (item.type) {
      case "document":
        takeDocument(item.document)
        break
      case "failed":
        if (item.unpublished && item.id !== undefined) open.unpublished.add(idOf(item.id))
        addFailure(open, {
          path: item.path,
          reason: item.reason,
          id: item.id === undefined ? undefined : idOf(item.id)
        })
        break
      case "standing":
        open.standing.add(idOf(item.id))
        break
      case "gone":
        open.documents.delete(idOf(item.id))
        open.gone.add(idOf(item.id))
        break
      case "total":
        lease.total = open.total = item.documents
        break
      case "at":
        open.at = item.at
    }
  }
  const isFull = () => batchSize(open) >= MOST_DOCUMENTS || characters >= MOST_CHARACTERS
  const isOld = () => batchSize(open) > 0 && performance.now() - began > OLDEST_MS
  const write = async (): Promise<void> => {
    const batch = open
    open = emptyBatch()
    characters = 0
    began = performance.now()
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
        if (item.type !== "at" && isFull()) await write()
        take(item)
        if (isOld()) await write()
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
