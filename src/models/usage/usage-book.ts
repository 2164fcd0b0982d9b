import { sql, type Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { dayOf } from "./day.ts"
import type {} from "./tables.ts"

/** What one request took. */
export interface UsageEntry {
  /** Undefined: the relay asked for itself. */
  person: string | undefined
  task: string
  endpoint: string
  model: string
  /** The server told no count. */
  estimated: boolean
  currency: string
  in: number
  out: number
  cost: number
}

/** Where tokens and money are counted. */
export interface UsageBook {
  /** What this person's requests have cost today, in this currency. */
  spent(person: string, currency: string): Promise<number>
  /** Work whose requests are still to be counted; call the answer when all are. */
  begin(): () => void
  /**
   * Resolves once it is stored. Never throws: a draft that is written isn't lost because its cost can't be noted; the
   * log tells.
   */
  add(entry: UsageEntry): Promise<void>
  /** Resolves when all work that has begun is counted. */
  settled(): Promise<void>
}

export function createUsageBook(db: Kysely<Schema>, log: Log, clock: () => Date = () => new Date()): UsageBook {
  const open = new Set<Promise<void>>()
  return {
    spent: (person, currency) => retryWhileUnavailable(() => spentOn(db, person, currency, dayOf(clock()))),
    begin() {
      const work = Promise.withResolvers<void>()
      open.add(work.promise)
      return () => {
        open.delete(work.promise)
        work.resolve()
      }
    },
    async add(entry) {
      const day = dayOf(clock())
      // Not tried again: what was under way on a lost connection may have been counted.
      await addTo(db, day, entry).catch((error: unknown) =>
        log.error("usage-not-stored", error, { day, task: entry.task, endpoint: entry.endpoint })
      )
    },
    async settled() {
      await Promise.all(open)
    }
  }
}

/** What this person's requests of a day have cost. */
export async function spentOn(db: Kysely<Schema>, person: string, currency: string, day: string): Promise<number> {
  const row = await db
    .selectFrom("usage")
    .select(({ fn }) => fn.sum<string | null>("cost").as("cost"))
    .where("person", "=", person)
    .where("currency", "=", currency)
    .where(sql`day`, "=", day)
    .executeTakeFirst()
  return Number(row?.cost ?? 0)
}

async function addTo(
  db: Kysely<Schema>,
  day: string,
  { person, task, endpoint, model, estimated, currency, in: tokensIn, out: tokensOut, cost }: UsageEntry
): Promise<void> {
  await db
    .insertInto("usage")
    .values({
      day,
      person: person ?? null,
      task,
      endpoint,
      model,
      estimated,
      currency,
      requests: 1,
      tokens_in: tokensIn,
      tokens_out: tokensOut,
      cost
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant", "day", "person", "task", "endpoint", "model", "estimated", "currency"])
        .doUpdateSet(() => ({
          requests: sql`usage.requests + excluded.requests`,
          tokens_in: sql`usage.tokens_in + excluded.tokens_in`,
          tokens_out: sql`usage.tokens_out + excluded.tokens_out`,
          cost: sql`usage.cost + excluded.cost`
        }))
    )
    .execute()
}
