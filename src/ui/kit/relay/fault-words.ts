import { t } from "../../messages/t.ts"
import { faultCode } from "./call-fault.ts"

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
