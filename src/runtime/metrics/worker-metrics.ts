import { Counter, Gauge } from "prom-client"
import { registry } from "./registry.ts"

const registers = [registry]

const workers = new Gauge({
  name: "replywright_workers",
  help: "Worker processes of this relay that listen.",
  registers
})

const deaths = new Counter({
  name: "replywright_worker_deaths_total",
  help: "Worker processes that ended although nobody stopped the relay. Each is replaced.",
  registers
})

/** Tells how many worker processes listen now. */
export function setWorkers(count: number): void {
  workers.set(count)
}

/** Counts a worker process that ended although nobody stopped the relay. */
export function countWorkerDeath(): void {
  deaths.inc()
}
