import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { ProblemOf } from "../../../protocol/routes/calls/route-types.ts"
import { refusalWords } from "../../messages/relay-problem.ts"
import type { MessageKey } from "../../messages/t.ts"

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

/** Words a failure: what happened, and what is safe or has to be done. */
export function faultWords(error: Error): { what: string; then: string } {
  const fault = { code: faultCode(error), message: error.message }
  const [what = "", then = ""] = refusalWords(fault, WORDS, "lead.fault.other").split("|")
  return { what, then }
}

const WORDS = new Map<string, MessageKey>([
  ["relay-unreachable", "lead.fault.relay-unreachable"],
  ["relay-stopped", "lead.fault.relay-unreachable"],
  ["database-down", "lead.fault.database-down"],
  ["not-allowed", "lead.fault.not-allowed"],
  ["signed-out", "lead.fault.signed-out"],
  ["no-lead", "lead.fault.not-allowed"],
  ["no-agent", "lead.fault.signed-out"],
  ["own-score", "work.fault.own-score"],
  ["own-reply", "work.fault.own-reply"],
  ["dispute-decided", "work.fault.decided"],
  ["contested-already", "own.fault.contested"],
  ["not-scored", "own.fault.not-scored"],
  ["unmasked-data", "lead.fault.unmasked-data"],
  ["policy", "lead.fault.policy"],
  ["erased", "lead.fault.erased"],
  ["other-version", "lead.fault.other-version"],
  ["no-answer", "lead.fault.no-answer"]
])
