import cluster from "node:cluster"
import { gatherMetrics } from "../../../src/relay/workers/gather-metrics.ts"

/** Asks for the metrics of a worker that was killed a moment ago, which its parent couldn't notice yet. */
if (cluster.isPrimary) {
  const worker = cluster.fork()
  worker.once("online", () => {
    process.kill(worker.process.pid ?? 0, "SIGKILL")
    // Nothing else happens in this process meanwhile.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    void gatherMetrics([worker]).then(() => console.log("gathered"))
  })
} else setInterval(() => undefined, 1000)
