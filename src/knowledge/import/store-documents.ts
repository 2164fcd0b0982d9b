import { randomUUID } from "node:crypto"
import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { ProcessedDocument } from "./process-document.ts"
import { SKETCH_BYTES } from "./sketch.ts"
import { invert, type InvertedIndexPart, type NumberedWords } from "../../search/postings/posting-list.ts"
import { addPostings, recordRemovedPostings } from "../../search/postings/posting-store.ts"
import { removeSolvedTickets } from "../../search/past-tickets/past-ticket-store.ts"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"

/** A document to be stored. */
export interface IncomingDocument {
  id: string
  hash: string
  document: ImportedDocument
  cut: ProcessedDocument
  version: number
}

/** Stores new documents, and changed ones whose old version {@link archiveDocuments} has archived. */
export async function storeDocuments(
  write: Kysely<Schema>,
  { origin, collection, seen }: { origin: Origin; collection: string; seen: string },
  documents: IncomingDocument[]
): Promise<void> {
  if (documents.length === 0) return
  const of = <T>(pick: (one: IncomingDocument, at: number) => T) => documents.map(pick)
  // In an array, each text would be quoted and read character by character, which takes as long as storing it. The mark
  // occurs in none of the texts.
  const mark = randomUUID()
  const sketches = Buffer.concat(of(({ cut }) => cut.sketch))
  const long = (pick: (one: IncomingDocument) => string) => sql`string_to_array(${of(pick).join(mark)}, ${mark})`
  const { rows } = await sql<{ id: string; number: number }>`
    insert into documents (tenant, origin, collection, seen, id, path, hash, title, kind, locale, visibility, groups, url, changed, body, passages, texts, words, version, product, details, sketch, twin, taken_at)
    select ${TENANT}, ${origin}, ${collection}, ${seen}::uuid, d.id, d.path, d.hash, d.title, d.kind, d.locale, d.visibility, string_to_array(d.groups, chr(10)),
      d.url, d.changed, d.body, d.passages, d.texts, d.words, d.version, d.product, d.details::jsonb, substring(${sketches}::bytea from d.sketched for ${SKETCH_BYTES}), null, now()
    from unnest(${of(({ id }) => id)}::text[], ${of(({ document }) => document.path)}::text[], ${of(({ hash }) => hash)}::text[], ${of(({ cut }) => cut.article.title)}::text[],
      ${of(({ cut }) => cut.article.kind)}::text[], ${of(({ cut }) => cut.article.locale)}::text[], ${of(({ cut }) => cut.article.visibility)}::text[],
      ${of(({ cut }) => cut.article.groups)}::text[], ${of(({ cut }) => cut.article.url ?? null)}::text[], ${of(({ cut }) => cut.article.changed ?? null)}::text[],
      ${long(({ document }) => document.body)}, ${of(({ cut }) => cut.passages)}::int[], ${long(({ cut }) => cut.texts)}, ${long(({ cut }) => cut.lines)},
      ${of(({ version }) => version)}::int[], ${of(({ document }) => document.product ?? null)}::text[],
      ${of(({ document }) => (document.details ? JSON.stringify(document.details) : null))}::text[], ${of((_, at) => at * SKETCH_BYTES + 1)}::int[])
      as d (id, path, hash, title, kind, locale, visibility, groups, url, changed, body, passages, texts, words, version, product, details, sketched)
    on conflict (tenant, id) do update set
      origin = excluded.origin, collection = excluded.collection, seen = excluded.seen, path = excluded.path, hash = excluded.hash, title = excluded.title,
      kind = excluded.kind, locale = excluded.locale, visibility = excluded.visibility, groups = excluded.groups, url = excluded.url, changed = excluded.changed,
      number = excluded.number, body = excluded.body, passages = excluded.passages, texts = excluded.texts, words = excluded.words, version = excluded.version, product = excluded.product, details = excluded.details,
      sketch = excluded.sketch, twin = null, taken_at = excluded.taken_at
    returning id, number`.execute(write)
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  const inverted = await invert(documents.map(({ id, cut }) => ({ number: numbers.get(id) ?? 0, words: cut.lines })))
  await addPostings(write, origin, inverted)
  await count(write, origin, inverted, 1)
}

/**
 * Moves the versions of these documents into the history and removes their counts, words and embeddings. Their rows
 * stay for {@link storeDocuments} or {@link removeDocuments}.
 */
export async function archiveDocuments(write: Kysely<Schema>, origin: Origin, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into document_versions (tenant, document, version, hash, title, body, url, changed, "from", until)
    select tenant, id, version, hash, title, body, url, changed, taken_at, now() from documents
    where tenant = ${TENANT} and id = any(${ids}::text[]) on conflict do nothing`.execute(write)
  const { rows } =
    await sql<NumberedWords>`select number, words from documents where tenant = ${TENANT} and id = any(${ids}::text[])`.execute(
      write
    )
  const gone = await invert(rows)
  await recordRemovedPostings(write, origin, gone)
  await count(write, origin, gone, -1)
  for (const table of ["passage_vectors", "article_words"] as const)
    await sql`delete from ${sql.table(table)} where tenant = ${TENANT} and document = any(${ids}::text[])`.execute(
      write
    )
}

/** Removes documents. Their last version stays in the history. */
export async function removeDocuments(write: Kysely<Schema>, origin: Origin, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await archiveDocuments(write, origin, ids)
  await removeSolvedTickets(write, ids)
  await sql`delete from documents where tenant = ${TENANT} and id = any(${ids}::text[])`.execute(write)
}

/** Adds to the total counts, or subtracts with -1. */
async function count(
  write: Kysely<Schema>,
  origin: Origin,
  { passages, titleWords, headingWords, textWords }: InvertedIndexPart,
  sign: 1 | -1
): Promise<void> {
  await sql`
    insert into knowledge_totals (tenant, origin, passages, title_words, heading_words, text_words)
    values (${TENANT}, ${origin}, ${sign * passages}, ${sign * titleWords}, ${sign * headingWords}, ${sign * textWords})
    on conflict (tenant, origin) do update set
      passages = knowledge_totals.passages + excluded.passages,
      title_words = knowledge_totals.title_words + excluded.title_words,
      heading_words = knowledge_totals.heading_words + excluded.heading_words,
      text_words = knowledge_totals.text_words + excluded.text_words`.execute(write)
}
