import { collectDefaultMetrics, Gauge } from "prom-client"
import { registry } from "./registry.ts"

let isCollecting = false

/**
 * Begins to collect what the process itself uses: processor time, memory, garbage collection, and the delay of the
 * event loop. It is called only where metrics are read, because watching the event loop wakes an idle process.
 */
export function collectProcessMetrics(version: string): void {
  if (isCollecting) return
  isCollecting = true
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 })
  new Gauge({
    name: "replywright_build_info",
    help: "Always 1. The label names the version that runs.",
    labelNames: ["version"],
    registers: [registry]
  }).set({ version }, 1)
}
