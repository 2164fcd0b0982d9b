import { setTimeout as pause } from "node:timers/promises"
import { sql, type Kysely } from "kysely"
import { FAMILY_DAYS } from "../access/token-families.ts"
import type { Log } from "../../runtime/log.ts"
import type {} from "../../knowledge/feedback/feedback.ts"
import type {} from "../../knowledge/import/tables.ts"
import type {} from "../helpdesk-pages/page-fits.ts"
import type {} from "../review/tone-tables.ts"
import type { AuditKeeper } from "../../storage/audit/keep-audit.ts"
import { pruneAudit } from "../../storage/audit/prune-audit.ts"
import type { AuditKey } from "../../storage/audit/signed-entries.ts"
import { pruneErrorCounts } from "../../storage/error-counts.ts"
import { takeJobLease, type JobLeaseOptions } from "../../storage/job-lease.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { removeOldPastTickets } from "../../search/past-tickets/past-ticket-store.ts"
import { syncMemoryDocuments } from "../memories/memory-documents.ts"
import { removeOldMemories } from "../memories/in-force.ts"
import { countOnce } from "../review/count-once.ts"
import { sumUpCounts } from "../review/figures/sum-up-counts.ts"
import { hashStoredSites } from "../team-settings/team-settings.ts"
import { removeOldRequesters } from "../../masking-rules/ticket-requesters.ts"
import { dayOf } from "../../models/usage/usage-book.ts"
import type {} from "../intents/training-examples.ts"
import { pruneDeliveries } from "../webhooks/deliver.ts"
import type {} from "../../models/usage/tables.ts"

const HOUR = 3_600_000
/** Relays that started at different minutes of the hour share its rounds. */
const NOT_WITHIN_SECONDS = 1_800
const DAY = 24 * HOUR

/** A start waits so many milliseconds for the first round, so that nothing old is shown unless that takes longer. */
const FIRST_ROUND_MS = 2_000

/**
 * Deletes what is older than the given days, now and every hour. Entries of the audit have a time of their own. Of
 * several relays on a database one does the hour's round; each does one at its start, because it may have been started
 * with other days. It resolves after the first round, or after two seconds if that takes longer, with a function that
 * stops the rounds and waits for the one under way.
 */
export async function startRetention(
  { db, signs = db }: Pick<JobLeaseOptions, "db" | "signs">,
  { days, auditDays, audit }: { days: number; auditDays: number; audit: Pick<AuditKeeper, "key"> },
  log: Log,
  clock: () => Date
): Promise<() => Promise<void>> {
  const deleteAll = async () => {
    const key = await audit.key()
    return deleteOld(db, days, clock(), key && { days: auditDays, key })
  }
  const round = (notWithinSeconds: number) =>
    runRetention({ db, signs, log, notWithinSeconds }, deleteAll).catch((error: unknown) =>
      log.error("retention-failed", error)
    )
  // A table that somebody else keeps locked can hold a round up for an hour.
  let running = round(0)
  await Promise.race([running, pause(FIRST_ROUND_MS, undefined, { ref: false })])
  const timer = setInterval(
    () => (running = Promise.all([running, round(NOT_WITHIN_SECONDS)]).then(() => undefined)),
    HOUR
  )
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}

/** Does a round unless another relay is at it, or has done one lately. */
export async function runRetention(
  options: JobLeaseOptions,
  work: () => Promise<{ drafts: number; outcomes: number }>
): Promise<void> {
  const lease = await takeJobLease("retention", options)
  if (!lease) return
  let done = false
  try {
    options.log.info("retention", await asLongWork(work))
    done = true
  } finally {
    await lease.end(done)
  }
}

/**
 * Deletes drafts (with their ticket, their events and the body that the model saw), outcomes (with their reviews), the
 * agents' feedback on sources, tone and intents, counts of a day, past tickets of pages, edits behind memories, earlier
 * versions of articles, places of pages that aren't shared, and what is only needed for some minutes or days.
 * @param audit how many days entries of the audit are kept, and the key for the summary of those that go; without it all
 * stay
 */
export async function deleteOld(
  db: Kysely<Schema>,
  days: number,
  now: Date,
  audit?: { days: number; key: AuditKey }
): Promise<{ drafts: number; outcomes: number }> {
  const before = new Date(now.getTime() - days * DAY)
  const drafts = await db.deleteFrom("drafts").where("created_at", "<", before).executeTakeFirst()
  const outcomes = await db.deleteFrom("outcomes").where("created_at", "<", before).executeTakeFirst()
  await countOnce(db)
  await sumUpCounts(db)
  await db.deleteFrom("source_feedback").where("at", "<", before).execute()
  await db.deleteFrom("tone_decisions").where("at", "<", before).execute()
  await db.deleteFrom("intent_corrections").where("at", "<", before).execute()
  await db.transaction().execute((work) => removeOldPastTickets(work, before))
  await db.transaction().execute((work) => removeOldMemories(work, before))
  await syncMemoryDocuments(db, now)
  await removeOldRequesters(db, before)
  for (const table of ["erased_drafts", "erased_cases"] as const)
    await db.deleteFrom(table).where("erased_at", "<", before).execute()
  await db.deleteFrom("document_versions").where("until", "<", before).execute()
  await db
    .deleteFrom("pairing_codes")
    .where("expires_at", "<", new Date(now.getTime() - DAY))
    .execute()
  await db.deleteFrom("tokens").where("expires_at", "<", before).execute()
  await db
    .deleteFrom("refresh_tokens")
    .where("used_at", "<", new Date(now.getTime() - FAMILY_DAYS * DAY))
    .execute()
  await db.deleteFrom("token_families").where(sql<Date>`coalesce(ended_at, expires_at)`, "<", before).execute()
  for (const table of ["usage", "prepared_drafts", "unmasked_requests", "page_fits"] as const)
    await db.deleteFrom(table).where(sql`day`, "<", dayOf(before)).execute()
  await db
    .deleteFrom("page_recipes")
    .where("state", "!=", "shared")
    .where(sql<Date>`coalesce(decided_at, proposed_at)`, "<", before)
    .execute()
  await pruneDeliveries(db, now)
  await pruneErrorCounts(db)
  await hashStoredSites(db)
  if (audit) await pruneAudit(db, audit.key, new Date(now.getTime() - audit.days * DAY), now)
  await db
    .deleteFrom("limits")
    .where("window_start", "<", new Date(now.getTime() - DAY))
    .execute()
  await db
    .deleteFrom("wrong_codes")
    .where("at", "<", new Date(now.getTime() - HOUR))
    .execute()
  return { drafts: Number(drafts.numDeletedRows), outcomes: Number(outcomes.numDeletedRows) }
}
