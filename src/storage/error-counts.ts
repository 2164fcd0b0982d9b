import { sql, type Kysely } from "kysely"
import { noteError, takeErrors } from "../runtime/metrics/error-tally.ts"
import type { Schema } from "./schema.ts"

/** Hours of errors are kept for so many days. */
const KEPT_DAYS = 7

/** The errors of one hour. */
export interface HourOfErrors {
  /** Its beginning. */
  hour: Date
  kind: string
  code: string
  count: number
}

/**
 * Adds what failed in this process since the last call to the counts of this hour, which all relays on the database
 * share. What can't be added is added with the next call.
 * @throws what the database throws
 */
export async function addErrorCounts(db: Kysely<Schema>): Promise<void> {
  const taken = takeErrors()
  if (taken.length === 0) return
  // Relays that add to the same rows take them in the same order, so none waits for another in a circle.
  const rows = taken.toSorted((a, b) => (`${a.kind} ${a.code}` < `${b.kind} ${b.code}` ? -1 : 1))
  try {
    await sql`
      insert into error_counts (hour, kind, code, count)
      select date_trunc('hour', clock_timestamp(), 'UTC'), kind, code, count
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (kind text, code text, count bigint)
      on conflict (tenant, hour, kind, code) do update set count = error_counts.count + excluded.count`.execute(db)
  } catch (error) {
    for (const { kind, code, count } of taken) noteError(kind, code, count)
    throw error
  }
}

/** Returns the errors of the last 24 hours and of the hour under way, the newest hour first. */
export async function readErrorCounts(db: Kysely<Schema>): Promise<HourOfErrors[]> {
  const { rows } = await sql<HourOfErrors & { count: string }>`
    select hour, kind, code, count from error_counts
    where hour >= date_trunc('hour', clock_timestamp(), 'UTC') - interval '24 hours'
    order by hour desc, kind, count desc, code limit 5000`.execute(db)
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}

/** Deletes the counts of hours a week ago. */
export async function pruneErrorCounts(db: Kysely<Schema>): Promise<void> {
  await sql`delete from error_counts where hour < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`.execute(db)
}
