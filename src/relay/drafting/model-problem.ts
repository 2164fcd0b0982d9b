import type { ModelError } from "../../models/drafter/contract.ts"
import { Problem } from "../../runtime/problem.ts"

/** Returns a model's error as an answer: 429 with Retry-After if too many wait for it already, and otherwise 502. */
export function modelProblem(error: ModelError): Problem {
  const { code, message, retryable, retryAfter } = error
  return new Problem(code === "model-queue-full" ? 429 : 502, code, message, {
    retryable,
    cause: error,
    ...(retryAfter !== undefined && { retryAfter })
  })
}
