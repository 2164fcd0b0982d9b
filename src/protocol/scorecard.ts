import * as z from "zod/mini"
import { answerList, count, instant, line, list, record, share, textUpTo } from "./fields.ts"

/** How far a reply meets a criterion. */
export const SCORES = ["no", "partly", "yes"] as const
export const score = z.enum(SCORES)
export type Score = z.infer<typeof score>

export const criterionId = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(40))

/** A criterion. "" as its name means that the interface words its id. A "no" to a critical one makes the total 0. */
export const criterion = z.object({
  id: criterionId,
  name: textUpTo(60),
  weight: z.int().check(z.minimum(0), z.maximum(10)),
  isCritical: z.boolean()
})
export type Criterion = z.infer<typeof criterion>

/** Each has a key, 4 to 9. */
export const MAX_CRITERIA = 6

/**
 * The criteria of a version, beside whether the lead would send the draft, which each review says. `sendWeight` is the
 * weight of that. Version 0 is the default, which nobody made.
 */
export const scorecard = z.object({
  version: count,
  criteria: list(criterion, MAX_CRITERIA),
  sendWeight: criterion.shape.weight,
  by: z.nullable(textUpTo(200)),
  at: z.nullable(instant)
})
export type Scorecard = z.infer<typeof scorecard>

const plain = (id: string, weight: number, isCritical = false): Criterion => ({ id, name: "", weight, isCritical })
export const DEFAULT_SCORECARD: Scorecard = {
  version: 0,
  criteria: [
    plain("correct", 3, true),
    plain("complete", 2),
    plain("grounded", 3),
    plain("tone", 1),
    plain("language", 1)
  ],
  sendWeight: 2,
  by: null,
  at: null
}

/** The newest version first. Each that a review may name is there. */
export const scorecardsAnswer = z.object({ scorecards: answerList(scorecard) })

/** `version` is the one that was read. The answer is the next one. @see scorecardChanged */
export const scorecardRequest = z.pick(scorecard, { version: true, criteria: true, sendWeight: true })
export type ScorecardRequest = z.infer<typeof scorecardRequest>

/** 409 "scorecard-changed": another lead saved first. The answer contains the current version. */
export const scorecardChanged = z.object({
  error: z.object({
    code: z.literal("scorecard-changed"),
    message: line,
    retryable: z.boolean(),
    requestId: textUpTo(100)
  }),
  scorecard
})

/** Scores by the id of their criterion. A criterion that wasn't scored is absent. */
export const scores = record(criterionId, score, MAX_CRITERIA)
export type Scores = z.infer<typeof scores>

/** What a review says by its scorecard. An older relay says nothing of it. */
export const scoredParts = {
  /** The version by which the scores were given. */
  scorecard: z._default(z.nullable(count), null),
  scores: z._default(scores, {}),
  /** From 0 to 1 by the weights of that version. Null without a score. */
  total: z._default(z.nullable(share), null),
  /** What the case's agent reads with the scores. */
  comment: z._default(line, "")
}

/** In characters of the masked text. */
export const MAX_COMMENT = 4000
/** What a lead saves by the scorecard. What is absent stays as it is. */
export const scoredRequest = {
  scorecard: z.optional(count),
  scores: z.optional(scores),
  comment: z.optional(textUpTo(MAX_COMMENT))
}

/** What leads and agents do with a case besides its review: assign it, contest a score, and decide about that. */

/** "accepted": the agent was right. "kept": the score stays. */
export const disputeState = z.enum(["open", "accepted", "kept"])

/** A score that the case's agent contests. "" as its criterion's name means that the interface words its id. */
export const dispute = z.object({
  criterion: criterionId,
  name: line,
  /** The score that was contested. */
  score,
  reason: line,
  state: disputeState,
  /** Why the lead `by` decided so. Agents aren't told who it was. */
  sentence: z.nullable(line),
  by: z.nullable(line),
  at: instant,
  decidedAt: z.nullable(instant)
})
export type Dispute = z.infer<typeof dispute>

export const personName = z.object({ id: z.uuid(), name: line })
export type PersonName = z.infer<typeof personName>

/** Parts of a case. An older relay sends none of them. */
export const caseWork = {
  /** The agent, if leads of this team may know. */
  agent: z.optional(line),
  assigned: z._default(z.nullable(personName), null),
  disputes: z._default(answerList(dispute), [])
}

/** Conditions of the queue: the lead whom cases are assigned to, and cases with a dispute that is open. */
export const workFilter = {
  assigned: z.optional(z.uuid()),
  disputed: z.optional(z.literal("open"))
}

/** In characters of the masked text. */
export const MAX_DISPUTE_TEXT = 1000
/** What somebody has to say, at least in a few letters. */
export const disputeText = textUpTo(MAX_DISPUTE_TEXT).check(z.minLength(3))
