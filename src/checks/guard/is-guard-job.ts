import type { GuardJob } from "./job.ts"

// This file is separate from job.ts, so that a page that only sends jobs doesn't load the tables.

/** Distinguishes a job from anything else in a message from another part of the extension. */
export function isGuardJob(job: unknown): job is GuardJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "guard" &&
    "draft" in job &&
    typeof job.draft === "string" &&
    "thread" in job &&
    Array.isArray(job.thread)
  )
}
