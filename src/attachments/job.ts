import type { AttachmentJob } from "../ticket/attachment.ts"
import { isJob } from "../ticket/jobs/is-job.ts"

/** Distinguishes a job from anything else in a message from another part of the extension. */
export const isAttachmentJob = (job: unknown): job is AttachmentJob =>
  isJob<AttachmentJob>(job, "attachment", { name: "string", file: "string" })
