import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type {} from "./tables.ts"

/** A memory lasts for a year unless a lead says otherwise. */
export const expiryAfter = (at: Date): Date => new Date(at.getTime() + 365 * DAY)

/** Deletes those of these memories that no edit says any more. What a lead approved stays. */
export async function removeUnfounded(work: Kysely<Schema>, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from memories m where m.id = any(${ids}::uuid[]) and m.state = 'proposed'
      and not exists (select from memory_edits e where e.memory = m.id)`.execute(work)
}

/**
 * Deletes edits from before a time, proposals that stayed without enough of them, and what expired before that time. A
 * memory that is used by then stays without its origin.
 */
export async function removeOldMemories(work: Kysely<Schema>, before: Date): Promise<void> {
  await work.deleteFrom("memory_edits").where("at", "<", before).execute()
  await sql`
    delete from memories m where m.tenant = ${TENANT} and (m.expires_at < ${before} or (
      m.state = 'proposed' and m.durable_at is null and not exists (select from memory_edits e where e.memory = m.id)))`.execute(
    work
  )
}

const DAY = 86_400_000
