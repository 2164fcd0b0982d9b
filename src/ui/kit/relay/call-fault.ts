import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { ProblemOf } from "../../../protocol/routes/calls/route-types.ts"
import { t } from "../../messages/t.ts"

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
  const code = faultCode(error)
  const [what = "", then = ""] = (WORDS.get(code) ?? t("lead.fault.other", { why: error.message || code })).split("|")
  return { what, then }
}

const WORDS = new Map([
  ["relay-unreachable", t("lead.fault.relay-unreachable")],
  ["relay-stopped", t("lead.fault.relay-unreachable")],
  ["database-down", t("lead.fault.database-down")],
  ["not-allowed", t("lead.fault.not-allowed")],
  ["signed-out", t("lead.fault.signed-out")],
  ["no-lead", t("lead.fault.not-allowed")],
  ["unmasked-data", t("lead.fault.unmasked-data")],
  ["policy", t("lead.fault.policy")],
  ["erased", t("lead.fault.erased")],
  ["other-version", t("lead.fault.other-version")],
  ["no-answer", t("lead.fault.no-answer")]
])
