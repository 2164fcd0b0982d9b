import * as z from "zod/mini"
import { answerList, count, instant, line, ordinal, textUpTo } from "./fields.ts"
import { estimate, verdict } from "./review.ts"
import { personName } from "./scorecard.ts"

/** The values that the filters of the queue can be set to, at most 100 of each. A source has the title of its page. */
export const reviewChoices = z.object({
  helpdesks: answerList(line),
  languages: answerList(line),
  models: answerList(line),
  pipelines: answerList(line),
  intents: answerList(line),
  topics: answerList(line),
  sources: answerList(z.object({ id: line, title: line })),
  /** Whom a case can be assigned to. */
  leads: z._default(answerList(personName), [])
})
export type ReviewChoices = z.infer<typeof reviewChoices>

/** The most cases of one sample. */
export const MAX_SAMPLE = 500
export const sampleRequest = z.object({ size: ordinal.check(z.maximum(MAX_SAMPLE)) })
/**
 * A sample that was drawn at random from `cases` cases with a draft: as many of high, of some and of no risk, so that
 * rare ones are among them. `verdicts` are estimates for all `cases`, in which each case counts by its weight.
 */
export const reviewSample = z.object({
  id: textUpTo(100),
  by: textUpTo(200),
  at: instant,
  cases: count,
  size: count,
  reviewed: count,
  verdicts: z.record(verdict, estimate)
})
export type ReviewSample = z.infer<typeof reviewSample>
export const reviewSamplesAnswer = z.object({ samples: answerList(reviewSample) })
