import { draftRequest, summaryRequest, upstream } from "../relay.ts"
import { answer, describeRoutes, EVENT_STREAM, UNMASKED } from "./describe/operation.ts"

export const draftingOperations = describeRoutes({
  "POST /v1/drafts": {
    summary: "Write a draft, or send one again by its id.",
    who: "agent",
    body: draftRequest,
    answers: { 200: EVENT_STREAM, 422: UNMASKED }
  },
  "GET /v1/drafts/:id/upstream": {
    summary: "What the model saw.",
    who: "agent",
    takesId: true,
    answers: { 200: answer("Upstream body", upstream) }
  },
  "POST /v1/summaries": {
    summary: "Summarise a ticket.",
    who: "agent",
    body: summaryRequest,
    answers: { 200: EVENT_STREAM, 422: UNMASKED }
  }
})
