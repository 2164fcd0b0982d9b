import { intentCorrection, intentsAnswer } from "../operating/intents.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"

export const intentOperations = describeRoutes({
  "GET /v1/intents": {
    summary: "For leads: what tickets are told to be about, and how often agents corrected it.",
    who: "lead",
    answers: { 200: answer("Intents", intentsAnswer) }
  },
  "POST /v1/intents/corrections": {
    summary: "Say what a ticket is about. It is learnt from.",
    who: "agent",
    body: intentCorrection,
    answers: { 204: answer("Kept"), 422: UNMASKED }
  }
})
