import type { DraftState } from "../../storage/schema.ts"
import { databaseProblem } from "../../storage/database-problem.ts"
import type { StreamEvent } from "./pipeline/pipeline-events.ts"

export const CUT_OFF: StreamEvent = {
  type: "draft-error",
  code: "draft-cut",
  message: "The draft was cut off before its end: ask for a new one.",
  retryable: true
}
export const ERASED: StreamEvent = {
  type: "draft-error",
  code: "ticket-erased",
  message: "This ticket was erased.",
  retryable: false
}

/** Returns how a draft ended. `configured` is the model that was to write it. */
export function endedAs(
  last: StreamEvent | undefined,
  configured: string
): { state: DraftState; model: string; code?: string | undefined } {
  if (last?.type === "draft-end") return { state: "done", model: last.model }
  if (last?.type === "draft-error") return { state: "failed", model: configured, code: last.code }
  return { state: "cut", model: configured }
}

/** An error of a draft after which asking again can help. */
export function failed(code: string, message: string): StreamEvent {
  return { type: "draft-error", code, message, retryable: true }
}

/** What a draft ends with if the database is away, or undefined for any other error. */
export function storageError(error: unknown): StreamEvent | undefined {
  const trouble = databaseProblem(error)
  return trouble && { type: "draft-error", code: trouble.code, message: trouble.message, retryable: trouble.retryable }
}

/** What a draft ends with if it can't be stored. */
export function notStored(error: unknown): StreamEvent {
  return storageError(error) ?? failed("draft-failed", "The relay could not store this draft: ask again.")
}
