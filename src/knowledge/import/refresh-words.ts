import { sql, type Kysely } from "kysely"
import { findArticleWords } from "../../masking-rules/article-words.ts"
import { refreshKeepList } from "../../masking-rules/refresh-keep-list.ts"
import { readRules } from "../../masking-rules/rules.ts"
import { readNewest } from "../../masking-rules/stored-rules.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { blocksOf } from "../../ingest/markdown/markdown.ts"
import { compactPostings } from "../../search/postings/posting-store.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { forEachYielding } from "../../runtime/event-loop.ts"
import { runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import { readWordsStatus, refreshDerivedData } from "./refresh-derived-data.ts"
import type { RulesAnswer } from "../../protocol/routes/masking-rules.ts"

export interface RefreshWordsOptions {
  signal: AbortSignal
  /** An import has ended. In this case, changes that an undo of masking rules brought back are also reverted. */
  imported?: boolean
  /** Called at the start and after each hundred documents. */
  report?: ((read: number, of: number) => void) | undefined
}

/**
 * Refreshes the data derived from the documents' words, which nobody waits for. Postings are merged, the words for
 * spelling correction are learnt, and the keep list is made, for which public articles that weren't read yet are read.
 * It runs after an import, whose documents can already be found and quoted, a little more slowly. Until it has
 * finished, more is masked, never less. If nothing has changed, it does nothing. What a process had read before it died
 * or was stopped stays read.
 * @throws the signal's reason
 */
export async function refreshWords(
  db: Kysely<Schema>,
  origin: Origin,
  { signal, imported = false, report }: RefreshWordsOptions
): Promise<void> {
  const note = await readWordsStatus(db, origin)
  if (!note.changed && !(imported && (await isUndone(db, note.since)))) return
  // One part is work of the database and the other of this process.
  const parts = [readArticles(db, origin, { signal, report }), ...(note.changed ? [tidyWords(db, origin)] : [])]
  await Promise.allSettled(parts)
  await Promise.all(parts)
  await note.settled(
    await db.transaction().execute(async (write) => {
      await refreshKeepList(write, new Date(), signal)
      return (await readNewest(write)).version
    })
  )
}

/**
 * Returns the masking rules with the words of all current articles, for masking solved tickets. Without these words,
 * the names of the team's products would become gaps.
 */
export async function rulesOfArticles(db: Kysely<Schema>, signal: AbortSignal): Promise<RulesAnswer> {
  await refreshWords(db, "team", { signal })
  return readRules(db)
}

async function tidyWords(db: Kysely<Schema>, origin: Origin): Promise<void> {
  await db.transaction().execute(async (write) => {
    await lockInTransaction(write, `knowledge ${origin}`)
    await compactPostings(write, origin)
  })
}

async function readArticles(
  db: Kysely<Schema>,
  origin: Origin,
  { signal, report }: RefreshWordsOptions
): Promise<void> {
  const unread = await unreadOf(db, origin)
  for (let read = 0; ; ) {
    report?.(read, unread.length)
    signal.throwIfAborted()
    const some = pageOf(unread, read)
    if (some.length === 0) return
    await readSome(db, origin, some, signal)
    read += some.length
  }
}

interface Unread {
  id: string
  bytes: number
}

/**
 * Returns the articles that give words. Internal documents, documents for some groups only and solved tickets don't.
 */
async function unreadOf(db: Kysely<Schema>, origin: Origin): Promise<Unread[]> {
  const { rows } = await sql<Unread>`
    select d.id, octet_length(d.body) as bytes from documents d left join article_words w on w.tenant = d.tenant and w.document = d.id
    where d.tenant = ${TENANT} and d.origin = ${origin} and d.visibility = 'public' and d.groups = '{}' and d.kind not in ('ticket', 'memory') and w.document is null order by d.id`.execute(
    db
  )
  return rows
}

/** Returns as many articles as are held in memory at once. */
function pageOf(unread: readonly Unread[], from: number): string[] {
  const some: string[] = []
  for (let bytes = 0; from < unread.length && some.length < PAGE && bytes < MAX_BYTES; from++) {
    bytes += unread[from]?.bytes ?? 0
    some.push(unread[from]?.id ?? "")
  }
  return some
}

const PAGE = 100
const MAX_BYTES = 2_000_000

/** Reads the words of an article. @param article as it is stored */
export function wordsOfArticle(article: Omit<Parameters<typeof findArticleWords>[0], "blocks">) {
  return findArticleWords({ ...article, blocks: blocksOf(article.body) })
}

const WORDS_OF_ARTICLE = { module: import.meta.url, run: wordsOfArticle }
/** A text of so many characters is read within some milliseconds, in whatever way it is written. */
const MAX_CHARACTERS_HERE = 16_000

async function readSome(db: Kysely<Schema>, origin: Origin, ids: string[], signal: AbortSignal): Promise<void> {
  const documents = await db
    .selectFrom("documents")
    .select(["id", "number", "title", "locale", "url", "body"])
    .where("tenant", "=", TENANT)
    .where("id", "in", ids)
    .execute()
  const read: { id: string; number: number; found: string; lower: string; capital: string }[] = []
  await forEachYielding(documents, signal, ({ id, number, url, ...told }) => {
    const take = ({ found, lower, capital }: ReturnType<typeof wordsOfArticle>) =>
      void read.push({ id, number, found: JSON.stringify(found), lower: lower.join("\n"), capital: capital.join("\n") })
    const article = { ...told, url: url ?? undefined }
    // Others wait for this thread.
    if (told.body.length > MAX_CHARACTERS_HERE)
      return runInLane("large", { ...WORDS_OF_ARTICLE, signal }, article).then(take)
    return take(wordsOfArticle(article))
  })
  const of = <Key extends keyof (typeof read)[number]>(key: Key) => read.map((one) => one[key])
  await db.transaction().execute(async (write) => {
    await lockInTransaction(write, `knowledge ${origin}`)
    // A document that an import has replaced in the meantime has another number and is read when that import ends.
    await sql`
      insert into article_words (tenant, document, found, lower, capital)
      select d.tenant, d.id, w.found, w.lower, w.capital
      from unnest(${of("id")}::text[], ${of("number")}::int[], ${of("found")}::text[], ${of("lower")}::text[], ${of("capital")}::text[]) as w (id, number, found, lower, capital)
      join documents d on d.tenant = ${TENANT} and d.id = w.id and d.number = w.number
      on conflict do nothing`.execute(write)
  })
}

async function isUndone(db: Kysely<Schema>, since: number): Promise<boolean> {
  return (
    (await db
      .selectFrom("masking_rules")
      .select("version")
      .where("version", ">", since)
      .where("why", "=", "undo")
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}

/** Finishes the work of imports that were killed before their end or right after it. @throws the signal's reason */
export async function finishInterruptedImports(db: Kysely<Schema>, signal: AbortSignal): Promise<void> {
  for (const origin of ["team", "sample"] as const) {
    await refreshDerivedData(db, origin)
    await refreshWords(db, origin, { signal })
  }
}
