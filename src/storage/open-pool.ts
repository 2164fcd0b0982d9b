import { Kysely, type LogEvent } from "kysely"
import pg from "pg"
import {
  measureConnectionWait,
  watchPool,
  countStatement,
  type StatementKind
} from "../runtime/metrics/database-metrics.ts"
import { RelayDialect } from "./dialect.ts"
import type { Schema } from "./schema.ts"
import { createPoolSockets } from "./pool/pool-sockets.ts"
import { answerLeftMs, waitForDatabase } from "./pool/time-limit.ts"
import { TimedClient, type StatementTimeout } from "./pool/timed-client.ts"
import { addSpan } from "../runtime/scope/span.ts"

/** An idle connection that its peer has forgotten is found so after this time and ten seconds. */
const KEEP_ALIVE_MS = 10_000

export interface OpenPool {
  db: Kysely<Schema>
  pool: pg.Pool
  /** Closes the connections on which nothing is under way: if one is dead, they most likely are as well. */
  closeIdle(): Promise<void>
  /** Ends all connections at once, with what is under way on them, and opens no more. */
  cut(): void
  /** Waits for what is under way, and takes leave of the server. */
  close(): Promise<void>
}

export interface PoolOptions {
  /** Returns how many milliseconds the next statement may take, or undefined for as long as it takes. */
  limit: () => number | undefined
  /** Gets each statement that took longer. */
  onLate?: (timeout: StatementTimeout) => void
  /** Called when the server refuses to write. */
  onReadOnly?: () => void
  /** Takes a connection, perhaps in several tries. */
  take?: (connect: () => Promise<pg.PoolClient>) => Promise<pg.PoolClient>
}

/** Opens a pool of connections whose statements have a time limit. Nothing is connected to yet. */
export function openPool(
  config: pg.PoolConfig,
  { limit, onLate = () => undefined, onReadOnly = () => undefined, take = (connect) => connect() }: PoolOptions
): OpenPool {
  const sockets = createPoolSockets()
  let isCut = false
  const pool = new pg.Pool({
    ...config,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    stream: sockets.make
  })
  pool.on("error", () => undefined)

  async function closeIdle(): Promise<void> {
    if (pool.ending) return
    const idle = Array.from({ length: pool.idleCount }, () => pool.connect())
    for (const taken of await Promise.allSettled(idle)) if (taken.status === "fulfilled") taken.value.release(true)
  }

  function late(timeout: StatementTimeout): void {
    if (!timeout.isAnswered) void closeIdle()
    onLate(timeout)
  }

  /** The other connections lead to the same server. */
  function readOnly(): void {
    void closeIdle()
    onReadOnly()
  }

  const connect = async () => {
    if (isCut) throw new Error("The database's connections were cut.")
    return pool.connect()
  }
  const timed = {
    options: pool.options,
    connect: async () => {
      const taken = await waitForDatabase(() => withinAnswer(() => measureConnectionWait(() => take(connect))))
      return new TimedClient(taken, limit, late, readOnly)
    },
    end: () => pool.end()
  }
  const db = new Kysely<Schema>({ dialect: new RelayDialect({ pool: timed }), log: observeStatement })
  const unwatch = watchPool(pool)
  return {
    db,
    pool,
    closeIdle,
    cut() {
      isCut = true
      sockets.destroy()
    },
    async close() {
      unwatch()
      await db.destroy()
      sockets.destroySoon()
    }
  }
}

/**
 * Takes a connection, and waits for it no longer than the answer that it is for may wait. One that comes later goes
 * back.
 * @throws an error as the pool does if it has none for too long
 */
async function withinAnswer(take: () => Promise<pg.PoolClient>): Promise<pg.PoolClient> {
  const leftMs = answerLeftMs()
  if (leftMs === Infinity) return take()
  const tooLong = () => new Error("timeout exceeded when trying to connect")
  if (leftMs === 0) throw tooLong()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(tooLong()), leftMs)
  const taking = take()
  try {
    return await Promise.race([taking, late.promise])
  } catch (error) {
    // If the pool itself has failed there is nothing to give back.
    taking.then(
      (client) => client.release(),
      () => undefined
    )
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Counts a statement by its kind and time, and adds it to the trace. Its text and its values are never read, because
 * they hold what people wrote.
 */
function observeStatement(event: LogEvent): void {
  const kind = KINDS[event.query.query.kind] ?? "other"
  const ms = event.queryDurationMillis
  const error = event.level === "error" ? event.error : undefined
  countStatement(kind, ms, event.level === "error")
  addSpan(`database ${kind}`, { "db.system.name": "postgresql", "db.operation.name": kind }, ms, error)
}

const KINDS: Partial<Record<LogEvent["query"]["query"]["kind"], StatementKind>> = {
  SelectQueryNode: "select",
  InsertQueryNode: "insert",
  UpdateQueryNode: "update",
  DeleteQueryNode: "delete",
  RawNode: "raw"
}
