import { sql, type Kysely, type Transaction } from "kysely"
import type { Schema } from "../storage/schema.ts"
import { noteArticleWords, refreshKeepList } from "../masking/refresh.ts"
import { takeTurn } from "../storage/take-turn.ts"
import type { Article } from "./article.ts"
import { passagesOf, type Passage } from "./passages.ts"
import type { Origin } from "./tables.ts"

export interface Incoming {
  id: string
  path: string
  hash: string
  article: Article
}

/**
 * Makes the collection hold exactly these documents and, as they were, those whose path is in `kept`. One transaction, which
 * keeps the counts of words and the team's keep list in step; two imports of the same origin wait for each other.
 */
export async function replaceCollection(
  db: Kysely<Schema>,
  { origin, collection }: { origin: Origin; collection: string },
  incoming: Incoming[],
  kept: Set<string>,
  signal: AbortSignal
): Promise<{ imported: number; unchanged: number; removed: number }> {
  return db.transaction().execute(async (write) => {
    await takeTurn(write, `knowledge ${origin}`)
    const standing = await write.selectFrom("documents").select(["id", "hash", "path"])
      .where("tenant", "=", TENANT).where("origin", "=", origin).where("collection", "=", collection).execute()
    const now = new Map(incoming.map((document) => [document.id, document.hash]))
    const before = new Map(standing.map((document) => [document.id, document.hash]))
    const vanished = standing.filter(({ id, path }) => !now.has(id) && !kept.has(path)).map(({ id }) => id)
    const changed = incoming.filter(({ id, hash }) => before.get(id) !== hash)
    const gone = [...vanished, ...changed.filter(({ id }) => before.has(id)).map(({ id }) => id)]
    for (const ids of batches(gone)) {
      signal.throwIfAborted()
      await countWords(write, origin, ids, -1)
      await write.deleteFrom("documents").where("tenant", "=", TENANT).where("id", "in", ids).execute()
    }
    for (const documents of batches(changed)) {
      signal.throwIfAborted()
      await insertDocuments(write, origin, collection, documents)
      await countWords(write, origin, documents.map(({ id }) => id), 1)
      await noteArticleWords(write, documents)
    }
    await write.deleteFrom("word_counts").where("tenant", "=", TENANT).where("origin", "=", origin).where("passages", "<=", 0).execute()
    await refreshKeepList(write, new Date())
    return { imported: changed.length, unchanged: incoming.length - changed.length, removed: vanished.length }
  })
}

/** Rows carry a tenant from the first day; there is one so far. */
export const TENANT = "default"
const BATCH = 100

function batches<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH))
}

async function insertDocuments(write: Transaction<Schema>, origin: Origin, collection: string, documents: Incoming[]): Promise<void> {
  await write.insertInto("documents").values(documents.map(({ id, path, hash, article }) => ({
    id, origin, collection, path, hash,
    title: article.title, kind: article.kind, locale: article.locale, visibility: article.visibility, groups: article.groups,
    url: article.url ?? null, changed: article.changed ?? null, body: article.body
  }))).execute()
  for (const { id, article } of documents) {
    const passages = passagesOf(article.title, article.blocks, article.locale.slice(0, 2))
    for (const rows of batches(passages.map((passage, n) => passageRow(id, n, passage)))) await write.insertInto("passages").values(rows).execute()
  }
}

function passageRow(document: string, n: number, passage: Passage) {
  return {
    document, n,
    headings: passage.headings,
    text: passage.text,
    words: passage.words,
    title_words: passage.titleWords,
    heading_words: passage.headingWords,
    search: sql<string>`array_to_tsvector(${[...new Set(passage.words)]}::text[])`
  }
}

/** Adds the words of these documents' passages to the counts, or with -1 takes them out. */
async function countWords(write: Transaction<Schema>, origin: Origin, documents: string[], sign: 1 | -1): Promise<void> {
  await sql`
    insert into word_counts (tenant, origin, word, passages)
    select ${TENANT}, ${origin}, word, ${sign}::integer * count(*)
    from passages, unnest(tsvector_to_array(search)) as word
    where tenant = ${TENANT} and document = any(${documents}::text[])
    group by word
    on conflict (tenant, origin, word) do update set passages = word_counts.passages + excluded.passages`.execute(write)
  await sql`
    insert into knowledge_totals (tenant, origin, passages, title_words, heading_words, text_words)
    select ${TENANT}, ${origin}, ${sign}::integer * count(*), ${sign}::integer * coalesce(sum(title_words), 0),
      ${sign}::integer * coalesce(sum(heading_words), 0),
      ${sign}::integer * coalesce(sum(cardinality(words) - title_words - heading_words), 0)
    from passages where tenant = ${TENANT} and document = any(${documents}::text[])
    on conflict (tenant, origin) do update set
      passages = knowledge_totals.passages + excluded.passages,
      title_words = knowledge_totals.title_words + excluded.title_words,
      heading_words = knowledge_totals.heading_words + excluded.heading_words,
      text_words = knowledge_totals.text_words + excluded.text_words`.execute(write)
}
