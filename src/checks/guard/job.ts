import { guardDraft } from "./guard-draft.ts"
import type { GuardFinding, GuardInput } from "./basis/finding.ts"

/**
 * A draft to be looked at in another part of the extension: the tables of phone numbers and words are too large for one
 * that wakes often.
 */
export interface GuardJob extends GuardInput {
  kind: "guard"
}

export function runGuardJob(job: GuardJob): GuardFinding[] {
  return guardDraft(job).findings
}
