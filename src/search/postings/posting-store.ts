import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { BYTES_OF_HIT, invert, type PostingList, type InvertedIndexPart, type NumberedWords } from "./posting-list.ts"

/**
 * Where each word stands, as an inverted index that any PostgreSQL holds: a batch of documents is one block of rows, a
 * word each, and a search reads the rows of its words. Rows are never changed. What was removed stays in them, under a
 * number that no document has any more, until {@link compactPostings} writes them anew; in how many passages a word stands
 * is told by the length of its rows, less {@link recordRemovedPostings}.
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

/** The lists of each of these words; a word that stands nowhere has none. */
export async function readPostings(
  db: Kysely<Schema>,
  origins: readonly Origin[],
  words: readonly string[]
): Promise<Map<string, PostingList[]>> {
  const { rows } = await sql<{ word: string; hits: PostingList }>`
    select word, hits from postings where tenant = ${TENANT} and origin = any(${origins}::text[]) and word = any(${words}::text[])`.execute(
    db
  )
  const lists = new Map<string, PostingList[]>()
  for (const { word, hits } of rows) lists.set(word, [...(lists.get(word) ?? []), hits])
  return lists
}

/** Notes what was put in once and is gone now. */
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

/** How many passages hold each of these words; one that none holds isn't there. */
export async function countWords(
  db: Kysely<Schema>,
  origins: readonly Origin[],
  words: readonly string[]
): Promise<Map<string, number>> {
  const { rows } = await sql<{ word: string; passages: string }>`
    select word, sum(passages) as passages from (
      select word, length(hits) / ${BYTES_OF_HIT}::int as passages from postings where tenant = ${TENANT} and origin = any(${origins}::text[]) and word = any(${words}::text[])
      union all
      select word, -passages from gone_words where tenant = ${TENANT} and origin = any(${origins}::text[]) and word = any(${words}::text[])
    ) as counted group by word having sum(passages) > 0`.execute(db)
  return new Map(rows.map(({ word, passages }) => [word, Number(passages)]))
}

/**
 * Keeps the rows few and true: blocks are merged as they come to be as large as another, and all is written anew once
 * half of it is of documents that are gone.
 */
export async function compactPostings(write: Kysely<Schema>, origin: Origin): Promise<{ anew: boolean }> {
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
    return { anew: true }
  }
  await merge(write, origin, blocks)
  return { anew: false }
}

interface Block {
  block: number
  hits: number
}

const hitsOf = (blocks: readonly Block[]) => blocks.reduce((sum, { hits }) => sum + hits, 0)

/** @returns its number */
async function openBlock(write: Kysely<Schema>, origin: Origin, hits: number): Promise<number> {
  return (
    await write.insertInto("posting_blocks").values({ origin, hits }).returning("block").executeTakeFirstOrThrow()
  ).block
}

/** The largest first. */
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
 * Those that are smaller than all smaller ones together become one: there are never more than the logarithm of their
 * size.
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
  // A large import's rows are sorted in memory then: 26 MB of 10,000 pages.
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
