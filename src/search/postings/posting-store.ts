import { sql, type Kysely, type RawBuilder } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { BYTES_OF_HIT, invert, type PostingList, type InvertedIndexPart, type NumberedWords } from "./posting-list.ts"

/**
 * Stores where each word stands, as an inverted index that works in any PostgreSQL. A batch of documents is one block
 * of rows, with a row for each word, and a search reads the rows of its words. Rows are never changed. Removed
 * documents stay in them under a number that no document has any more, until {@link compactPostings} rewrites the rows.
 * The number of passages with a word is the length of its rows minus {@link recordRemovedPostings}.
 */
export async function addPostings(
  write: Kysely<Schema>,
  origin: Origin,
  { hits }: Pick<InvertedIndexPart, "hits">
): Promise<void> {
  if (hits.size === 0) return
  const lists = [...hits.values()]
  const lengths = lists.map(({ length }) => length)
  let start = 1
  const starts = lengths.map((length) => (start += length) - length)
  const block = await openBlock(write, origin, (start - 1) / BYTES_OF_HIT)
  await sql`
    insert into postings (tenant, origin, word, block, hits)
    select ${TENANT}, ${origin}, w.word, ${block}::integer, substring(${Buffer.concat(lists)}::bytea from w.start for w.length)
    from unnest(string_to_array(${[...hits.keys()].join(" ")}, ' '), ${starts}::int[], ${lengths}::int[]) as w (word, start, length)`.execute(
    write
  )
}

/** The lists of words, and the {@link NEWEST_BLOCK} there was. A word that occurs nowhere has no list. */
export interface Postings {
  lists: Map<string, PostingList[]>
  block: number
}

/** Returns the lists of each of these words. */
export async function readPostings(
  db: Kysely<Schema>,
  origins: readonly Origin[],
  words: readonly string[]
): Promise<Postings> {
  const { rows } = await sql<ListRow & { block: number }>`
    select newest.block, word, hits from (select ${NEWEST_BLOCK} as block) as newest
    left join postings on tenant = ${TENANT} and origin = any(${origins}::text[]) and word = any(${words}::text[])`.execute(
    db
  )
  return { lists: listsOf(rows), block: rows[0]?.block ?? 0 }
}

/** A word in a block. Both are null if a row says something else. */
export interface ListRow {
  word: string | null
  hits: PostingList | null
}

/** Collects the lists of each word. */
export function listsOf(rows: readonly ListRow[]): Map<string, PostingList[]> {
  const lists = new Map<string, PostingList[]>()
  for (const { word, hits } of rows) if (word !== null && hits) lists.set(word, [...(lists.get(word) ?? []), hits])
  return lists
}

/** The number of the newest block, 0 if there is none. It differs once an import has added or replaced documents. */
export const NEWEST_BLOCK = sql<number>`(select coalesce(max(posting_blocks.block), 0) from posting_blocks)`

/** Records what was added earlier and has been removed since. */
export async function recordRemovedPostings(
  write: Kysely<Schema>,
  origin: Origin,
  { hits }: Pick<InvertedIndexPart, "hits">
): Promise<void> {
  await sql`
    insert into gone_words (tenant, origin, word, passages)
    select ${TENANT}, ${origin}, w.word, w.passages
    from unnest(string_to_array(${[...hits.keys()].join(" ")}, ' '), ${[...hits.values()].map(({ length }) => length / BYTES_OF_HIT)}::int[]) as w (word, passages)
    on conflict (tenant, origin, word) do update set passages = gone_words.passages + excluded.passages`.execute(write)
}

/** Returns how many passages contain each of these words. Words that occur in none are left out. */
export async function countWords(
  db: Kysely<Schema>,
  origins: readonly Origin[],
  words: readonly string[]
): Promise<Map<string, number>> {
  const { rows } = await wordCounts(sql`${origins}::text[]`, words).execute(db)
  return new Map(rows.map(({ word, passages }) => [word, Number(passages)]))
}

/** The statement of `countWords`, which can be part of another. `origins` is an array in SQL. */
export const wordCounts = (origins: RawBuilder<unknown>, words: readonly string[]) => sql<{
  word: string
  passages: string
}>`
    select word, sum(passages) as passages from (
      select word, length(hits) / ${BYTES_OF_HIT}::int as passages from postings where tenant = ${TENANT} and origin = any(${origins}) and word = any(${words}::text[])
      union all
      select word, -passages from gone_words where tenant = ${TENANT} and origin = any(${origins}) and word = any(${words}::text[])
    ) as counted group by word having sum(passages) > 0`

