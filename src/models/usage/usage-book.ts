import { sql, type Kysely, type RawBuilder } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
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
      await insertUsage(day, [entry])
        .execute(db)
        .catch((error: unknown) =>
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

/**
 * The statement that adds these entries to a day, which can be part of another.
 * @param unless a condition in SQL under which nothing is added
 */
export const insertUsage = (
  day: string,
  entries: readonly UsageEntry[],
  unless: RawBuilder<boolean> = sql`false`
) => sql`
    insert into usage (day, person, task, endpoint, model, estimated, currency, requests, tokens_in, tokens_out, cost)
    select ${day}::date, person, task, endpoint, model, estimated, currency, count(*), sum("in"), sum(out), sum(cost)
    from json_to_recordset(${JSON.stringify(entries)}::json) as used (person uuid, task text, endpoint text, model text,
      estimated boolean, currency text, "in" bigint, out bigint, cost numeric)
    where not (${unless})
    group by person, task, endpoint, model, estimated, currency order by person, task, endpoint, model
    on conflict (tenant, day, person, task, endpoint, model, estimated, currency) do update set
      requests = usage.requests + excluded.requests, tokens_in = usage.tokens_in + excluded.tokens_in,
      tokens_out = usage.tokens_out + excluded.tokens_out, cost = usage.cost + excluded.cost`

/**
 * Returns the day by which budgets and sums are counted, for example "2026-11-20". It is in UTC, so that it is the same
 * for the whole team.
 */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
