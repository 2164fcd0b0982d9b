import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/** How many wrong codes of a network are answered at once in a minute. A person who mistypes needs fewer. */
const AT_ONCE = 10
const WINDOW_MS = 60_000

/**
 * Counts a code that doesn't exist, and returns whether its network has tried more such codes in this minute than a
 * person would mistype. The same code tried again is not counted again. Codes over the limit are not counted either,
 * because otherwise the minute would never end for a sender who goes on guessing.
 */
export async function isGuessing(db: Kysely<Schema>, network: string, code: Buffer, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - WINDOW_MS)
  const tried = await db
    .selectFrom("wrong_codes")
    .select("code")
    .where("network", "=", network)
    .where("at", ">", since)
    .limit(AT_ONCE)
    .execute()
  if (tried.some((one) => one.code.equals(code))) return false
  if (tried.length >= AT_ONCE) return true
  // Codes of former minutes are deleted, so that a network never has more than a few rows.
  await db.deleteFrom("wrong_codes").where("network", "=", network).where("at", "<=", since).execute()
  await db
    .insertInto("wrong_codes")
    .values({ network, code, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return false
}
