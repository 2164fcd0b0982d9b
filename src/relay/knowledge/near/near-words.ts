import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { countWords, type Scope } from "../candidates.ts"
import type { Origin } from "../tables.ts"
import { TENANT } from "../tenant.ts"
import { distance } from "./distance.ts"
import { slipsOf } from "./slips.ts"
import { knowsTrigrams } from "./trigrams.ts"

/**
 * For words that stand nowhere, the one word of the knowledge that each is probably meant to be: of those that one slip makes of it the
 * commonest. Found by trigrams where the server has them, else by trying every slip. Figures and codes have none: one digit off is another code.
 * @param words as `stems` cuts them
 * @returns by word; what is like nothing isn't there
 */
export async function nearWords(db: Kysely<Schema>, { origins }: Pick<Scope, "origins">, words: string[]): Promise<Map<string, string>> {
  const asked = [...new Set(words)].filter((word) => PLAIN.test(word)).slice(0, MOST)
  if (asked.length === 0) return new Map()
  const found = (await knowsTrigrams(db)) ? await db.transaction().execute((read) => byTrigrams(read, origins, asked)) : await bySlips(db, origins, asked)
  const commonest = found.filter(({ word }) => PLAIN.test(word)).sort((a, b) => b.passages - a.passages || (a.word < b.word ? -1 : 1))
  return new Map(asked.flatMap((word) => {
    const best = commonest.find((other) => isSlip(word, other.word))
    return best === undefined ? [] : [[word, best.word] as const]
  }))
}

interface Counted { word: string; passages: number }

/** By their index alone: comparing a word with another seems cheaper to PostgreSQL than it is, so that it would read all of them. */
async function byTrigrams(read: Kysely<Schema>, origins: Origin[], asked: string[]): Promise<Counted[]> {
  await sql`set local enable_seqscan = off`.execute(read)
  const { rows } = await sql<Counted>`
    select near.word, near.passages from unnest(${asked}::text[]) as asked (word) cross join lateral (
      select word, sum(passages)::int as passages from (select * from word_counts where word % asked.word offset 0) w
      where w.tenant = ${TENANT} and w.origin = any(${origins}::text[]) and w.passages > 0
        and length(w.word) between length(asked.word) - 1 and length(asked.word) + 1 and left(w.word, 1) = left(asked.word, 1)
      group by word order by similarity(word, asked.word) desc, passages desc, word limit ${LOOKED_AT}
    ) near`.execute(read)
  return rows
}

async function bySlips(db: Kysely<Schema>, origins: Origin[], asked: string[]): Promise<Counted[]> {
  const counts = await countWords(db, { origins }, asked.flatMap((word) => slipsOf(word, word.length >= LONG)))
  return [...counts].map(([word, passages]) => ({ word, passages })).filter(({ passages }) => passages > 0)
}

/** What only begins otherwise is another word, and so are most short ones with a letter replaced: "shirt" is no "short". */
function isSlip(word: string, other: string): boolean {
  return other[0] === word[0] && distance(word, other, word.length < LONG ? 2 : 1) === 1
}

/** Shorter words are like too many. */
const PLAIN = /^[\p{L}\p{M}]{5,40}$/u
/** Letters from which on one may be replaced. */
const LONG = 8
/** Words of one query that are looked for. */
const MOST = 12
const LOOKED_AT = 30
