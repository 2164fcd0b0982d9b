import * as z from "zod/mini"
import { answerList, count, instant, line, textUpTo } from "../fields.ts"
import { maskedTicket } from "../relay.ts"

/** What agents and leads ask of the team's intents: POST /v1/intents/corrections, GET /v1/intents. */

/** `intent` is one of the team's, or null for none of them. The ticket is masked like any that leaves the browser. */
export const intentCorrection = z.object({ ticket: maskedTicket, intent: z.nullable(textUpTo(300)) })

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
