import { runCheckJob } from "./run-check-job.ts"

/** The Worker that checks texts. It receives `{id, job}` and sends `{id, result}` or `{id, error}`. */
declare const self: DedicatedWorkerGlobalScope

self.addEventListener("message", async ({ data: { id, job } }: MessageEvent<{ id: number; job: unknown }>) => {
  try {
    self.postMessage({ id, result: await runCheckJob(job) })
  } catch (error) {
    // Only the name of the error is sent, because its message could hold text of the ticket.
    self.postMessage({ id, error: error instanceof Error ? error.name : "Error" })
  }
})
