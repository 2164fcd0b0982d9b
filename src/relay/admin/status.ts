import { sql, type Kysely } from "kysely"
import type {} from "../../knowledge/import/tables.ts"
import type { ModelTraffic } from "../../models/traffic/model-traffic.ts"
import { dayOf } from "../../models/usage/usage-book.ts"
import type {} from "../../models/usage/tables.ts"
import { jobsInThreads } from "../../runtime/worker-thread/run-in-worker.ts"
import { readErrorCounts } from "../../storage/error-counts.ts"
import { isLivingRelay, listRelays } from "../../storage/relay-presence.ts"
import type { Schema } from "../../storage/schema.ts"
import { readCorrectionsStatus } from "../helpdesk-pages/stored-corrections.ts"
import { readFits } from "../helpdesk-pages/page-fits.ts"
import { preparedPerDay, type TeamBudgets } from "../team-settings/team-settings.ts"
import type {} from "../webhooks/tables.ts"
import {
  type RelayCondition,
  type StatusAnswer,
  type UnreadyReason,
  relayCondition
} from "../../protocol/routes/server.ts"

/** What this relay knows of itself. */
export interface StatusParts {
  relay: string
  readiness: () => Promise<{ ready: boolean; reasons: (UnreadyReason & { message: string })[] }>
  budgets: TeamBudgets
}

/** Returns what a relay says of itself with each sign of life. */
export function conditionOf(streams: number, traffic: Pick<ModelTraffic, "conditions"> | undefined): RelayCondition {
  return {
    streams,
    threads: jobsInThreads(),
    memoryBytes: process.memoryUsage.rss(),
    models: (traffic?.conditions() ?? []).map(({ retryInMs, ...condition }) => ({
      ...condition,
      retryInSeconds: Math.ceil(retryInMs / 1000)
    }))
  }
}

/** Returns how all relays on the database do, what waits, what of today's budgets is used, and what failed lately. */
export async function readStatus(
  db: Kysely<Schema>,
  { relay, readiness, budgets }: StatusParts,
  now: Date
): Promise<StatusAnswer> {
  const [{ ready, reasons }, relays, queues, prepared, cost, errors, fits, corrections] = await Promise.all([
    readiness(),
    listRelays(db),
    readQueues(db),
    preparedToday(db, budgets, now),
    costToday(db, budgets, now),
    readErrorCounts(db),
    readFits(db, now),
    readCorrectionsStatus(db)
  ])
  return {
    ready,
    reasons: reasons.map(({ message }) => message),
    unready: reasons.map(({ code, count }) => ({ code, ...(count === undefined ? {} : { count }) })),
    relays: relays.map(({ id, startedAt, aliveAt, isLiving, version, condition }) => ({
      id,
      here: id === relay,
      living: isLiving,
      startedAt: startedAt.toISOString(),
      aliveAt: aliveAt.toISOString(),
      version,
      condition: relayCondition.safeParse(condition).data ?? null
    })),
    queues,
    budgets: { prepared, cost },
    errors: errors.flatMap(({ hour, kind, code, count }) => {
      const known = KINDS.find((one) => one === kind)
      return known ? [{ hour: hour.toISOString(), kind: known, code, count }] : []
    }),
    fits,
    ...(corrections ? { corrections } : {})
  }
}

const KINDS = ["request", "draft", "model", "import", "webhook"] as const

async function readQueues(db: Kysely<Schema>): Promise<StatusAnswer["queues"]> {
  const { rows } = await sql<StatusAnswer["queues"]>`
    select
      (select count(*)::int from drafts where state = 'writing' and ${isLivingRelay("drafts.relay")}) as drafts,
      (select count(*)::int from imports where state = 'running'
        and alive_at > clock_timestamp() - interval '1 minute') as "importsRunning",
      (select count(*)::int from knowledge_sources where wanted is not null) as "importsWaiting",
      (select count(*)::int from webhook_deliveries where state = 'waiting') as deliveries`.execute(db)
  return rows[0] ?? { drafts: 0, importsRunning: 0, importsWaiting: 0, deliveries: 0 }
}

async function preparedToday(db: Kysely<Schema>, { prepared }: TeamBudgets, now: Date) {
  const perPerson = await preparedPerDay(db, prepared)
  const { rows } = await sql<{ count: number; people: number; usedUp: number }>`
    select coalesce(sum(n), 0)::int as count, count(*)::int as people,
      (count(*) filter (where n >= ${perPerson}::int))::int as "usedUp"
    from (select count(*) as n from prepared_drafts where day = ${dayOf(now)}::date group by person) as used`.execute(
    db
  )
  return { ...(rows[0] ?? { count: 0, people: 0, usedUp: 0 }), perPerson }
}

async function costToday(db: Kysely<Schema>, { cost, currency }: TeamBudgets, now: Date) {
  const { rows } = await sql<{ amount: number; people: number; usedUp: number }>`
    select coalesce(sum(spent), 0)::float8 as amount, count(person)::int as people,
      (count(person) filter (where spent >= ${cost ?? null}::numeric))::int as "usedUp"
    from (select person, sum(cost) as spent from usage
      where day = ${dayOf(now)}::date and currency = ${currency} group by person) as used`.execute(db)
  return { ...(rows[0] ?? { amount: 0, people: 0, usedUp: 0 }), perPerson: cost ?? null, currency }
}
