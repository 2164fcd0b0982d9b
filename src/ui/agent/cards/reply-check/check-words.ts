import { isConfirmed, isDenied, type Claim, type Verification } from "../../../../ticket/draft.ts"
import { t } from "../../../messages/t.ts"

const DOUBTFUL: ReadonlySet<Claim["state"]> = new Set(["contradicts", "no-source", "needs-approval", "look-again"])

/** Whether the agent should look at a sentence before it is sent. */
export const isDoubtful = ({ state, verdict }: Claim): boolean => DOUBTFUL.has(state) || isDenied(verdict)

/** Whether a rule or the verifier holds a sentence to be right. */
export const isHeld = (claim: Claim): boolean =>
  !isDoubtful(claim) && (claim.state === "supported" || isConfirmed(claim.verdict))

/** Says what the model that verifies did. */
export function verifierText(verification: Verification | undefined): string {
  if (!verification) return t("reply-check.verifier.none")
  const { model, state, unasked = 0 } = verification
  if (state === "done" && unasked > 0) return t("reply-check.verifier.partly", { model, count: unasked })
  return t(`reply-check.verifier.${state}`, { model })
}
