import type { LookupProblem } from "../ticket/lookup-results.ts"

/** A lookup failed. `status` is the HTTP status, and `retryAfter` the seconds to wait, where the system says so. */
export class LookupError extends Error {
  override name = "LookupError"
  readonly code: LookupProblem
  readonly status: number | undefined
  readonly retryAfter: number | undefined
  constructor(code: LookupProblem, more: { status?: number; retryAfter?: number; cause?: unknown } = {}) {
    super(`lookup failed: ${code}`, { cause: more.cause })
    this.code = code
    this.status = more.status
    this.retryAfter = more.retryAfter
  }
}
