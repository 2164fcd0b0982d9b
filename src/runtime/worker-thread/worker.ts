import { parentPort } from "node:worker_threads"
import type { WorkerRequest } from "./worker-request.ts"

/**
 * The worker thread, which only run-in-worker.ts starts. Of an error in a job it reports only the name, never a word of
 * a ticket.
 */
parentPort?.on("message", async ({ id, module, name, parameters }: WorkerRequest) => {
  try {
    const { [name]: job }: Record<string, unknown> = await import(module)
    if (typeof job !== "function") throw new TypeError(`${module} has no function ${name}`)
    parentPort?.postMessage({ id, value: await job(...parameters) })
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? `${name}: ${error.name}` : name })
  }
})
