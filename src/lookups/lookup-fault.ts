import type { LookupProblem } from "../ticket/looked-up.ts"

/**
 * A lookup failed. `status` is the HTTP status, and `retryAfter` the seconds to wait, where the system says so. Of a
 * view, `said` is the relay's sentence, and `label` names the value that the relay may not have. `origin` is the one
 * that isn't allowed yet.
 */
export class LookupFault extends Error {
  override name = "LookupFault"
  readonly code: LookupProblem
  readonly status: number | undefined
  readonly retryAfter: number | undefined
  readonly said: string | undefined
  readonly label: string | undefined
  readonly origin: string | undefined
  constructor(
    code: LookupProblem,
    more: { status?: number; retryAfter?: number; said?: string; label?: string; origin?: string; cause?: unknown } = {}
  ) {
    super(`lookup failed: ${code}`, { cause: more.cause })
    this.code = code
    this.status = more.status
    this.retryAfter = more.retryAfter
    this.said = more.said
    this.label = more.label
    this.origin = more.origin
  }
}
