import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"

/** How many wrong codes of a network are answered at once in a minute. A person who mistypes needs fewer. */
const AT_ONCE = 10
const WINDOW_MS = 60_000

/**
 * Counts a code that doesn't exist, and returns whether its network has tried more such codes in this minute than a
 * person would mistype. The same code tried again is not counted again. Codes over the limit are not counted either,
 * because otherwise the minute would never end for a sender who goes on guessing. Codes of one network are counted one
 * after the other, whichever relays they reach.
 */
export async function isGuessing(db: Kysely<Schema>, network: string, code: Buffer, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - WINDOW_MS)
  // Somebody who goes on guessing waits for nobody.
  const judged = await judge(db, network, code, { since, now })
  if (judged !== undefined) return judged
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, `wrong codes ${network}`)
    const meanwhile = await judge(work, network, code, { since, now })
    if (meanwhile !== undefined) return meanwhile
    // Codes of former minutes are deleted, so that a network never has more than a few rows.
    await work.deleteFrom("wrong_codes").where("network", "=", network).where("at", "<=", since).execute()
    await work
      .insertInto("wrong_codes")
      .values({ network, code, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return false
  })
}

/** Returns nothing for a code that must be counted first. */
async function judge(
  db: Kysely<Schema>,
  network: string,
  code: Buffer,
  { since, now }: { since: Date; now: Date }
): Promise<boolean | undefined> {
  const tried = await db
    .selectFrom("wrong_codes")
    .select("code")
    .where("network", "=", network)
    .where("at", ">", since)
    // A later one was counted before the clock was set back.
    .where("at", "<=", new Date(now.getTime() + WINDOW_MS))
    .limit(AT_ONCE)
    .execute()
  if (tried.some((one) => one.code.equals(code))) return false
  return tried.length >= AT_ONCE ? true : undefined
}
