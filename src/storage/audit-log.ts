import { hostname, userInfo } from "node:os"
import { sql, type Kysely } from "kysely"
import type { AuditAnswer, AuditEntry, AuditQuery } from "../protocol/admin.ts"
import type { Schema } from "./schema.ts"

/**
 * Adds an entry to the audit: who did what to which ids. Never content, never a name. The database numbers
 * and chains it, and until the transaction ends nobody else adds one: it should be the last thing that a transaction does.
 * @param by the person's id; null if it was done at the relay's own machine, of which the operating system's user and
 * host are noted; undefined for somebody who is not signed in
 */
export async function writeAuditEntry(
  db: Kysely<Schema>,
  by: string | null | undefined,
  action: string,
  ids: string[],
  now: Date
): Promise<void> {
  const machine = by === null ? thisMachine() : null
  await db
    .insertInto("audit")
    .values({ at: now, person: by ?? null, machine, action, ids })
    .execute()
}

/** Returns who runs this process, such as `root@relay-1`. */
export function thisMachine(): string {
  return `${userName()}@${hostname()}`
}

/** A container's user often has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`
  }
}

/** The action of the entries by which a relay signs what there is. */
export const CHECKPOINT = "checkpoint"

/** One page of what was noted, newest first. @param days how long an entry is kept */
export async function readAudit(
  db: Kysely<Schema>,
  { limit = 50, ...filter }: AuditQuery,
  days: number
): Promise<Omit<AuditAnswer, "verified">> {
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

/** Reads so many entries that fit, the newest first. Checkpoints are among them only if they are asked for. */
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
      "audit.machine",
      "audit.action",
      "audit.ids",
      "people.name",
      "people.role"
    ])
    .orderBy("audit.id", "desc")
    .limit(most)
  page = action === undefined ? page.where("audit.action", "!=", CHECKPOINT) : page.where("audit.action", "=", action)
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
