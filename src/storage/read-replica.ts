import { sql, type Kysely } from "kysely"
import { setReplicaLag } from "../runtime/metrics/database-metrics.ts"
import type { Log } from "../runtime/log.ts"
import { databaseProblem } from "./database-problem.ts"
import { openPool } from "./open-pool.ts"
import { answerLeftMs } from "./pool/time-limit.ts"
import { StatementTimeout } from "./pool/timed-client.ts"
import type { Schema } from "./schema.ts"
import { RELAY_SESSION } from "./sessions.ts"

/** A replica that is this far behind is not read. Relays write a sign of life every two seconds, so less says nothing. */
const MAX_LAG_MS = 10_000
const LOOK_MS = 2_000
/** A replica that can't be reached, or doesn't answer, must not hold up a search for longer than this. */
const CONNECT_MS = 1_000
const ANSWER_MS = 5_000

/** `unknown` until it was looked at for the first time. */
export type ReplicaState = "unknown" | "usable" | "away" | "behind"

/** A copy of the database that follows it, and is only read. */
export interface ReadReplica {
  /**
   * Does `work` on the replica.
   * @returns undefined if the replica can't be used now, or if it failed: then the work belongs to the database itself
   * @throws the signal's reason
   */
  attempt<Value>(signal: AbortSignal, work: (db: Kysely<Schema>) => Promise<Value>): Promise<Value | undefined>
  state(): ReplicaState
  close(): Promise<void>
}

export interface ReplicaOptions {
  url: string
  /** The database that it is a replica of. */
  primary: Kysely<Schema>
  /** The most connections of its pool. */
  connections: number
  log: Log
  /** How often it is looked at, in milliseconds. */
  lookMs?: number
  mostLagMs?: number
}

/**
 * Opens the replica, and looks again and again whether it can be used. How far it is behind is shown by the signs of
 * life of relays, as they have arrived there and by the primary's clock alone: that needs no special rights, holds for
 * every kind of replication, and an idle database isn't taken for one that is behind.
 */
export function openReadReplica(options: ReplicaOptions): ReadReplica {
  const { url, primary, connections, log, lookMs = LOOK_MS, mostLagMs = MAX_LAG_MS } = options
  const {
    db,
    pool,
    close: closePool
  } = openPool(
    {
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: RELAY_SESSION
    },
    { limit: () => Math.min(ANSWER_MS, answerLeftMs()) }
  )
  // A lost connection is reported by the statement that needed it, and by the next look.
  pool.on("connect", (client) => client.on("error", () => undefined))
  const health = createReplicaHealth(log)

  async function look(): Promise<void> {
    const sign = await newestSign(db).catch((error: unknown) => health.enter("away", error))
    if (sign === undefined) return
    // Without the primary the lag is unknown, and nothing can be drafted either.
    const lagMs = await lagOf(primary, sign).catch(() => undefined)
    if (lagMs === undefined) return
    setReplicaLag(lagMs / 1000)
    health.enter(lagMs <= mostLagMs ? "usable" : "behind")
  }

  let looking: Promise<void> | undefined
  // Not at once: until this relay's first sign of life has arrived, a replica looks as if it were far behind.
  const timer = setInterval(() => (looking ??= look().finally(() => (looking = undefined))), lookMs)
  timer.unref()

  return {
    async attempt(signal, work) {
      if (health.state() !== "usable") return undefined
      try {
        const result = await work(db)
        health.succeeded()
        return result
      } catch (error) {
        signal.throwIfAborted()
        health.failed(error)
        return undefined
      }
    },
    state: health.state,
    async close() {
      clearInterval(timer)
      await looking
      await closePool()
    }
  }
}

/** Knows whether the replica can be used, and logs each change once. */
function createReplicaHealth(log: Log) {
  let state: ReplicaState = "unknown"
  let isFailing = false
  const enter = (next: ReplicaState, error?: unknown): void => {
    if (next === state) return
    if (next === "away") log.error("replica-away", error)
    if (next === "behind") log.warn("replica-behind")
    if (next === "usable" && state !== "unknown") log.info("replica-back")
    state = next
  }
  return {
    state: () => state,
    enter,
    succeeded(): void {
      isFailing = false
    },
    failed(error: unknown): void {
      // A standby also ends statements that stand in the way of what it replays.
      const isSlow = error instanceof StatementTimeout && error.isAnswered
      if (!isSlow && databaseProblem(error)?.code === "database-down") enter("away", error)
      else if (!isFailing) log.error("replica-failed", error)
      isFailing = true
    }
  }
}

/** The time of the newest sign of life that has arrived, as text. A copy without any is older than all relays. */
async function newestSign(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ sign: string }>`
    select coalesce(max(alive_at), to_timestamp(0))::text as sign from relays`.execute(db)
  return rows[0]?.sign ?? ""
}

/** Returns how many milliseconds ago that was, by the clock of the primary, which wrote it. */
async function lagOf(primary: Kysely<Schema>, sign: string): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp() - ${sign}::timestamptz) * 1000)::float8 as ms`.execute(primary)
  return rows[0]?.ms
}
