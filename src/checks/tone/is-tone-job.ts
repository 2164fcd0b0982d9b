import type { ToneJob } from "./job.ts"

// Apart from job.ts, so that a page that only asks doesn't carry the rules.

/** For what comes by message from another part of the extension: tells a job from anything else. */
export function isToneJob(job: unknown): job is ToneJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "tone" &&
    "text" in job &&
    typeof job.text === "string" &&
    "thread" in job &&
    Array.isArray(job.thread)
  )
}
