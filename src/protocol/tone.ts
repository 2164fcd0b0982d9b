import * as z from "zod/mini"
import { MODEL_TONE_KINDS } from "../ticket/tone-finding.ts"
import { answerList, count, locale, modelName, textUpTo } from "./fields.ts"
import { toneRule } from "./outcome.ts"

/**
 * POST /v1/tone has a model read how a masked reply sounds. A relay without a model for this answers with 409
 * "no-tone-model".
 */
export const toneRequest = z.object({
  text: textUpTo(20_000).check(z.minLength(1)),
  locale: z.optional(locale)
})
export type ToneRequest = z.infer<typeof toneRequest>

/**
 * Offsets are in UTF-16 units of the text that was sent. `state` is "done", or why there are no findings: the model was
 * late, its answer couldn't be read, or it failed. `dropped` counts findings about words that aren't there.
 */
export const toneAnswer = z.object({
  findings: answerList(z.object({ kind: z.enum(MODEL_TONE_KINDS), start: count, end: count })),
  model: modelName,
  state: z.enum(["done", "late", "malformed", "failed"]),
  dropped: count
})
export type ToneAnswer = z.infer<typeof toneAnswer>

/** What agents decided about each tone rule in the last 90 days. Rules about which nobody did are absent. */
export const toneDecisionsAnswer = z.object({
  rules: answerList(
    z.object({
      rule: toneRule,
      /** How many findings were fine where they stood, and for how many agents. */
      fineHere: count,
      agents: count,
      /** How many agents don't want to see the rule any more. */
      hiddenBy: count
    })
  )
})
export type ToneDecisionsAnswer = z.infer<typeof toneDecisionsAnswer>
