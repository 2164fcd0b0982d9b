import * as wire from "../review.ts"
import * as versions from "../draft-versions.ts"
import * as cards from "../scorecard.ts"
import * as queue from "../review-queue.ts"
import { toneDecisionsAnswer } from "../tone.ts"
import { answer, changed, describeRoutes, FILE, UNMASKED } from "./describe/operation.ts"
import { outcomeAnswer, reportedOutcome, toneDecision } from "../outcome.ts"

export const reviewOperations = describeRoutes({
  "GET /v1/review/queue": {
    summary: "Cases for leads, a page at a time.",
    who: "lead",
    query: wire.queueQuery,
    masksQuery: ["text"],
    answers: { 200: answer("Lines and counts", wire.queueAnswer) }
  },
  "GET /v1/review/choices": {
    summary: "The values that the queue's filters can be set to.",
    who: "lead",
    answers: { 200: answer("Values by filter", queue.reviewChoices) }
  },
  "GET /v1/review/samples": {
    summary: "The newest samples, with what their reviews say of all cases.",
    who: "lead",
    answers: { 200: answer("Samples", queue.reviewSamplesAnswer) }
  },
  "POST /v1/review/samples": {
    summary: "Draw a sample of the cases that fit the filter, stratified by risk.",
    who: "lead",
    query: wire.caseFilter,
    body: queue.sampleRequest,
    masks: [],
    answers: { 200: answer("The sample", queue.reviewSample) }
  },
  "GET /v1/review/cases/:id": {
    summary: "One case whole.",
    who: "lead",
    takesId: true,
    answers: { 200: answer("Case", wire.caseAnswer) }
  },
  "PUT /v1/review/cases/:id": {
    summary: "Save what a lead says of a case, over the version that was read.",
    who: "lead",
    takesId: true,
    body: wire.reviewRequest,
    masks: ["note", "comment"],
    answers: {
      200: answer("The review as it stands now", wire.review),
      409: changed(wire.reviewChanged),
      422: UNMASKED
    }
  },
  "GET /v1/review/scorecards": {
    summary: "The criteria by which leads score, in all versions.",
    who: "lead",
    answers: { 200: answer("Versions, the newest first", cards.scorecardsAnswer) }
  },
  "PUT /v1/review/scorecards": {
    summary: "Save the next version of the criteria, over the version that was read.",
    who: "lead",
    body: cards.scorecardRequest,
    unmasked: "scorecard",
    answers: { 200: answer("The next version", cards.scorecard), 409: changed(cards.scorecardChanged) }
  },
  "GET /v1/review/causes": {
    summary: "Pages and topics behind most edits.",
    who: "lead",
    query: wire.caseFilter,
    answers: { 200: answer("Pages and topics", wire.editCausesAnswer) }
  },
  "GET /v1/review/figures": {
    summary: "Shares, edit distances and waiting times.",
    who: "lead",
    query: wire.figuresQuery,
    answers: { 200: answer("Figures", wire.figuresAnswer) }
  },
  "GET /v1/review/versions": {
    summary: "Draft versions with their names and what changed with each.",
    who: "lead",
    answers: { 200: answer("The newest versions", versions.draftVersionsAnswer) }
  },
  "PUT /v1/review/versions": {
    summary: "Name a draft version.",
    who: "lead",
    query: versions.versionQuery,
    body: versions.versionNameRequest,
    masks: ["name"],
    answers: { 200: answer("The newest versions", versions.draftVersionsAnswer), 422: UNMASKED }
  },
  "GET /v1/review/recommendations": {
    summary: "How often each product was recommended in the last 90 days, and how often it stood in the reply.",
    who: "lead",
    answers: { 200: answer("Counts by product", wire.recommendationsAnswer) }
  },
  "GET /v1/review/export": {
    summary: "What is shown, as a file.",
    who: "lead",
    query: wire.exportQuery,
    answers: { 200: FILE }
  }
})

export const outcomeOperations = describeRoutes({
  "POST /v1/outcomes": {
    summary: "Tell what became of a draft; a repeat is answered `stored: false`.",
    who: "agent",
    body: reportedOutcome,
    answers: { 200: answer("Stored or not", outcomeAnswer), 422: UNMASKED }
  }
})

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
