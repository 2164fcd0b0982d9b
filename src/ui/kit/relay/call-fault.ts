import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { ProblemOf } from "../../../protocol/routes/calls/route-types.ts"

/** A call that failed. `code` is the relay's, or the background's. */
export class CallFault extends Error {
  override name = "CallFault"
  readonly code: string
  /** What came with the refusal. */
  readonly problem: unknown
  constructor(code: string, message = "", problem?: unknown) {
    super(message)
    this.code = code
    this.problem = problem
  }
}

/** Returns the code of a call's fault, or "" for any other error, or none. */
export const faultCode = (error: unknown): string => (error instanceof CallFault ? error.code : "")

/** Returns what came with the refusal of a call of this route, if something did. The background has parsed it. */
export function problemOf<R extends PageRoute>(_route: R, error: unknown): ProblemOf<R> | undefined
export function problemOf(_route: PageRoute, error: unknown): unknown {
  return error instanceof CallFault ? error.problem : undefined
}
