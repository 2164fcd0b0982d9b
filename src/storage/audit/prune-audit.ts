import { sql, type Kysely } from "kysely"
import { writeAuditEntry } from "../audit-log.ts"
import type { Schema } from "../schema.ts"
import { lockAudit, readChainName } from "./read-chain.ts"
import { atText, SIGNED_ACTIONS, signedIds, type AuditKey } from "./signed-entries.ts"

/**
 * Deletes the entries from before that time, from the first one on, and leaves a signed summary in the chain: the last
 * entry that went, its hash, the day, and how many went. The table lets nobody delete an entry without one.
 * @returns how many entries were deleted
 */
export async function pruneAudit(db: Kysely<Schema>, key: AuditKey, before: Date, now: Date): Promise<number> {
  return db.transaction().execute(async (work) => {
    await lockAudit(work)
    const { rows } = await sql<{ through: string; hash: string; count: string }>`
      select id::text as through, encode(hash, 'hex') as hash, (id - (select min(id) from audit) + 1)::text as count
      from audit
      where id = coalesce((select id from audit where at >= ${before} order by id limit 1) - 1, (select max(id) from audit))
    `.execute(work)
    const last = rows[0]
    const chain = await readChainName(work)
    if (last === undefined || chain === undefined) return 0
    const { hash, count } = last
    const through = Number(last.through)
    const ids = signedIds(key, SIGNED_ACTIONS.pruned, atText(now), { through, hash, chain }, [
      `before ${before.toISOString()}`,
      `${count} entries`
    ])
    await writeAuditEntry(work, null, SIGNED_ACTIONS.pruned, ids, now)
    await sql`delete from audit where id <= ${through}`.execute(work)
    return Number(count)
  })
}
