import type { ToneJob } from "./job.ts"
import { isJob } from "../../ticket/jobs/is-job.ts"

// This is apart from job.ts, so that a page that only asks doesn't load the rules.

/** Tells a tone job from any other message of another part of the extension. */
export const isToneJob = (job: unknown): job is ToneJob =>
  isJob<ToneJob>(job, "tone", { text: "string", thread: "list" })
