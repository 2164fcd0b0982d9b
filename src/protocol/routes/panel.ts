import * as wire from "../search.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"
import { toneAnswer, toneRequest } from "../tone.ts"

export const panelOperations = describeRoutes({
  "POST /v1/knowledge/search": {
    summary: "Search all that this person may see.",
    who: "agent",
    body: wire.searchRequest,
    answers: { 200: answer("Best first", wire.searchAnswer), 422: UNMASKED }
  },
  "POST /v1/knowledge/ask": {
    summary: "Have the model answer a question from the ticket and public pages.",
    who: "agent",
    body: wire.askRequest,
    answers: { 200: answer("The answer, sentence by sentence checked", wire.askAnswer), 422: UNMASKED }
  },
  "POST /v1/replies/check": {
    summary: "Check what an agent wrote against the ticket and public pages.",
    who: "agent",
    body: wire.replyCheckRequest,
    answers: { 200: answer("The sentences, each as it was checked", wire.replyCheckAnswer), 422: UNMASKED }
  },
  "POST /v1/rewrite": {
    summary: "Reword a text, and hold the result beside it.",
    who: "agent",
    body: wire.rewriteRequest,
    answers: { 200: answer("The rewrite, with what may say something else now", wire.rewriteAnswer), 422: UNMASKED }
  },
  "POST /v1/tone": {
    summary: "Have a model read how a reply sounds.",
    who: "agent",
    body: toneRequest,
    answers: { 200: answer("What it found, by places in the text", toneAnswer), 422: UNMASKED }
  },
  "POST /v1/knowledge/replies": {
    summary: "Solved tickets like this one, and macros for it.",
    who: "agent",
    body: wire.repliesRequest,
    answers: { 200: answer("Five of each at most, best first", wire.repliesAnswer), 422: UNMASKED }
  },
  "POST /v1/knowledge/feedback": {
    summary: "Tell that a ready reply was put into the editor, once by its id.",
    who: "agent",
    body: wire.usedDocument,
    answers: { 204: answer("Kept"), 422: UNMASKED }
  }
})
