import type { AttachmentJob } from "../ticket/attachment.ts"

/** Distinguishes a job from anything else in a message from another part of the extension. */
export function isAttachmentJob(job: unknown): job is AttachmentJob {
  return (
    typeof job === "object" &&
    job !== null &&
    "kind" in job &&
    job.kind === "attachment" &&
    "name" in job &&
    typeof job.name === "string" &&
    "file" in job &&
    typeof job.file === "string"
  )
}
