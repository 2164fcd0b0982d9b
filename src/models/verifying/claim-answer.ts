import type { Verdict } from "../drafter/contract.ts"
import { MAX_WHY } from "../openai/openai-verifier.ts"
import type { ClaimStyle } from "../prompt/claim-prompt.ts"

/** What a model says of one claim. */
export interface ClaimAnswer {
  style: ClaimStyle
  verdict: Extract<Verdict["verdict"], "supported" | "not-supported">
  why?: string
}

/** Reads "Yes", "No, ...", "PASS" and {"REASONING": ..., "SCORE": "FAIL"}. Undefined if it is none of these. */
export function readClaimAnswer(answer: string): ClaimAnswer | undefined {
  const plain = answer.trim()
  const [, yesOrNo] = /^[^\p{L}]{0,5}(yes|no)(?!\p{L})/iu.exec(plain) ?? []
  if (yesOrNo !== undefined) return { style: "minicheck", verdict: kindOf(yesOrNo.toLowerCase() === "yes") }
  const scores = [...plain.matchAll(/["']?SCORE["']?\s*[:=]\s*\[?\s*["']?\s*\**(PASS|FAIL)\b/gi)]
  const score = scores.at(-1)?.[1] ?? /^\W{0,5}(PASS|FAIL)\W{0,5}$/i.exec(plain)?.[1]
  if (score === undefined) return undefined
  const isFaithful = score.toUpperCase() === "PASS"
  const why = isFaithful ? undefined : lastReason(plain)
  return { style: "lynx", verdict: kindOf(isFaithful), ...(why !== undefined && { why }) }
}

/** Says whether the answer to the usual request to verify shows that a model only answers such claims, and how. */
export function claimStyleOf(answer: string): ClaimStyle | undefined {
  const read = readClaimAnswer(answer)
  return read?.style === "minicheck" && answer.trim().length > LONGEST_WORD ? undefined : read?.style
}

/** A longer answer that begins with yes or no is one of a model that writes what it likes. */
const LONGEST_WORD = 12

const kindOf = (isShown: boolean): ClaimAnswer["verdict"] => (isShown ? "supported" : "not-supported")

/** Lynx ends its reasons with what decides. */
function lastReason(answer: string): string | undefined {
  const [, list = ""] = /REASONING["']?\s*[:=]\s*([^]*?)["']?SCORE/i.exec(answer) ?? []
  const reasons = [...list.matchAll(/"((?:[^"\\]|\\.)+)"/g)].flatMap(([, reason]) => reason?.trim() || [])
  return reasons.at(-1)?.slice(0, MAX_WHY)
}
