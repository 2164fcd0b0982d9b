import { toneDecision } from "../outcome.ts"
import { toneDecisionsAnswer } from "../review.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const toneOperations = describeRoutes({
  "POST /v1/tone/decisions": {
    summary:
      "Tell that a finding of tone is fine here, or that its rule is not to be shown any more. No word of a reply.",
    who: "agent",
    body: toneDecision,
    unmasked: "tone",
    answers: { 204: answer("Kept") }
  },
  "GET /v1/review/tone": {
    summary: "What agents decided about each tone rule in the last 90 days.",
    who: "lead",
    answers: { 200: answer("Counts by rule", toneDecisionsAnswer) }
  }
})
