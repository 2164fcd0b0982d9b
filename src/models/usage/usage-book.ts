import { sql, type Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { dayOf } from "./day.ts"
import type {} from "./tables.ts"

/** The usage of one request. */
export interface UsageEntry {
  /** The value is undefined if the relay asked for itself. */
  person: string | undefined
  task: string
  endpoint: string
  model: string
  /** The server reported no count. */
  estimated: boolean
  currency: string
  in: number
  out: number
  cost: number
}

/** Counts model tokens and money. */
export interface UsageBook {
  /** Returns what this person's requests have cost today, in this currency. */
  spent(person: string, currency: string): Promise<number>
  /** Registers work whose requests will be counted. Call the returned function when all of them are. */
  begin(): () => void
  /**
   * Resolves when the entry is stored. It never throws, because a finished draft mustn't be lost if its cost can't be
   * stored. The failure is logged.
   */
  add(entry: UsageEntry): Promise<void>
  /** Resolves when all registered work is counted. */
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
      // The write isn't repeated, because it may have taken effect on a lost connection.
      await addTo(db, day, entry).catch((error: unknown) =>
        log.error("usage-not-stored", error, { day, task: entry.task, endpoint: entry.endpoint })
      )
    },
    async settled() {
      await Promise.all(open)
    }
  }
}

/** Returns what this person's requests of a day have cost. */
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
