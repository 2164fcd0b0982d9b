import cluster from "node:cluster"
import type { MetricObjectWithValues, MetricValue } from "prom-client"
import { registry } from "../../runtime/metrics/registry.ts"
import { StartError } from "../../runtime/problem.ts"
import type { SharedWork } from "../server/listen.ts"

/** A worker's side of the talk with its parent. */
export interface WorkerLink {
  shared: SharedWork
  /** Whether it is the one that tells the person who started the relay where that is. */
  announces: boolean
  /** Aborted when the parent says that the relay stops. */
  stopped: AbortSignal
  /** Tells the parent that this worker listens, and from then on does `forget` with the name of each worker that died. */
  ready(relay: string, port: number, forget: (relay: string) => Promise<void>): void
  /** Tells the parent why this worker can't start. */
  failed(error: unknown): void
  /** Takes leave of the parent, so that the process can end. */
  leave(): void
}

/** The variables by which a parent tells a worker what it is. They are no settings. */
export interface WorkerEnvironment {
  REPLYWRIGHT_WORKER: string
  REPLYWRIGHT_WORKERS: string
  REPLYWRIGHT_WORKER_ANNOUNCES?: string
  REPLYWRIGHT_WORKER_METRICS?: string
}

/** Returns this process's link to its parent, or undefined if it is no worker. */
export function linkToParent(environment: Record<string, string | undefined>): WorkerLink | undefined {
  if (!cluster.isWorker) return undefined
  const stopped = new AbortController()
  const refusals = new Map<number, () => void>()
  let forget: ((relay: string) => Promise<void>) | undefined
  let isReady = false
  let connection = 0
  const take = (message: ParentMessage) => {
    if (message.type === "stop") return stopped.abort()
    if (message.type === "died") return void forget?.(message.relay)
    if (message.type === "refuse") return refusals.get(message.id)?.()
    if (message.type === "ping") return tell({ type: "pong" })
    const { request } = message
    void registry.getMetricsAsJSON().then((metrics) => tell({ type: "metrics", request, metrics }))
  }
  process.on("message", take)
  return {
    announces: environment["REPLYWRIGHT_WORKER_ANNOUNCES"] !== undefined,
    stopped: stopped.signal,
    shared: {
      number: Number(environment["REPLYWRIGHT_WORKER"]),
      workers: Number(environment["REPLYWRIGHT_WORKERS"]),
      port: environment["REPLYWRIGHT_WORKER_ANNOUNCES"] === undefined ? "same" : "first",
      metricsUrl: environment["REPLYWRIGHT_WORKER_METRICS"],
      connections: {
        enter(address, refuse) {
          const id = connection++
          refusals.set(id, refuse)
          tell({ type: "opened", id, address })
          return () => {
            refusals.delete(id)
            tell({ type: "closed", id })
          }
        }
      }
    },
    ready(relay, port, toForget) {
      forget = toForget
      isReady = true
      tell({ type: "ready", relay, port })
    },
    failed(error) {
      const code = error instanceof StartError ? error.code : "internal"
      const { name, message } = error instanceof Error ? error : { name: "unknown", message: String(error) }
      // What fails once tickets come may have words of one.
      tell({ type: "failed", code, message: isReady && code === "internal" ? name : message })
    },
    leave: () => cluster.worker?.disconnect()
  }
}

/** A parent that was killed hears nothing, and this process ends then. */
function tell(message: WorkerMessage): void {
  if (process.connected) process.send?.(message)
}

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
