import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/** Wrong codes a minute and network that are answered at once: a person who mistypes needs fewer. */
const AT_ONCE = 10
const WINDOW_MS = 60_000

/**
 * Counts a code that nobody made, and answers whether its network has tried more of them in this minute than a person
 * mistypes. The same code again is no further guess. What is over the limit is not counted: else who goes on guessing
 * would never see the minute end.
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
  // Those of its former minutes go, so that a network never has more than a few rows.
  await db.deleteFrom("wrong_codes").where("network", "=", network).where("at", "<=", since).execute()
  await db
    .insertInto("wrong_codes")
    .values({ network, code, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return false
}
