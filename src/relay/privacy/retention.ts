import { sql, type Kysely } from "kysely"
import type { Log } from "../log.ts"
import type {} from "../knowledge/feedback/tables.ts"
import type {} from "../knowledge/import/tables.ts"
import type { Schema } from "../storage/schema.ts"
import { dayOf } from "../usage/day.ts"
import type {} from "../usage/tables.ts"

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Deletes what is older than so many days, now and every hour. Resolves after the first round; the answer stops it. */
export async function startRetention(db: Kysely<Schema>, days: number, log: Log, clock: () => Date): Promise<() => void> {
  const round = () =>
    deleteOld(db, days, clock()).then(
      (deleted) => log.info("retention", deleted),
      (error: unknown) => log.error("retention-failed", error)
    )
  await round()
  const timer = setInterval(() => void round(), HOUR)
  timer.unref()
  return () => clearInterval(timer)
}

/** Drafts (with their ticket, events and the body that the model saw) and outcomes (with their reviews); what agents said of sources; what articles said before; and what only served for some minutes or days. */
export async function deleteOld(db: Kysely<Schema>, days: number, now: Date): Promise<{ drafts: number; outcomes: number }> {
  const before = new Date(now.getTime() - days * DAY)
  const drafts = await db.deleteFrom("drafts").where("created_at", "<", before).executeTakeFirst()
  const outcomes = await db.deleteFrom("outcomes").where("created_at", "<", before).executeTakeFirst()
  await db.deleteFrom("source_feedback").where("at", "<", before).execute()
  for (const table of ["erased_drafts", "erased_cases"] as const) await db.deleteFrom(table).where("erased_at", "<", before).execute()
  await db.deleteFrom("document_versions").where("until", "<", before).execute()
  await db.deleteFrom("pairing_codes").where("expires_at", "<", new Date(now.getTime() - DAY)).execute()
  await db.deleteFrom("tokens").where("expires_at", "<", before).execute()
  for (const table of ["usage", "prepared_drafts", "unmasked_requests"] as const) await db.deleteFrom(table).where(sql`day`, "<", dayOf(before)).execute()
  await db.deleteFrom("limits").where("window_start", "<", new Date(now.getTime() - DAY)).execute()
  return { drafts: Number(drafts.numDeletedRows), outcomes: Number(outcomes.numDeletedRows) }
}