/**
 * Keeps the rows few and accurate. Blocks are merged once they are as large as others, and all rows are rewritten once
 * half of them belong to removed documents.
 */
export async function compactPostings(write: Kysely<Schema>, origin: Origin): Promise<void> {
  const blocks = await readBlocks(write, origin)
  const {
    rows: [counted]
  } = await sql<{ gone: string }>`
    select coalesce(sum(passages), 0) as gone from gone_words where tenant = ${TENANT} and origin = ${origin}`.execute(
    write
  )
  if (hitsOf(blocks) < 2 * Number(counted?.gone ?? 0)) {
    await drop(
      write,
      origin,
      blocks.map(({ block }) => block)
    )
    await write.deleteFrom("gone_words").where("tenant", "=", TENANT).where("origin", "=", origin).execute()
    await writeAnew(write, origin)
    await merge(write, origin, await readBlocks(write, origin))
  } else await merge(write, origin, blocks)
}

interface Block {
  block: number
  hits: number
}

const hitsOf = (blocks: readonly Block[]) => blocks.reduce((sum, { hits }) => sum + hits, 0)

/** Creates a block. @returns its number */
async function openBlock(write: Kysely<Schema>, origin: Origin, hits: number): Promise<number> {
  return (
    await write.insertInto("posting_blocks").values({ origin, hits }).returning("block").executeTakeFirstOrThrow()
  ).block
}

/** Returns the blocks, the largest first. */
async function readBlocks(db: Kysely<Schema>, origin: Origin): Promise<Block[]> {
  return db
    .selectFrom("posting_blocks")
    .select(["block", "hits"])
    .where("tenant", "=", TENANT)
    .where("origin", "=", origin)
    .orderBy("hits", "desc")
    .orderBy("block")
    .execute()
}

/**
 * Merges every block that is smaller than all smaller ones together into one, so that there are never more blocks than
 * the logarithm of their size.
 */
async function merge(write: Kysely<Schema>, origin: Origin, blocks: Block[]): Promise<void> {
  let smaller = hitsOf(blocks)
  const first = blocks.findIndex(({ hits }) => {
    smaller -= hits
    return hits < smaller
  })
  const some = first < 0 ? [] : blocks.slice(first)
  if (some.length < 2) return
  const block = await openBlock(write, origin, hitsOf(some))
  const old = some.map(({ block }) => block)
  // With this memory, the rows of a large import are sorted in memory: 10,000 pages need 26 MB.
  await sql`set local work_mem = '64MB'`.execute(write)
  await sql`
    insert into postings (tenant, origin, word, block, hits)
    select ${TENANT}, ${origin}, word, ${block}::integer, string_agg(hits, ''::bytea)
    from postings where tenant = ${TENANT} and origin = ${origin} and block = any(${old}::int[]) group by word`.execute(
    write
  )
  await drop(write, origin, old)
}

async function drop(write: Kysely<Schema>, origin: Origin, blocks: number[]): Promise<void> {
  for (const table of ["postings", "posting_blocks"] as const) {
    await sql`delete from ${sql.table(table)} where tenant = ${TENANT} and origin = ${origin} and block = any(${blocks}::int[])`.execute(
      write
    )
  }
}

async function writeAnew(write: Kysely<Schema>, origin: Origin): Promise<void> {
  for (let last = 0; ; ) {
    const { rows } = await sql<NumberedWords>`
      select number, words from documents where tenant = ${TENANT} and origin = ${origin} and number > ${last} order by number limit ${PAGE}`.execute(
      write
    )
    await addPostings(write, origin, await invert(rows))
    last = rows.at(-1)?.number ?? 0
    if (rows.length < PAGE) return
  }
}

const PAGE = 500

/**
 * A text that differs once knowledge was added or replaced (its newest block is another one) or removed (its words are
 * fewer). `origins` is an array in SQL.
 */
export const knowledgeMark = (origins: RawBuilder<unknown>) => sql<string>`
    (select concat_ws(' ', ${NEWEST_BLOCK}, string_agg(concat_ws(' ', origin, passages, title_words, heading_words, text_words), ',' order by origin))
    from knowledge_totals where tenant = ${TENANT} and origin = any(${origins}))`
