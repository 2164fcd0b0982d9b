import { parentPort } from "node:worker_threads"
import type { WorkerRequest } from "./worker-request.ts"

/**
 * The thread itself. Only run-in-worker.ts starts it. Of what a job throws it tells the name alone, never a word of a ticket.
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
