import { Counter, Gauge, Histogram } from "prom-client"
import { beginAtZero, registry, SHORT_SECONDS } from "./registry.ts"

const registers = [registry]

const statements = new Histogram({
  name: "replywright_database_statement_seconds",
  help: "Time of a statement from being sent to its last row, by its kind.",
  labelNames: ["kind"],
  buckets: SHORT_SECONDS,
  registers
})

const failures = new Counter({
  name: "replywright_database_errors_total",
  help: "Failed statements by their kind.",
  labelNames: ["kind"],
  registers
})

const wait = new Histogram({
  name: "replywright_database_connection_wait_seconds",
  help: "Time that work waited for a connection of the pool.",
  buckets: SHORT_SECONDS,
  registers
})

/** The pools that are open in this process: the relay's one, and those of a test. */
const pools = new Set<PoolFigures>()

const connections = new Gauge({
  name: "replywright_database_connections",
  help: "Connections of the pool by state: used, or idle.",
  labelNames: ["state"],
  registers,
  collect() {
    connections.set({ state: "idle" }, sum("idleCount"))
    connections.set({ state: "used" }, sum("totalCount") - sum("idleCount"))
  }
})

const waiting = new Gauge({
  name: "replywright_database_connections_waiting",
  help: "Pieces of work that wait for a connection of the pool.",
  registers,
  collect() {
    waiting.set(sum("waitingCount"))
  }
})

const lag = new Gauge({
  name: "replywright_replica_lag_seconds",
  help: "How old the newest sign of life is that the read replica has. Up to two seconds say nothing.",
  registers
})

const searches = new Counter({
  name: "replywright_searches_total",
  help: "Searches of the knowledge, by the database that was asked: primary, or replica.",
  labelNames: ["database"],
  registers
})

/** Kinds of statements: raw is written by hand. */
export const STATEMENT_KINDS = ["select", "insert", "update", "delete", "raw", "other"] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

beginAtZero(
  failures,
  STATEMENT_KINDS.map((kind) => ({ kind }))
)
beginAtZero(searches, [{ database: "primary" }, { database: "replica" }])

/** Tells how far the read replica is behind. */
export function setReplicaLag(seconds: number): void {
  lag.set(seconds)
}

/** Counts a search of the knowledge by where it was done. */
export function countSearch(database: "primary" | "replica"): void {
  searches.inc({ database })
}

/** The figures that pg's pool has. */
export interface PoolFigures {
  totalCount: number
  idleCount: number
  waitingCount: number
}

/** Exposes a pool's figures until the returned function is called. */
export function watchPool(pool: PoolFigures): () => void {
  pools.add(pool)
  return () => pools.delete(pool)
}

/** Measures how long `connect` takes. */
export async function measureConnectionWait<Client>(connect: () => Promise<Client>): Promise<Client> {
  const began = performance.now()
  const client = await connect()
  wait.observe((performance.now() - began) / 1000)
  return client
}

/** Counts a statement by its kind. */
export function countStatement(kind: StatementKind, ms: number, failed: boolean): void {
  if (failed) failures.inc({ kind })
  else statements.observe({ kind }, ms / 1000)
}

function sum(figure: keyof PoolFigures): number {
  return [...pools].reduce((all, pool) => all + pool[figure], 0)
}
