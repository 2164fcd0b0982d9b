import { sql, type Kysely, type RawBuilder } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import type { BudgetLimit } from "./budget-limit.ts"
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
  /** Returns what has been used of each of these limits, which hold for this person. Money counts in this currency. */
  used(person: string, limits: readonly BudgetLimit[], currency: string): Promise<BudgetUse[]>
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
    used: (person, limits, currency) => retryWhileUnavailable(() => readUse(db, person, limits, currency, clock())),
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

/** What has been used of a limit: money, and tokens that were sent and received. */
export interface BudgetUse {
  cost: number
  tokens: number
}

/**
 * Reads what has been used of each limit in its day or month up to now, in one statement. A group is whoever is in it
 * now, and the team is everybody, the relay's own requests included.
 */
export async function readUse(
  db: Kysely<Schema>,
  person: string,
  limits: readonly BudgetLimit[],
  currency: string,
  now: Date
): Promise<BudgetUse[]> {
  const asked = limits.map(({ of, group, per }, n) => ({
    n,
    since: firstDayOf(per, now),
    person: of === "person" ? person : null,
    group: group ?? null
  }))
  const { rows } = await sql<BudgetUse>`
    select coalesce(sum(used.cost) filter (where used.currency = ${currency}), 0)::float8 as cost,
      coalesce(sum(used.tokens_in + used.tokens_out), 0)::float8 as tokens
    from json_to_recordset(${JSON.stringify(asked)}::json) as asked (n integer, since date, person uuid, "group" text)
    left join usage used on used.day between asked.since and ${dayOf(now)}::date
      and (asked.person is null or used.person = asked.person)
      and (asked."group" is null or used.person in (select id from people where asked."group" = any(people.groups)))
    group by asked.n order by asked.n`.execute(db)
  return rows
}

const firstDayOf = (per: BudgetLimit["per"], now: Date): string =>
  per === "day" ? dayOf(now) : `${dayOf(now).slice(0, 7)}-01`

/** Returns when a day's or a month's budget begins anew. */
export function budgetEnd(per: BudgetLimit["per"], now: Date): Date {
  const [year, month, date] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()]
  return new Date(per === "day" ? Date.UTC(year, month, date + 1) : Date.UTC(year, month + 1, 1))
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
