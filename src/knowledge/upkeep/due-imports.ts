import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { lastDue, readSchedule } from "./schedule.ts"

/**
 * Requests the imports that are due by their schedules, including what fell due while no relay ran. Of several relays
 * that look at the same time, one gets a source: whoever moves `scheduled_at` on first. A source that was imported
 * since it fell due isn't due.
 * @returns the collections that this relay got
 */
export async function requestDueImports(db: Kysely<Schema>, now: Date): Promise<string[]> {
  const { rows } = await sql<{ collection: string; schedule: string; since: Date; last: Date | null }>`
    select collection, schedule, scheduled_at as since,
      (select max(started_at) from imports i where i.tenant = s.tenant and i.collection = s.collection) as last
    from knowledge_sources s where tenant = ${TENANT} and origin = 'team' and schedule is not null`.execute(db)
  const won: string[] = []
  for (const { collection, schedule, since, last } of rows) {
    const due = lastDue(readSchedule(schedule), now)
    if (!due || due <= since || (last !== null && due <= last)) continue
    const { numUpdatedRows } = await db
      .updateTable("knowledge_sources")
      .set({ wanted_at: sql<Date>`clock_timestamp()`, scheduled_at: due })
      .where("tenant", "=", TENANT)
      .where("collection", "=", collection)
      .where("schedule", "=", schedule)
      .where("scheduled_at", "<", due)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) won.push(collection)
  }
  return won
}
