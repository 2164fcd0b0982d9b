import type { AnswerJob } from "./answering-sentences.ts"
import type { EvidenceJob } from "./pairs.ts"
import { isJob } from "../../ticket/jobs/is-job.ts"

// This file is separate from pairs.ts, so that a page that only sends jobs doesn't load the tables.

/** Distinguishes a job from anything else in a message from another part of the extension. */
export const isEvidenceJob = (job: unknown): job is EvidenceJob =>
  isJob<EvidenceJob>(job, "evidence", { text: "string", sources: "list" })

/** The same for a question's job. */
export const isAnswerJob = (job: unknown): job is AnswerJob =>
  isJob<AnswerJob>(job, "answer", { question: "string", sources: "list" })
