import type { MetricObjectWithValues, MetricValue } from "prom-client"

/** What a worker tells its parent. */
export type WorkerMessage =
  /** It listens. `relay` is how it is named in the database. */
  | { type: "ready"; relay: string; port: number }
  /** It can't start, and says why. The code is "internal" where it has no sentence for a person. */
  | { type: "failed"; code: string; message: string }
  /** A connection of an address that is counted was opened, or closed. `id` is the worker's own. */
  | { type: "opened"; id: number; address: string }
  | { type: "closed"; id: number }
  | { type: "metrics"; request: number; metrics: WorkerMetrics }
  | { type: "pong" }

/** What the parent tells a worker. */
export type ParentMessage =
  | { type: "stop" }
  /** Another worker died, which was named so in the database. */
  | { type: "died"; relay: string }
  /** The connection is one too many of its address. */
  | { type: "refuse"; id: number }
  | { type: "metrics"; request: number }
  /** A worker that isn't frozen answers at once. */
  | { type: "ping" }

/** What a worker's registry holds. */
export type WorkerMetrics = MetricObjectWithValues<MetricValue<string>>[]
