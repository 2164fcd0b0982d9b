import { randomUUID } from "node:crypto"
import { sql, type Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import { isLivingRelay } from "../../storage/relay-presence.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"

/**
 * How many drafts, and how many summaries, one person may have under way at once. It is enough for the ticket in front,
 * those in other tabs, and three prepared ones.
 */
export const MAX_IN_FLIGHT = 6
/** After this many seconds one of them has usually ended. */
const RETRY_AFTER = 5

/** Refuses one more than may be under way. @throws Problem 429 "too-many-drafts" */
export function refuseTooMany(underWay: number): void {
  if (underWay < MAX_IN_FLIGHT) return
  throw new Problem(
    429,
    "too-many-drafts",
    `${MAX_IN_FLIGHT} of your drafts are being written just now, which is as many as may be at once. Ask again when one of them has ended.`,
    { retryable: true, retryAfter: RETRY_AFTER }
  )
}

/** Counts the summaries that are under way for each person, at this relay and at the others on the database. */
export function createSummariesInFlight(db: Kysely<Schema>, relay: string, log: Log) {
  const counts = new Map<string, number>()
  const count = (person: string, change: number) => {
    const now = (counts.get(person) ?? 0) + change
    if (now === 0) counts.delete(person)
    else counts.set(person, now)
  }
  return {
    /** Does `work` as one more summary of this person. @throws Problem 429 "too-many-drafts", and what `work` throws */
    async run(person: string, work: () => Promise<void>): Promise<void> {
      // Those of this relay are counted here, because two that come in one moment don't see each other's rows.
      refuseTooMany(counts.get(person) ?? 0)
      count(person, 1)
      try {
        const id = await begin(person)
        if (id === undefined) refuseTooMany(MAX_IN_FLIGHT)
        await work().finally(() => id !== undefined && end(id))
      } finally {
        count(person, -1)
      }
    }
  }

  async function begin(person: string): Promise<string | undefined> {
    const { rows } = await sql<{ id: string }>`
      insert into summaries_in_flight (id, person, relay)
      select ${randomUUID()}::uuid, ${person}::uuid, ${relay}::uuid
      where (select count(*) from summaries_in_flight other
        where other.person = ${person}::uuid and ${isLivingRelay("other.relay")}) < ${MAX_IN_FLIGHT}::int
      returning id`.execute(db)
    return rows[0]?.id
  }

  async function end(id: string): Promise<void> {
    await retryWhileUnavailable(() => db.deleteFrom("summaries_in_flight").where("id", "=", id).execute()).catch(
      (error: unknown) => log.error("summary-not-ended", error)
    )
  }
}
