import type { PromisesJob } from "./earlier-promises.ts"

// This file is separate from earlier-promises.ts, so that a page that only sends jobs doesn't load the patterns.

/** Distinguishes a job from anything else in a message from another part of the extension. */
export function isPromisesJob(job: unknown): job is PromisesJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "promises" &&
    "ticket" in job &&
    typeof job.ticket === "object" &&
    job.ticket !== null
  )
}
