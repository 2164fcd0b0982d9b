import { sql, type Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { gapsIn } from "../../ingest/markdown/markdown.ts"
import { gapNotice } from "../../ingest/markdown/unfilled.ts"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { storeDocuments, removeDocuments, archiveDocuments, type IncomingDocument } from "./store-documents.ts"
import { tryProcessDocument, type ProcessedDocument, type ProcessingRefusal } from "./process-document.ts"
import type { DocumentProcessor } from "./document-processor.ts"
import type { ImportCounts, Lease } from "./lease.ts"
import { markDocumentsChanged } from "./refresh-derived-data.ts"

/** The changes of one transaction. Documents are identified by their ids in the database. */
export interface Batch {
  documents: Map<string, BatchEntry>
  standing: Set<string>
  gone: Set<string>
  /** Documents that are unpublished. One of them that this import has taken at another place stays. */
  unpublished: Set<string>
  /** The failures are by path. */
  failures: Map<string, ImportFailure>
  /** The notices on documents are by path. */
  notices: Map<string, string>
  at?: string
  total?: number
}

export interface BatchEntry {
  document: ImportedDocument
  hash: string
  cut?: ProcessedDocument
}

export interface ImportFailure {
  path: string
  reason: string
  /** The id is set if it is known. */
  id?: string | undefined
}

/** A document that was imported, and what of it wasn't read. */
export interface ImportNotice {
  path: string
  notice: string
}

export interface Destination {
  origin: Origin
  collection: string
}

export const emptyBatch = (): Batch => ({
  documents: new Map(),
  standing: new Set(),
  gone: new Set(),
  unpublished: new Set(),
  failures: new Map(),
  notices: new Map()
})

export const batchSize = ({ documents, standing, gone, failures }: Batch) =>
  documents.size + standing.size + gone.size + failures.size

export function addFailure(batch: Batch, failure: ImportFailure): void {
  const path = shortenPath(failure.path)
  batch.failures.set(path, { ...failure, path })
}

/** Of many sentences on one document the first are kept. */
const MAX_NOTICES = 5

export function addNotices(batch: Batch, { path, kind, body, notices: own = [] }: ImportedDocument): void {
  const gaps = kind === "macro" || kind === "ticket" ? [] : gapsIn(body)
  const notices = [...own, ...gapNotice(gaps)]
  if (notices.length === 0) return
  const more = notices.length - MAX_NOTICES
  const text = [...notices.slice(0, MAX_NOTICES), ...(more > 0 ? [`And ${more} more of this kind.`] : [])].join(" ")
  batch.notices.set(shortenPath(path), text)
}

export const sameId = (path: string) => `It has the same id as ${path}.`

/** Shortens a path, because it is part of an index, which takes 2,700 bytes. */
export const shortenPath = (path: string) => (path.length > 600 ? `${path.slice(0, 599)}…` : path)

/** Processes the new and changed documents. This happens before the transaction, so that the transaction is short. */
export async function processBatch(db: Kysely<Schema>, batch: Batch, processor: DocumentProcessor): Promise<void> {
  const standing = await retryWhileUnavailable(() => standingOf(db, [...batch.documents.keys()]))
  const fresh = [...batch.documents].filter(([id, { hash }]) => standing.get(id)?.hash !== hash)
  const outcomes = await processor.process(fresh.map(([, { document }]) => document))
  for (const [at, [id, entry]] of fresh.entries()) takeCut(batch, id, entry, outcomes[at])
}

/**
 * Writes a batch with its counts, history and position in one transaction. Writing it twice changes nothing more. It
 * waits for the disk (no `synchronous_commit = off`), because an import outlives a database crash and wouldn't repeat a
 * write that was reported as done.
 */
export async function writeBatch(
  db: Kysely<Schema>,
  lease: Lease,
  destination: Destination,
  batch: Batch
): Promise<{ counts: ImportCounts; failures: ImportFailure[]; notices: ImportNotice[] }> {
  return db.transaction().execute(async (write) => {
    await lockInTransaction(write, `knowledge ${destination.origin}`)
    await lease.hold(write)
    const standing = await standingOf(write, [
      ...batch.documents.keys(),
      ...batch.standing,
      ...batch.gone,
      ...batch.unpublished
    ])
    const { same, toStore, imported } = changesIn(batch, standing, lease)
    const unchanged = await markSeen(write, lease.id, same)
    const withdrawn = [...batch.unpublished].filter(
      (id) => standing.get(id)?.seen !== lease.id && !batch.documents.has(id) && !batch.standing.has(id)
    )
    const removedIds = [...batch.gone, ...withdrawn].filter((id) => standing.has(id))
    await removeDocuments(write, destination.origin, removedIds)
    await archiveDocuments(
      write,
      destination.origin,
      toStore.filter(({ id }) => standing.has(id)).map(({ id }) => id)
    )
    await numberAfterHistory(
      write,
      toStore.filter(({ id }) => !standing.has(id))
    )
    await storeDocuments(write, { ...destination, seen: lease.id }, toStore)
    if (toStore.length + removedIds.length > 0) await markDocumentsChanged(write, destination.origin)
    const failures = await noteFailures(write, lease, batch)
    const notices = await storeNotices(write, lease, batch)
    const failureCount = failures.fresh.length - failures.resolved
    const counts = {
      seen: imported + unchanged + failureCount,
      imported,
      unchanged,
      removed: removedIds.length,
      failed: failureCount
    }
    await addCounts(write, lease, batch, counts)
    return { counts, failures: failures.fresh, notices }
  })
}

/**
 * What a batch changes: the documents that stay as they are, those to store, and how many of the latter this import
 * hadn't seen.
 */
interface BatchChanges {
  same: string[]
  toStore: IncomingDocument[]
  imported: number
}

/** Compares a batch with what is in the database. A document that can't be taken becomes a failure of the batch. */
function changesIn(batch: Batch, standing: ReadonlyMap<string, Standing>, lease: Lease): BatchChanges {
  const same = [...batch.standing].filter((id) => standing.has(id))
  const toStore: IncomingDocument[] = []
  let imported = 0
  for (const [id, entry] of batch.documents) {
    const { document, hash } = entry
    const before = standing.get(id)
    const isMine = before?.seen === lease.id
    if (isMine && before.path !== document.path) addFailure(batch, { path: document.path, reason: sameId(before.path) })
    else if (before?.hash === hash) same.push(id)
    else {
      const cut = entry.cut ?? takeCut(batch, id, entry, tryProcessDocument(document))
      if (!cut) continue
      toStore.push({ id, hash, document, cut, version: (before?.version ?? 0) + 1 })
      if (!isMine) imported++
    }
  }
  return { same, toStore, imported }
}

async function addCounts(write: Kysely<Schema>, lease: Lease, batch: Batch, counts: ImportCounts): Promise<void> {
  await write
    .updateTable("imports")
    .where("id", "=", lease.id)
    .set((e) => ({
      seen: e("seen", "+", counts.seen),
      imported: e("imported", "+", counts.imported),
      unchanged: e("unchanged", "+", counts.unchanged),
      removed: e("removed", "+", counts.removed),
      failed: e("failed", "+", counts.failed),
      ...(batch.at !== undefined && { at: batch.at }),
      ...(batch.total !== undefined && { total: batch.total })
    }))
    .execute()
}

function takeCut(
  batch: Batch,
  id: string,
  entry: BatchEntry,
  outcome: ProcessedDocument | ProcessingRefusal | undefined
): ProcessedDocument | undefined {
  if (!outcome || !("refused" in outcome)) {
    if (outcome) entry.cut = outcome
    return outcome
  }
  batch.documents.delete(id)
  addFailure(batch, { path: entry.document.path, reason: outcome.refused, id })
  return undefined
}

interface Standing {
  hash: string
  path: string
  seen: string | null
  version: number
}

async function standingOf(db: Kysely<Schema>, ids: string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<
    Standing & { id: string }
  >`select id, hash, path, seen, version from documents where tenant = ${TENANT} and id = any(${ids}::text[])`.execute(
    db
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Marks documents as seen. @returns how many of them this import had not seen yet */
async function markSeen(write: Kysely<Schema>, lease: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const marked =
    await sql`update documents set seen = ${lease}::uuid where tenant = ${TENANT} and id = any(${ids}::text[]) and seen is distinct from ${lease}::uuid`.execute(
      write
    )
  return Number(marked.numAffectedRows ?? 0)
}

/** Continues the version numbers of a document that was removed and has returned. */
async function numberAfterHistory(write: Kysely<Schema>, documents: IncomingDocument[]): Promise<void> {
  if (documents.length === 0) return
  const { rows } = await sql<{ document: string; version: number }>`
    select document, max(version) as version from document_versions where tenant = ${TENANT} and document = any(${documents.map(({ id }) => id)}::text[]) group by document`.execute(
    write
  )
  const last = new Map(rows.map(({ document, version }) => [document, version]))
  for (const one of documents) one.version = (last.get(one.id) ?? 0) + 1
}

/**
 * Records failures. Returns those that this import had not recorded yet, and the number of earlier failures whose
 * documents have now been imported.
 */
async function noteFailures(
  write: Kysely<Schema>,
  lease: Lease,
  batch: Batch
): Promise<{ fresh: ImportFailure[]; resolved: number }> {
  const taken = [...batch.documents.values()]
    .map(({ document }) => shortenPath(document.path))
    .filter((path) => !batch.failures.has(path))
  const resolved =
    lease.resumed && taken.length > 0
      ? await sql`delete from import_failures where import = ${lease.id}::uuid and path = any(${taken}::text[])`.execute(
          write
        )
      : undefined
  const failures = [...batch.failures.values()]
  if (failures.length === 0) return { fresh: [], resolved: Number(resolved?.numAffectedRows ?? 0) }
  const { rows } = await sql<{ path: string; fresh: boolean }>`
    insert into import_failures (import, path, document, reason)
    select ${lease.id}::uuid, f.path, f.document, f.reason
    from unnest(${failures.map(({ path }) => path)}::text[], ${failures.map(({ id }) => id ?? null)}::text[], ${failures.map(({ reason }) => reason)}::text[]) as f (path, document, reason)
    on conflict (import, path) do update set document = excluded.document, reason = excluded.reason
    returning path, xmax = 0 as fresh`.execute(write)
  const fresh = new Set(rows.filter((row) => row.fresh).map(({ path }) => path))
  return { fresh: failures.filter(({ path }) => fresh.has(path)), resolved: Number(resolved?.numAffectedRows ?? 0) }
}

/** Stores the notices on documents that were imported. @returns those that this import had not stored yet */
async function storeNotices(write: Kysely<Schema>, lease: Lease, batch: Batch): Promise<ImportNotice[]> {
  const notices = [...batch.notices].filter(([path]) => !batch.failures.has(path))
  if (notices.length === 0) return []
  return write
    .insertInto("import_notices")
    .values(notices.map(([path, notice]) => ({ import: lease.id, path, notice })))
    .onConflict((conflict) => conflict.columns(["import", "path"]).doNothing())
    .returning(["path", "notice"])
    .execute()
}
