import { parentPort } from "node:worker_threads"
import { loadJob } from "./load-job.ts"
import type { WorkerRequest } from "./worker-request.ts"

/**
 * The worker thread, which only run-in-worker.ts starts. Of an error in a job it reports only the name, never a word of
 * a ticket.
 */
parentPort?.on("message", async (requests: WorkerRequest[]) => {
  let replies: object[] = []
  for (const [at, request] of requests.entries()) {
    replies.push(await answerTo(request))
    const isLast = at === requests.length - 1
    if (request.canWait && !isLast) continue
    parentPort?.postMessage({ replies, isLast })
    replies = []
  }
})

async function answerTo({ id, module, name, parameters }: WorkerRequest): Promise<object> {
  try {
    const job = await loadJob({ module, name })
    return { id, value: await job(...parameters) }
  } catch (error) {
    return { id, fault: error instanceof Error ? `${name}: ${error.name}` : name }
  }
}
