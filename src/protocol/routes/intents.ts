import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, instant, line, textUpTo } from "../fields.ts"
import { maskedTicket } from "../relay.ts"

/** What agents and leads ask of the team's intents: POST /v1/intents/corrections, GET /v1/intents. */

/** `intent` is one of the team's, or null for none of them. The ticket is masked like any that leaves the browser. */
const intentCorrection = z.object({ ticket: maskedTicket, intent: z.nullable(textUpTo(300)) })

/**
 * `version` and `examples` say from what is told now, and are missing if nothing is learnt. A line of `corrected` counts
 * how often one intent was told where an agent chose another; null is none of them.
 */
export const intentsAnswer = z.object({
  version: z.optional(line),
  examples: count,
  intents: answerList(line),
  corrections: count,
  newest: z.nullable(instant),
  corrected: answerList(z.object({ told: z.nullable(line), said: z.nullable(line), tickets: count }))
})
export type IntentsAnswer = z.infer<typeof intentsAnswer>

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
