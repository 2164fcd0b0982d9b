import { isConfirmed, isDenied, type Claim } from "../../../ticket/draft.ts"
import { isMessage, t, tell } from "../../messages/t.ts"

/** Returns in a sentence why a claim has to be reviewed. */
export function reasonOf(claim: Claim): string {
  if (claim.reason === "verifier") return deniedReason(claim)
  if (claim.state === "contradicts") {
    const n = claim.sources[0] ?? 0
    if (claim.says)
      return n === 0
        ? t("why.contradicts.ticket.says", { says: claim.says })
        : t("why.contradicts.says", { n, says: claim.says })
    return n === 0 ? t("why.contradicts.ticket") : t("why.contradicts", { n })
  }
  if (claim.state === "look-again")
    return t(claim.reason === "condition" ? "why.condition" : "why.negation", {
      n: claim.sources[0] ?? 0,
      says: claim.says ?? ""
    })
  if (claim.why) return claim.why
  const key = `why.${claim.reason ?? ""}`
  return isMessage(key)
    ? tell(key, {})
    : tell(claim.state === "needs-approval" ? "why.needs-approval" : "why.no-source", {})
}

/** Why a claim has to be reviewed that only the verifier denies. */
function deniedReason({ verdict, sources: [n = 0] }: Claim): string {
  if (verdict?.kind === "other-case") return t("why.verifier.other-case")
  if (verdict?.kind !== "contradicted") return t("why.verifier")
  return n === 0 ? t("why.verifier.contradicts.ticket") : t("why.verifier.contradicts", { n })
}

/** Returns what the verifier says of a claim that a rule doubts, or undefined. */
export function besideRule({ reason, verdict }: Claim): string | undefined {
  if (reason === "verifier") return undefined
  if (isConfirmed(verdict)) return t("why.verifier.confirmed")
  return isDenied(verdict) ? t("why.verifier.denied") : undefined
}

/** Returns in a sentence why a rule had doubted a claim that the verifier confirmed, or undefined. */
export function clearedReason({ cleared }: Claim): string | undefined {
  if (cleared === undefined) return undefined
  if (cleared === "negation" || cleared === "condition") return t(`why.cleared.${cleared}`)
  const key = `why.${cleared}`
  return isMessage(key) ? tell(key, {}) : t("why.no-source")
}

/** Says whether a supported sentence has a figure that was worked out from others (`words` from `says`). */
export const isReckoned = ({ state, words, says }: Claim): boolean =>
  state === "supported" && words !== undefined && says !== undefined
