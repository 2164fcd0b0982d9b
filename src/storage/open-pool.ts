import { Kysely } from "kysely"
import pg from "pg"
import { measureConnectionWait, watchPool } from "../runtime/metrics/database-metrics.ts"
import { RelayDialect } from "./dialect.ts"
import { observeStatement } from "./observe-statement.ts"
import type { Schema } from "./schema.ts"
import { createPoolSockets } from "./pool/pool-sockets.ts"
import { TimedClient, type StatementTimeout } from "./pool/timed-client.ts"

/** An idle connection that its peer has forgotten is found so after this time and ten seconds. */
const KEEP_ALIVE_MS = 10_000

export interface OpenPool {
  db: Kysely<Schema>
  pool: pg.Pool
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
  /** Takes a connection, perhaps in several tries. */
  take?: (connect: () => Promise<pg.PoolClient>) => Promise<pg.PoolClient>
}

/** Opens a pool of connections whose statements have a time limit. Nothing is connected to yet. */
export function openPool(
  config: pg.PoolConfig,
  { limit, onLate = () => undefined, take = (connect) => connect() }: PoolOptions
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

  /** If one connection is dead, the idle ones most likely are as well. */
  async function closeIdle(): Promise<void> {
    const idle = Array.from({ length: pool.idleCount }, () => pool.connect())
    for (const taken of await Promise.allSettled(idle)) if (taken.status === "fulfilled") taken.value.release(true)
  }

  function late(timeout: StatementTimeout): void {
    if (!timeout.isAnswered && !pool.ending) void closeIdle()
    onLate(timeout)
  }

  const connect = async () => {
    if (isCut) throw new Error("The database's connections were cut.")
    return pool.connect()
  }
  const timed = {
    options: pool.options,
    connect: async () => new TimedClient(await measureConnectionWait(() => take(connect)), limit, late),
    end: () => pool.end()
  }
  const db = new Kysely<Schema>({ dialect: new RelayDialect({ pool: timed }), log: observeStatement })
  const unwatch = watchPool(pool)
  return {
    db,
    pool,
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
