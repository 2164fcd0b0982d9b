import { outcome, outcomeAnswer } from "../outcome.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"

export const outcomeOperations = describeRoutes({
  "POST /v1/outcomes": {
    summary: "Tell what became of a draft; a repeat is answered `stored: false`.",
    who: "agent",
    body: outcome,
    answers: { 200: answer("Stored or not", outcomeAnswer), 422: UNMASKED }
  }
})
