import type { ToneJob } from "./job.ts"

// This is apart from job.ts, so that a page that only asks doesn't load the rules.

/** Tells a tone job from any other message of another part of the extension. */
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
