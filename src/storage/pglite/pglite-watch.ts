import { parentPort, workerData } from "node:worker_threads"

/**
 * A thread of PGlite's process: while a statement runs that doesn't end, nothing else in it hears that its relay is
 * gone. Then this ends the process, which would go on for good on one core. It is told the relay's number, for it may
 * begin when that is gone.
 */
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, "SIGKILL")
}, 1_000)
parentPort?.postMessage("watching")
