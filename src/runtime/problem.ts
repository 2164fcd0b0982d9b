import type { ApiError } from "../protocol/relay.ts"

/** A request that failed, with a sentence that a person can act on. It never contains a word of a ticket. */
export class Problem extends Error {
  override name = "Problem"
  readonly status: number
  readonly code: string
  readonly retryable: boolean
  /** This is additional data for the response. */
  readonly data: object
  /** This is the value of the retry-after header, in seconds. */
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

/** The reason why the relay can't start: one sentence that names the setting or the folder and says what to do. */
export class StartError extends Error {
  override name = "StartError"
  readonly code: string
  readonly retryable = false
  /** The exit code is 2 for a mistake in the settings, and otherwise 1. */
  readonly exitCode: number

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.exitCode = code === "settings" ? 2 : 1
  }
}
