import type { Worker } from "node:cluster"
import { AggregatorRegistry } from "prom-client"
import { registry } from "../../runtime/metrics/registry.ts"
import type { WorkerMessage, WorkerMetrics } from "./worker-link.ts"

/** A worker that doesn't answer for this many milliseconds is left out. */
const PATIENCE_MS = 3_000

let requests = 0

/**
 * Returns the metrics of the parent and of these workers as one text for Prometheus. Each worker's are told apart by a
 * label, because a sum would fall whenever a worker is replaced, which Prometheus takes for a restart of all.
 */
export async function gatherMetrics(workers: Worker[]): Promise<string> {
  const request = requests++
  const answers = await Promise.all(workers.map((worker) => metricsOf(worker, request)))
  return AggregatorRegistry.aggregate([await registry.getMetricsAsJSON(), ...answers]).metrics()
}

function metricsOf(worker: Worker, request: number): Promise<WorkerMetrics> {
  return new Promise((resolve) => {
    const end = (metrics: WorkerMetrics) => {
      clearTimeout(late)
      worker.off("message", take)
      worker.off("exit", leave)
      resolve(metrics)
    }
    const take = (message: WorkerMessage) => {
      if (message.type === "metrics" && message.request === request) end(message.metrics)
    }
    const leave = () => end([])
    const late = setTimeout(leave, PATIENCE_MS)
    worker.on("message", take).on("exit", leave)
    // One that was killed a moment ago still counts as connected. Without the callback, the parent would end too.
    if (worker.isConnected()) worker.send({ type: "metrics", request }, (error) => error && end([]))
    else end([])
  })
}
