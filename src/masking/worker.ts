import { isMaskJob } from "./job-size.ts"
import { runJob } from "./jobs.ts"

/** The Worker that masks: `{id, job}` in, `{id, result}` or `{id, error}` out; says `{ready: true}` once it is loaded. */
declare const self: DedicatedWorkerGlobalScope

self.addEventListener("message", (event: MessageEvent<{ id: number; job: unknown }>) => {
  const { id, job } = event.data
  try {
    if (!isMaskJob(job)) throw new TypeError("not a masking job")
    self.postMessage({ id, result: runJob(job) })
  } catch (error) {
    // The name of what failed, never its message: that could hold the text.
    self.postMessage({ id, error: error instanceof Error ? error.name : "Error" })
  }
})
self.postMessage({ ready: true })
