import { fromBase64 } from "../text/bytes/base64.ts"
import { ATTACHMENT_MS, ATTACHMENT_PROBLEMS, type AttachmentJob, type AttachmentText } from "../ticket/attachment.ts"
import { AttachmentError } from "./common/attachment-error.ts"
import { isJob } from "../ticket/jobs/is-job.ts"

/**
 * Reads files, each in a worker of its own, which is stopped when it has answered and at its deadline: a file may be
 * made to take forever. @returns a function that throws AttachmentError, or the signal's reason when aborted
 */
export function createAttachmentHost({ spawn, limitMs = ATTACHMENT_MS }: { spawn: () => Worker; limitMs?: number }) {
  return async ({ name, type, file }: AttachmentJob, signal: AbortSignal): Promise<AttachmentText> => {
    signal.throwIfAborted()
    const worker = spawn()
    const answered = Promise.withResolvers<AttachmentText>()
    const abort = () => answered.reject(signal.reason)
    const timer = setTimeout(() => answered.reject(new AttachmentError("timeout")), limitMs)
    signal.addEventListener("abort", abort, { once: true })
    const listening = new AbortController()
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Answer>) => {
        if (!data.read) return
        if (data.result) answered.resolve(data.result)
        else answered.reject(errorOf(data.code))
      },
      listening
    )
    worker.addEventListener("error", () => answered.reject(new AttachmentError("unreadable")), listening)
    try {
      const bytes = fromBase64(file)
      worker.postMessage({ bytes, name, type }, [bytes.buffer])
      return await answered.promise
    } finally {
      clearTimeout(timer)
      listening.abort()
      signal.removeEventListener("abort", abort)
      worker.terminate()
    }
  }
}

interface Answer {
  /** It is an answer of `worker.ts`. */
  read?: true
  result?: AttachmentText
  code?: string
}

const errorOf = (code: string | undefined) =>
  new AttachmentError(ATTACHMENT_PROBLEMS.find((one) => one === code) ?? "unreadable")

/** Distinguishes a job from anything else in a message from another part of the extension. */
export const isAttachmentJob = (job: unknown): job is AttachmentJob =>
  isJob<AttachmentJob>(job, "attachment", { name: "string", file: "string" })
