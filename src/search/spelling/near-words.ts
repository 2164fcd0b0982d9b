import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { Scope } from "../candidates/candidates.ts"
import { countWords } from "../postings/posting-store.ts"
import { TENANT } from "../../storage/tenant.ts"
import { letterDistance } from "./letter-distance.ts"
import { singleEditsOf } from "./single-edits.ts"
import { knowsTrigrams } from "./trigrams.ts"

/**
 * For words that stand nowhere, the one word of the knowledge that each is probably meant to be: of those that one slip
 * makes of it the commonest. Found by trigrams where the server has them, else by trying every slip. Figures and codes
 * have none: one digit off is another code.
 * @param words as `stems` cuts them
 * @returns by word; what is like nothing isn't there
 */
export async function nearWords(
  db: Kysely<Schema>,
  { origins }: Pick<Scope, "origins">,
  words: string[]
): Promise<Map<string, string>> {
  const asked = [...new Set(words)].filter((word) => PLAIN.test(word)).slice(0, MOST)
  if (asked.length === 0) return new Map()
  const near = (await knowsTrigrams(db))
    ? await db.transaction().execute((read) => byTrigrams(read, asked))
    : bySlips(asked)
  const found = await countWords(
    db,
    origins,
    near.filter((word) => PLAIN.test(word))
  )
  const commonest = [...found].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return new Map(
    asked.flatMap((word) => {
      const best = commonest.find(([other]) => isSlip(word, other))
      return best === undefined ? [] : [[word, best[0]] as const]
    })
  )
}

/**
 * By their index alone: comparing a word with another seems cheaper to PostgreSQL than it is, so that it would read all
 * of them.
 */
async function byTrigrams(read: Kysely<Schema>, asked: string[]): Promise<string[]> {
  await sql`set local enable_seqscan = off`.execute(read)
  const { rows } = await sql<{ word: string }>`
    select near.word from unnest(${asked}::text[]) as asked (word) cross join lateral (
      select word from (select * from known_words where word % asked.word offset 0) w
      where w.tenant = ${TENANT} and length(w.word) between length(asked.word) - 1 and length(asked.word) + 1 and left(w.word, 1) = left(asked.word, 1)
      order by similarity(word, asked.word) desc, word limit ${LOOKED_AT}
    ) near`.execute(read)
  return rows.map(({ word }) => word)
}

const bySlips = (asked: string[]): string[] => asked.flatMap((word) => singleEditsOf(word, word.length >= LONG))

/**
 * What only begins otherwise is another word, and so are most short ones with a letter replaced: "shirt" is no "short".
 */
function isSlip(word: string, other: string): boolean {
  return other[0] === word[0] && letterDistance(word, other, word.length < LONG ? 2 : 1) === 1
}

/** Shorter words are like too many. */
export const SHORTEST = 5
export const LONGEST = 40
const PLAIN = new RegExp(`^[\\p{L}\\p{M}]{${SHORTEST},${LONGEST}}$`, "u")
/** Letters from which on one may be replaced. */
const LONG = 8
/** Words of one query that are looked for. */
const MOST = 12
const LOOKED_AT = 30
