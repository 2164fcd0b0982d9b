import { guardDraft } from "./guard-draft.ts"
import type { GuardFinding, GuardInput } from "./basis/finding.ts"

/**
 * A draft to be checked in another part of the extension, because the tables of phone numbers and words are too large
 * for a worker that is started often.
 */
export interface GuardJob extends GuardInput {
  kind: "guard"
}

export function runGuardJob(job: GuardJob): GuardFinding[] {
  return guardDraft(job).findings
}
