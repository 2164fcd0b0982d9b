import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/** Counts an attempt of `key` and returns how many there were in the current window of `seconds`. */
export async function countAttempt(db: Kysely<Schema>, key: string, seconds: number, now: Date): Promise<number> {
  const start = new Date(now.getTime() - seconds * 1000)
  const row = await db
    .insertInto("limits")
    .values({ key, window_start: now, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["tenant", "key"]).doUpdateSet({
        count: sql`case when limits.window_start > ${start} then limits.count + 1 else 1 end`,
        window_start: sql`case when limits.window_start > ${start} then limits.window_start else ${now} end`
      })
    )
    .returning("count")
    .executeTakeFirstOrThrow()
  return row.count
}
