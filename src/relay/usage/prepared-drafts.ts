import { sql, type Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { dayOf } from "../../models/usage/usage-book.ts"
import type {} from "../../models/usage/tables.ts"

/**
 * Counts a draft that is prepared before anybody asked for it. The same draft counts once, however often it is asked
 * for.
 * @throws Problem 429 "budget-prepared" if today's budget is used up
 */
export async function countPreparedDraft(
  db: Kysely<Schema>,
  draft: string,
  person: string,
  limit: number,
  now: Date
): Promise<void> {
  const day = dayOf(now)
  const taken = await retryWhileUnavailable(() =>
    db.transaction().execute(async (work) => {
      // Requests of one person wait for each other, so that two browsers can't both take the last one.
      await lockInTransaction(work, `prepared ${person}`)
      if (await work.selectFrom("prepared_drafts").select("draft").where("draft", "=", draft).executeTakeFirst())
        return true
      if ((await preparedDraftsOn(work, person, day)) >= limit) return false
      await work
        .insertInto("prepared_drafts")
        .values({ draft, person, day })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return true
    })
  )
  if (taken) return
  if (limit === 0)
    throw new Problem(
      429,
      "budget-prepared",
      "Prepared drafts are switched off for this team. A draft is still written when you ask for it."
    )
  throw new Problem(
    429,
    "budget-prepared",
    `Today's ${limit} prepared drafts are used up. A draft is still written when you ask for it; drafts are prepared again from 00:00 UTC.`
  )
}

/** Returns how many drafts were prepared for this person on a day. */
export async function preparedDraftsOn(db: Kysely<Schema>, person: string, day: string): Promise<number> {
  const row = await db
    .selectFrom("prepared_drafts")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("person", "=", person)
    .where(sql`day`, "=", day)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
