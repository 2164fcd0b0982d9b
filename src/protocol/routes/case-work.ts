import * as z from "zod/mini"
import { answerList, count, instant, line, textUpTo } from "../fields.ts"
import { share, verdict } from "../review.ts"
import { criterionId, dispute, disputeText, personName, score } from "../scorecard.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"

/** Null takes the assignment back. */
const assignment = z.object({ to: z.nullable(z.uuid()) })
const assigned = z.object({ assigned: z.nullable(personName) })

/** The score that is meant. */
const contestedScore = z.object({ criterion: criterionId })
const contest = z.object({ reason: disputeText })
export type Contest = z.infer<typeof contest> & z.infer<typeof contestedScore>

/** `score` is the new score, if it is accepted. Without it, the score stays beside the decision. */
const decision = z.object({
  decision: z.enum(["accepted", "kept"]),
  sentence: disputeText,
  score: z.optional(score)
})
export type Decision = z.infer<typeof decision> & z.infer<typeof contestedScore>
const disputes = z.object({ disputes: answerList(dispute) })

/** How many disputes wait, and by criterion the share that was accepted of those that were decided. */
const disputeFigures = z.object({
  open: count,
  criteria: answerList(z.object({ criterion: criterionId, name: line, accepted: share }))
})
export type DisputeFigures = z.infer<typeof disputeFigures>

/** A finished review as the case's agent sees it: without the lead's name and note. */
const ownReview = z.object({
  caseId: textUpTo(100),
  helpdesk: textUpTo(100),
  ticketId: textUpTo(200),
  subject: z.nullable(line),
  language: z.nullable(textUpTo(100)),
  at: instant,
  verdict: z.nullable(verdict),
  /** In the order of the scorecard. */
  scores: answerList(z.object({ criterion: criterionId, name: line, score })),
  total: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  comment: line,
  disputes: answerList(dispute)
})
export type OwnReview = z.infer<typeof ownReview>
const ownReviews = z.object({ reviews: answerList(ownReview) })

export const caseWorkOperations = describeRoutes({
  "PUT /v1/review/cases/:id/assignment": {
    summary: "Assign a case to a lead, or to nobody.",
    who: "lead",
    takesId: true,
    body: assignment,
    masks: [],
    answers: { 200: answer("To whom it is assigned now", assigned) }
  },
  "PUT /v1/review/cases/:id/disputes": {
    summary:
      "Decide about a score that the case's agent contests. The lead who gave it can't, if there is another one.",
    who: "lead",
    takesId: true,
    query: contestedScore,
    body: decision,
    masks: ["sentence"],
    answers: { 200: answer("The case's disputes", disputes), 422: UNMASKED }
  },
  "GET /v1/review/disputes": {
    summary: "How many disputes are open, and which share was accepted, by criterion.",
    who: "lead",
    answers: { 200: answer("Figures", disputeFigures) }
  },
  "GET /v1/own/reviews": {
    summary: "What leads said of the agent's own newest replies.",
    who: "agent",
    answers: { 200: answer("Reviews, the newest first", ownReviews) }
  },
  "POST /v1/own/reviews/:id/disputes": {
    summary: "Contest a score of one of the agent's own replies, once.",
    who: "agent",
    takesId: true,
    query: contestedScore,
    body: contest,
    masks: ["reason"],
    answers: { 200: answer("The case's disputes", disputes), 422: UNMASKED }
  }
})
