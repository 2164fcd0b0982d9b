import type { GuardJob } from "./job.ts"
import { isJob } from "../../ticket/jobs/is-job.ts"

// This file is separate from job.ts, so that a page that only sends jobs doesn't load the tables.

/** Distinguishes a job from anything else in a message from another part of the extension. */
export const isGuardJob = (job: unknown): job is GuardJob =>
  isJob<GuardJob>(job, "guard", { draft: "string", thread: "list" })
