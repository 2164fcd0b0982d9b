import type { AnswerJob } from "./answering-sentences.ts"
import type { EvidenceJob } from "./pairs.ts"

// This file is separate from pairs.ts, so that a page that only sends jobs doesn't load the tables.

/** Distinguishes a job from anything else in a message from another part of the extension. */
export function isEvidenceJob(job: unknown): job is EvidenceJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "evidence" &&
    "text" in job &&
    typeof job.text === "string" &&
    "sources" in job &&
    Array.isArray(job.sources)
  )
}

/** The same for a question's job. */
export function isAnswerJob(job: unknown): job is AnswerJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "answer" &&
    "question" in job &&
    typeof job.question === "string" &&
    "sources" in job &&
    Array.isArray(job.sources)
  )
}
