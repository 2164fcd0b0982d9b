import type { PromisesJob } from "./earlier-promises.ts"
import { isJob } from "../../ticket/jobs/is-job.ts"

// This file is separate from earlier-promises.ts, so that a page that only sends jobs doesn't load the patterns.

/** Distinguishes a job from anything else in a message from another part of the extension. */
export const isPromisesJob = (job: unknown): job is PromisesJob =>
  isJob<PromisesJob>(job, "promises", { ticket: "object" })
