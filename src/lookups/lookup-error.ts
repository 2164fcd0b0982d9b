/** Why a lookup has no answer. Each is a named blank on the card. */
export const LOOKUP_PROBLEMS = [
  "needs-permission",
  "needs-secret",
  "bad-value",
  "timeout",
  "unreachable",
  "redirected",
  "too-large",
  "not-json",
  "refused",
  "rate-limited",
  "status"
] as const
export type LookupProblem = (typeof LOOKUP_PROBLEMS)[number]

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
