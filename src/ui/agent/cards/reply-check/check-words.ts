import { isConfirmed, type Claim, type Verification } from "../../../../ticket/draft.ts"
import { t } from "../../../messages/t.ts"
import { doubtOf } from "../../state/open-points.ts"

/** Whether a rule finds a sentence in a source, or the verifier confirms it, and nothing in it is doubtful. */
export const isProven = (claim: Claim): boolean =>
  !doubtOf(claim) && (claim.state === "supported" || isConfirmed(claim.verdict))

/** Whether a sentence shares words with ticket or pages at most, which neither proves it nor makes it doubtful. */
export const isUnproven = (claim: Claim): boolean =>
  (claim.state === "near" || claim.state === "not-found") && !doubtOf(claim) && !isProven(claim)

/** Says what the model that verifies did. */
export function verifierText(verification: Verification | undefined): string {
  if (!verification) return t("reply-check.verifier.none")
  const { model, state, unasked = 0 } = verification
  if (state === "done" && unasked > 0) return t("reply-check.verifier.partly", { model, count: unasked })
  return t(`reply-check.verifier.${state}`, { model })
}
