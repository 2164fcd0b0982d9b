import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import type { ImportedDocument, ImportSource, SourceItem } from "../../ingest/source/source.ts"
import {
  emptyBatch,
  addFailure,
  processBatch,
  sameId,
  batchSize,
  writeBatch,
  type Batch,
  type Destination,
  type ImportFailure
} from "./batch.ts"
import { fingerprint } from "./process-document.ts"
import { createDocumentProcessor } from "./document-processor.ts"
import type { ImportCounts, Lease } from "./lease.ts"

/** A batch is written when it is this large, or this old: of a slow source an hour's reading must not be lost. */
const MOST_DOCUMENTS = 200
const MOST_CHARACTERS = 1_000_000
const OLDEST_MS = 2_000

export interface BatchWriter {
  /** Reads a source to its end. @throws SourceError, the signal's reason, or what the database throws */
  takeAll(source: ImportSource, signal: AbortSignal): Promise<Extract<SourceItem, { type: "end" }>>
  /** Writes what was read and not yet written. */
  finish(): Promise<void>
  /** Ends what it has begun beside. */
  release(): Promise<void>
}

/**
 * Gathers what a source tells into batches, and writes them in turn: while one is written, the next two are cut, and
 * the one behind them read.
 */
export function createBatchWriter(
  db: Kysely<Schema>,
  lease: Lease,
  destination: Destination,
  tell: (counts: ImportCounts, failures: ImportFailure[]) => void
): BatchWriter {
  let open = emptyBatch()
  let characters = 0
  let began = Date.now()
  const processor = createDocumentProcessor()
  /** Of the last batch, and of the one before it. */
  let [writing, before]: [Promise<void>, Promise<void>] = [Promise.resolve(), Promise.resolve()]
  const idOf = (id: string) => `${destination.collection}/${id}`

  const takeDocument = (document: ImportedDocument) => {
    const id = idOf(document.id)
    const first = open.documents.get(id)
    if (first && first.document.path !== document.path)
      return addFailure(open, { path: document.path, reason: sameId(first.document.path) })
    open.gone.delete(id)
    open.standing.delete(id)
    open.documents.set(id, { document, hash: fingerprint(document) })
    characters += document.body.length
  }
  const take = (item: SourceItem) => {
    switch (item.type) {
      case "document":
        takeDocument(item.document)
        break
      case "failed":
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
  const isOld = () => batchSize(open) > 0 && Date.now() - began > OLDEST_MS
  const write = async (): Promise<void> => {
    const batch = open
    open = emptyBatch()
    characters = 0
    began = Date.now()
    // Not for the last one's cutting: who cuts has this one at hand when that is done.
    await before
    before = writing
    writing = writeNext(batch, processBatch(db, batch, processor), before)
    // Whoever waits for it next hears of a failure.
    writing.catch(() => undefined)
  }
  /** Nothing is written behind a batch that failed. */
  const writeNext = async (batch: Batch, cut: Promise<void>, behind: Promise<void>): Promise<void> => {
    await Promise.all([cut, behind])
    // Done again after a lost connection, whether or not the first time counted: a batch that is written twice changes
    // nothing more.
    const { counts, failures } = await retryWhileUnavailable(() => writeBatch(db, lease, destination, batch))
    tell(counts, failures)
  }
  return {
    async takeAll(source, signal) {
      for await (const item of source.read(lease.from, signal)) {
        signal.throwIfAborted()
        if (item.type === "end") {
          await this.finish()
          return item
        }
        // A place that comes right behind a document belongs to its batch.
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
