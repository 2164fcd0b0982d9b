import { randomUUID } from "node:crypto"
import { sql, type Kysely } from "kysely"
import type { Log } from "../runtime/log.ts"
import { SHORT_LIMIT_MS, withTimeLimit } from "./pool/time-limit.ts"
import type { Schema } from "./schema.ts"

/** A lease that was not renewed for so many seconds is free. */
const STALE_AFTER_SECONDS = 10
const RENEW_MS = (STALE_AFTER_SECONDS * 1000) / 4

/** The right to do a job that only one relay at a time does. */
export interface JobLease {
  /** Aborts when another relay has taken the job over. */
  signal: AbortSignal
  /** Gives the job back. @param done whether it was done, so that it isn't due again at once */
  end(done?: boolean): Promise<void>
}

export interface JobLeaseOptions {
  db: Kysely<Schema>
  /** The same database for signs of life, by which the lease is renewed. */
  signs?: Kysely<Schema>
  log: Log
  /** If the job was done within so many seconds, nobody gets it. */
  notWithinSeconds?: number
}

/**
 * Takes a job for this relay, and keeps it until it is given back or the relay dies. It is a row and not a lock of the
 * session, because pooled connections may change with every transaction.
 * @returns undefined if another relay does the job, or has done it lately
 */
export async function takeJobLease(
  name: string,
  { db, signs = db, log, notWithinSeconds = 0 }: JobLeaseOptions
): Promise<JobLease | undefined> {
  const owner = randomUUID()
  const { rows } = await sql`
    insert into job_leases (name, owner, alive_at) values (${name}, ${owner}::uuid, clock_timestamp())
    on conflict (name) do update set owner = excluded.owner, alive_at = excluded.alive_at
    where (job_leases.owner is null
        or job_leases.alive_at < clock_timestamp() - make_interval(secs => ${STALE_AFTER_SECONDS}))
      and coalesce(job_leases.done_at <= clock_timestamp() - make_interval(secs => ${notWithinSeconds}), true)
    returning name`.execute(db)
  if (rows.length === 0) return undefined
  const lost = new AbortController()
  const mine = (by: Kysely<Schema>) => by.updateTable("job_leases").where("name", "=", name).where("owner", "=", owner)
  const now = sql<Date>`clock_timestamp()`
  const renew = async () => {
    const { numUpdatedRows } = await withTimeLimit(SHORT_LIMIT_MS, () =>
      mine(signs).set({ alive_at: now }).executeTakeFirst()
    )
    if (numUpdatedRows === 0n) lost.abort(new DOMException("Another relay has taken this job over.", "AbortError"))
  }
  const timer = setInterval(() => void renew().catch((error: unknown) => log.error("job-lease", error)), RENEW_MS)
  timer.unref()
  return {
    signal: lost.signal,
    async end(done = false) {
      clearInterval(timer)
      await mine(db)
        .set({ owner: null, ...(done && { done_at: now }) })
        .execute()
    }
  }
}
