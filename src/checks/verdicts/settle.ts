import type { Derivable } from "../figures/derivable.ts"
import { isConfirmed, isDenied, type Claim, type ClaimReason, type SentenceVerdict } from "../../ticket/draft.ts"

/**
 * What becomes of a rule's finding and a verifier's verdict on the same sentence. The same table for readers is in
 * docs/verification.md.
 *
 * | The rules find | confirmed | denied | unclear, or no verdict |
 * |---|---|---|---|
 * | a link, name, language or the guard's words (`fixed`) | stays | stays, and Insert waits | stays |
 * | a figure | supported if it can be reckoned from the evidence, else stays | denied | stays |
 * | a promise | supported if a page or the team says it, else stays | denied | stays |
 * | words, a negation, a condition, an act | supported | denied | stays |
 * | nothing (supported, near, a quiet note) | supported | denied | stays |
 * | courtesy | courtesy | denied | stays |
 *
 * A denied sentence makes Insert wait, whatever the rules find. `cleared` keeps what the rules found and a verifier
 * cleared.
 */
export function settleClaim(claim: Claim, verdict: SentenceVerdict | undefined, about: SettledBy): Claim {
  if (!verdict) return claim
  const kind = findingOf(claim)
  const judged = { ...claim, verdict }
  if (kind === "fixed") return judged
  if (isDenied(verdict)) return deniedClaim(judged, verdict)
  if (!isConfirmed(verdict) || kind === "courtesy") return judged
  if (kind === "promise" && !about.hasBindingEvidence(verdict)) return judged
  if (claim.state === "needs-approval" && about.mayBeOrdered(verdict)) return judged
  const reckoning: Derivable = kind === "figure" ? about.reckoningOf(verdict) : { isDerivable: true }
  return reckoning.isDerivable ? confirmedClaim(judged, verdict, reckoning.from) : judged
}

/** What the table asks about a sentence and its evidence. */
export interface SettledBy {
  /** Says whether the ticket gives orders to a machine, and nothing but them or nothing at all is the evidence. */
  mayBeOrdered(verdict: SentenceVerdict): boolean
  /** Says whether a page or the team's own earlier words are among the evidence. */
  hasBindingEvidence(verdict: SentenceVerdict): boolean
  /** Says whether the evidence states each figure of the sentence, or what it can be reckoned from. */
  reckoningOf(verdict: SentenceVerdict): Derivable
}

type FindingKind = "fixed" | "figure" | "promise" | "words" | "none" | "courtesy"

/** The reasons that no model excuses: who or where it is, which language it is in. */
const FIXED = new Set<ClaimReason>(["link", "name", "language"])
const FIGURES = new Set<ClaimReason>(["number", "money", "duration", "date"])
const PROMISES = new Set<ClaimReason>(["promise-money", "promise-refund", "promise-date"])

function findingOf({ state, reason, isFixed }: Claim): FindingKind {
  if (state === "courtesy") return "courtesy"
  if (state === "supported" || state === "near" || state === "not-found") return "none"
  if (isFixed || (reason !== undefined && FIXED.has(reason))) return "fixed"
  if (reason !== undefined && FIGURES.has(reason)) return "figure"
  return reason !== undefined && PROMISES.has(reason) ? "promise" : "words"
}

function confirmedClaim(claim: Claim, { evidence }: SentenceVerdict, from: Derivable["from"]): Claim {
  const { start, end, cited, verdict, state, reason, words, says } = claim
  const shownBy = sourcesOf(evidence)
  const wasReckoned = state === "supported" && words !== undefined && says !== undefined ? { words, says } : undefined
  return {
    start,
    end,
    state: "supported",
    sources: shownBy.length > 0 ? shownBy : claim.sources,
    ...(cited && { cited }),
    ...(verdict && { verdict }),
    ...(from ?? wasReckoned),
    ...(QUIET.has(state) ? {} : { cleared: reason ?? "words" })
  }
}

const sourcesOf = (evidence: SentenceVerdict["evidence"]): number[] => [
  ...new Set(evidence.map(({ source }) => source))
]

/** What no rule doubts. */
const QUIET = new Set<Claim["state"]>(["supported", "near", "not-found", "courtesy"])

function deniedClaim(claim: Claim, { kind, evidence }: SentenceVerdict): Claim {
  const { start, end, sources, cited = [], verdict } = claim
  // What the rules found wrong says more, and makes Insert wait by itself.
  if (claim.state === "contradicts" || claim.state === "needs-approval") return claim
  return {
    start,
    end,
    state: kind === "not-supported" ? "no-source" : "contradicts",
    sources: kind === "not-supported" ? [] : sourcesOf(evidence),
    cited: [...new Set([...cited, ...sources])],
    reason: "verifier",
    ...(verdict && { verdict })
  }
}
