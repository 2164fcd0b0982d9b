import { sql, type Kysely } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { knowledgeMark } from "../postings/posting-store.ts"
import { BYTES_OF_HIT } from "../postings/posting-list.ts"
import { hashOf } from "../../text/hash.ts"

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

/**
 * Maps words to counts without keeping the words: two hashes of 32 bits represent each. Two words are taken for the
 * same once in some 10^13 lookups among 500,000. A Map takes five times the memory.
 */
export class CountTable {
  size = 0
  #first = new Int32Array(SLOTS)
  #second = new Int32Array(SLOTS)
  /** 0 is an empty slot. */
  #counts = new Int32Array(SLOTS)

  /** @param count only words with a count above zero are kept */
  set(word: string, count: number): void {
    if (count <= 0) return
    if (2 * this.size > this.#counts.length) this.#grow()
    this.#put(hashOf(word), secondHashOf(word), count)
    this.size++
  }

  /** Returns 0 for a word that was never set. */
  get(word: string): number {
    const [first, second] = [hashOf(word), secondHashOf(word)]
    const mask = this.#counts.length - 1
    for (let slot = slotOf(first) & mask; ; slot = (slot + 1) & mask) {
      const count = this.#counts[slot] ?? 0
      if (count === 0 || (this.#first[slot] === first && this.#second[slot] === second)) return count
    }
  }

  #put(first: number, second: number, count: number): void {
    const mask = this.#counts.length - 1
    let slot = slotOf(first) & mask
    while (this.#counts[slot] !== 0) slot = (slot + 1) & mask
    this.#first[slot] = first
    this.#second[slot] = second
    this.#counts[slot] = count
  }

  #grow(): void {
    const [first, second, counts] = [this.#first, this.#second, this.#counts]
    this.#first = new Int32Array(2 * counts.length)
    this.#second = new Int32Array(2 * counts.length)
    this.#counts = new Int32Array(2 * counts.length)
    for (const [at, count] of counts.entries()) if (count !== 0) this.#put(first[at] ?? 0, second[at] ?? 0, count)
  }
}

/** The table has this many slots at first. */
const SLOTS = 4_096

/** Mixes higher bits in, because the lowest bits of the hash depend only on the lowest bits of the letters. */
const slotOf = (hash: number): number => hash ^ (hash >>> 15)

/** A hash that is independent of `hashOf`. */
function secondHashOf(word: string): number {
  let hash = word.length
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash + word.charCodeAt(at), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash | 0
}
