import type { ApiError } from "../protocol/relay.ts"

/** A request that failed, in a sentence a person can act on. Never holds a word of a ticket. */
export class Problem extends Error {
  override name = "Problem"
  readonly status: number
  readonly code: string
  readonly retryable: boolean
  /** What else the answer says. */
  readonly data: object
  /** Seconds, for the header retry-after. */
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    code: string,
    message: string,
    options?: ErrorOptions & { retryable?: boolean; data?: object; retryAfter?: number }
  ) {
    super(message, options)
    this.status = status
    this.code = code
    this.retryable = options?.retryable ?? false
    this.data = options?.data ?? {}
    this.retryAfter = options?.retryAfter
  }

  body(requestId: string): { error: ApiError } {
    return { ...this.data, error: { code: this.code, message: this.message, retryable: this.retryable, requestId } }
  }
}

/** Why the relay cannot start: one sentence that names the setting or the folder and what to do. */
export class StartError extends Error {
  override name = "StartError"
  readonly code: string
  readonly retryable = false
  /** 2 for a mistake in the settings, else 1. */
  readonly exitCode: number

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.exitCode = code === "settings" ? 2 : 1
  }
}
