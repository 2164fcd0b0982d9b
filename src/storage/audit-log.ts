import { sql, type Kysely } from "kysely"
import type { AuditAnswer, AuditEntry, AuditQuery } from "../protocol/admin.ts"
import type { Schema } from "./schema.ts"

/**
 * Who did what to which ids; nobody is named where it was done at the relay's own machine. Never content, never a name.
 */
export async function writeAuditEntry(
  db: Kysely<Schema>,
  person: string | null,
  action: string,
  ids: string[],
  now: Date
): Promise<void> {
  await db.insertInto("audit").values({ at: now, person, action, ids }).execute()
}

/** One page of what was noted, newest first. @param days how long an entry is kept */
export async function readAudit(
  db: Kysely<Schema>,
  { limit = 50, ...filter }: AuditQuery,
  days: number
): Promise<AuditAnswer> {
  const [entries, actions] = await Promise.all([
    readEntries(db, filter, limit + 1),
    db.selectFrom("audit").select("action").distinct().orderBy("action").execute()
  ])
  const shown = entries.slice(0, limit)
  return {
    entries: shown,
    next: entries.length > limit ? (shown.at(-1)?.id ?? null) : null,
    actions: actions.map((row) => row.action),
    days
  }
}

/** Reads so many entries that fit, the newest first. */
export async function readEntries(
  db: Kysely<Schema>,
  { action, from, to, before }: Omit<AuditQuery, "limit">,
  most: number
): Promise<AuditEntry[]> {
  let page = db
    .selectFrom("audit")
    .leftJoin("people", "people.id", "audit.person")
    .select([
      sql<string>`audit.id::text`.as("id"),
      "audit.at",
      "audit.action",
      "audit.ids",
      "people.name",
      "people.role"
    ])
    .orderBy("audit.id", "desc")
    .limit(most)
  if (action !== undefined) page = page.where("audit.action", "=", action)
  if (from !== undefined) page = page.where("audit.at", ">=", new Date(from))
  if (to !== undefined) page = page.where("audit.at", "<", new Date(Date.parse(to) + DAY))
  if (before !== undefined) page = page.where("audit.id", "<", before)
  return (await page.execute()).map(({ id, at, name, role, ...rest }) => ({
    id,
    at: at.toISOString(),
    person: name !== null && role !== null ? { name, role } : null,
    ...rest
  }))
}

const DAY = 86_400_000

/** Deletes entries from before that time: the table lets nobody else. */
export async function pruneAudit(db: Kysely<Schema>, before: Date): Promise<void> {
  await db.transaction().execute(async (work) => {
    await sql`select set_config('replywright.audit_before', ${before.toISOString()}, true)`.execute(work)
    await work.deleteFrom("audit").where("at", "<", before).execute()
  })
}
