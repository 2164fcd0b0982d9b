import { sql, type Kysely } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { knowledgeMark } from "../postings/knowledge-mark.ts"
import { BYTES_OF_HIT } from "../postings/posting-list.ts"
import { CountTable } from "./count-table.ts"

/** Knows which words the knowledge has, without asking the database. */
export interface Vocabulary {
  /** Returns how many passages contain each of these words. Words that occur in none are left out. */
  count(words: readonly string[]): Map<string, number>
}

/** Keeps the words of the knowledge in memory, a vocabulary for each set of origins. */
export interface Vocabularies {
  /**
   * Returns the vocabulary as it is at this mark of the knowledge, or undefined while it isn't in memory. It is read
   * once the same mark is seen twice, so not in the middle of an import.
   */
  at(origins: readonly Origin[], mark: string): Vocabulary | undefined
}

interface Kept {
  mark: string
  reading?: Promise<void> | undefined
  vocabulary?: Vocabulary | undefined
}

export function createVocabularies(db: Kysely<Schema>): Vocabularies {
  const cache = new Map<string, Kept>()
  return {
    at(origins, mark) {
      const key = origins.toSorted().join(" ")
      const own = cache.get(key)
      if (own?.mark !== mark) {
        cache.set(key, { mark })
        return undefined
      }
      own.reading ??= asLongWork(() => readVocabulary(db, origins, mark)).then(
        (vocabulary) => void (own.vocabulary = vocabulary),
        // The database is away. The next search that needs the words tries again.
        () => void (own.reading = undefined)
      )
      return own.vocabulary
    }
  }
}

/**
 * Reads all words, some at a time so that nobody waits for it. Returns undefined if the knowledge changes meanwhile, or
 * has so many words that they would take too much memory.
 */
async function readVocabulary(
  db: Kysely<Schema>,
  origins: readonly Origin[],
  mark: string
): Promise<Vocabulary | undefined> {
  const table = new CountTable()
  for (let last = ""; ; ) {
    const { rows } = await sql<{ mark: string; words: string | null; counts: string | null }>`
      select ${knowledgeMark(sql`${origins}::text[]`)} as mark, string_agg(word, ' ' order by word) as words,
        string_agg(passages::text, ' ' order by word) as counts
      from (
        select word, sum(length(hits) / ${BYTES_OF_HIT}::int) - coalesce((select sum(passages) from gone_words
            where tenant = ${TENANT} and origin = any(${origins}::text[]) and gone_words.word = postings.word), 0) as passages
        from postings where tenant = ${TENANT} and origin = any(${origins}::text[]) and word > ${last}
        group by word order by word limit ${PAGE}
      ) as page`.execute(db)
    if (rows[0]?.mark !== mark || table.size > MOST) return undefined
    const words = rows[0].words?.split(" ") ?? []
    const counts = rows[0].counts?.split(" ") ?? []
    for (const [at, word] of words.entries()) table.set(word, Number(counts[at]))
    if (words.length < PAGE) return { count: (asked) => countIn(table, asked) }
    last = words.at(-1) ?? ""
  }
}

const PAGE = 10_000
/** In words, each of which takes 20 to 40 bytes. */
const MOST = 500_000

function countIn(table: CountTable, words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const count = table.get(word)
    if (count > 0) counts.set(word, count)
  }
  return counts
}
