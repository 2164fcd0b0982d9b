import type { GuardJob } from "./job.ts"

// Apart from job.ts, so that a page that only asks doesn't carry the tables.

/** For what comes by message from another part of the extension: tells a job from anything else. */
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
