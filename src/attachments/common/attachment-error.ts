import type { AttachmentProblem } from "../../ticket/attachment.ts"

/** An attachment has no text that can be used. `code` says why; nothing of the file is in it. */
export class AttachmentError extends Error {
  override name = "AttachmentError"
  readonly code: AttachmentProblem
  readonly retryable: boolean
  constructor(code: AttachmentProblem, options?: ErrorOptions) {
    super(`the attachment has no text to read (${code})`, options)
    this.code = code
    this.retryable = code === "timeout" || code === "unreadable"
  }
}
