import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/**
 * Counts an attempt of `key` and returns how many there were in the current window of `seconds`. A window that begins
 * later than now was begun before the clock was set back, and is over.
 */
export async function countAttempt(db: Kysely<Schema>, key: string, seconds: number, now: Date): Promise<number> {
  const [start, end] = [new Date(now.getTime() - seconds * 1000), new Date(now.getTime() + CLOCKS_DIFFER_MS)]
  const isOpen = sql<boolean>`limits.window_start > ${start} and limits.window_start <= ${end}`
  const row = await db
    .insertInto("limits")
    .values({ key, window_start: now, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["tenant", "key"]).doUpdateSet({
        count: sql`case when ${isOpen} then limits.count + 1 else 1 end`,
        window_start: sql`case when ${isOpen} then limits.window_start else ${now} end`
      })
    )
    .returning("count")
    .executeTakeFirstOrThrow()
  return row.count
}

/** By so much the clocks of two relays on one database may differ. */
const CLOCKS_DIFFER_MS = 5_000
