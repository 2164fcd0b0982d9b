import * as z from "zod/mini"
import {
  answerList,
  count,
  day,
  instant,
  line,
  locale,
  modelName,
  pipelineVersion,
  share as ratio,
  largeCount,
  longText,
  textUpTo
} from "./fields.ts"
import { reason, reasons } from "./outcome.ts"
import { claim, source } from "./relay.ts"
import { storedOutcome, storedTicket } from "./stored.ts"
import { storedSite } from "./site.ts"

/**
 * What leads ask of the relay: GET /v1/review/queue, GET and PUT /v1/review/cases/:id, GET /v1/review/figures, GET
 * /v1/review/export. A case is one reply: its id is the outcome's. All of it is masked; no person is named.
 */

/**
 * "unchanged", "light" (less than .4 changed), "heavy": used and seen sent. "unknown": used, not seen sent within 24
 * hours. A reply that was seen sent is eligible; so are "rejected", "ignored" and "none" ones with a reply.
 */
export const result = z.enum(["unchanged", "light", "heavy", "unknown", "rejected", "ignored", "none"])
export type Result = z.infer<typeof result>
/** Less than this share changed is a light edit. */
export const HEAVY_FROM = 0.4
/** With fewer cases a share is not shown: "not enough yet". */
export const ENOUGH_CASES = 30

/** Of a query. `from`, `to`: ISO 8601 dates in UTC, both included, by the day a case reached the relay. */
export const caseFilter = z.object({
  from: z.optional(day),
  to: z.optional(day),
  helpdesk: z.optional(textUpTo(60)),
  language: z.optional(locale),
  model: z.optional(modelName),
  pipeline: z.optional(pipelineVersion),
  result: z.optional(result)
})
export type CaseFilter = z.infer<typeof caseFilter>

export const queueOrder = z.enum(["newest", "random", "heavy", "rejected"])
export type QueueOrder = z.infer<typeof queueOrder>
/**
 * `heavy`: most changed first, only used ones that were seen sent, also in `counts`. `rejected`: rejected ones first.
 * `seed` keeps a random order the same over pages. Unless told: the 50 newest open ones.
 */
export const queueQuery = z.extend(caseFilter, {
  order: z.optional(queueOrder),
  seed: z.optional(z.string().check(z.maxLength(40))),
  state: z.optional(z.enum(["open", "done", "all"])),
  after: z.optional(z.string().check(z.maxLength(400))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)))
})
export type QueueQuery = z.infer<typeof queueQuery>

export const caseLine = z.object({
  caseId: textUpTo(100),
  site: storedSite,
  helpdesk: textUpTo(100),
  ticketId: textUpTo(200),
  /** Masked; null when the draft with its ticket is no longer kept, or there was none. */
  subject: z.nullable(line),
  result,
  editDistance: z.nullable(ratio),
  language: z.nullable(textUpTo(100)),
  /** When it reached the relay, ISO 8601. */
  at: instant,
  /** What the agent said with "Not useful". */
  reasons,
  /** Sentences of the draft by mark. */
  marks: z.object({ noSource: count, needsApproval: count, contradicts: count }),
  reviewed: z.boolean(),
  /** Reviewed, and told anew since: it is open again. */
  newer: z.boolean(),
  /** False where another person's report of the same reply counts in the figures. */
  counted: z.boolean()
})
export type CaseLine = z.infer<typeof caseLine>
/** `next` goes into `after`; null at the end. Counts are of the whole filter. */
export const queueAnswer = z.object({
  cases: answerList(caseLine),
  next: z.nullable(textUpTo(400)),
  counts: z.object({ open: count, done: count })
})
export type QueueAnswer = z.infer<typeof queueAnswer>

/** A stretch of a sentence in a diff by words. */
export const diffPiece = z.object({ kind: z.enum(["same", "removed", "added"]), text: longText })
/** A row of a diff by sentences: `draft` or `sent` is empty where the other side has nothing. */
export const diffRow = z.object({
  kind: z.enum(["same", "changed", "removed", "added"]),
  draft: answerList(diffPiece),
  sent: answerList(diffPiece)
})
export type DiffRow = z.infer<typeof diffRow>

/** `version` 0: nobody has reviewed it. `by` is a name of a lead, never of an agent. */
export const review = z.object({
  version: count,
  done: z.boolean(),
  reasons,
  note: line,
  by: z.nullable(textUpTo(200)),
  at: z.nullable(instant)
})
export type Review = z.infer<typeof review>

/**
 * `later`: it came after the review and stands beside what was reviewed; else it stood before a later one was taken up.
 */
export const caseRevision = z.object({
  id: textUpTo(100),
  later: z.boolean(),
  at: instant,
  result,
  outcome: storedOutcome,
  diff: answerList(diffRow)
})
export type CaseRevision = z.infer<typeof caseRevision>

export const caseAnswer = z.object({
  line: caseLine,
  outcome: storedOutcome,
  /** The thread as it left the browser; absent when the draft is no longer kept, or there was none. */
  ticket: z.optional(storedTicket),
  /** Empty like the ticket. A claim's offsets are those of `outcome.draft`. */
  sources: answerList(source),
  claims: answerList(claim),
  /** Empty where there is nothing to compare: no draft, or no reply seen. */
  diff: answerList(diffRow),
  review,
  /** What was told before or after what stands, where a lead has reviewed it; in the order in which it came. */
  revisions: answerList(caseRevision)
})
export type CaseAnswer = z.infer<typeof caseAnswer>

/** Characters, masked. */
export const MAX_REVIEW_NOTE = 4000
/** PUT: `version` is the one that was read. The answer is the review as it stands now. @see reviewChanged */
export const reviewRequest = z.object({
  version: count,
  done: z.boolean(),
  reasons,
  note: textUpTo(MAX_REVIEW_NOTE),
  /** Id of the newest later revision that the lead has read: it stands from now on. */
  seen: z.optional(z.uuid())
})
export type ReviewRequest = z.infer<typeof reviewRequest>
/** 409 "review-changed": another lead saved first. The review that stands comes with it; nothing was written. */
export const reviewChanged = z.object({
  error: z.object({
    code: z.literal("review-changed"),
    message: line,
    retryable: z.boolean(),
    requestId: textUpTo(100)
  }),
  review
})

/** `n` of `of`; `low` and `high`: Wilson's 95 % interval, 0 to 1. Both null below ENOUGH_CASES. */
export const share = z.object({ n: count, of: count, low: z.nullable(ratio), high: z.nullable(ratio) })
export type Share = z.infer<typeof share>

export const figure = z.object({
  /** Replies seen sent by an agent with the extension on a recognised ticket. */
  eligible: count,
  /** Of the eligible ones. */
  drafted: share,
  used: share,
  rejected: share,
  ignored: share,
  none: share,
  /** Of the used ones seen sent. `accepted`: unchanged or light. */
  unchanged: share,
  light: share,
  heavy: share,
  accepted: share,
  /** Used, not seen sent within 24 hours: in none of the shares above. */
  unknown: count,
  /** Reasons given with "Not useful", seen sent or not; `reviewed`: ticked by leads. */
  reasons: z.partialRecord(reason, count),
  reviewed: z.partialRecord(reason, count),
  /** Of used ones seen sent, 0 to 1; null below ENOUGH_CASES. `spread`: counts by tenths, [0, .1) to [.9, 1]. */
  editDistance: z.object({ median: z.nullable(ratio), spread: answerList(count) }),
  /** Milliseconds from opening to the first text; null below ENOUGH_CASES. `of`: cases that tell it. */
  firstText: z.object({ p50: z.nullable(largeCount), p95: z.nullable(largeCount), of: count })
})
export type Figure = z.infer<typeof figure>

export const figuresBy = z.enum(["week", "helpdesk", "language", "model", "pipeline"])
export type FiguresBy = z.infer<typeof figuresBy>
export const figuresQuery = z.extend(caseFilter, { by: z.optional(figuresBy) })
/** Weeks are ISO 8601 weeks in UTC, "2026-W47". A group's `key` is null where the case doesn't tell. */
export const figuresAnswer = z.object({
  /** As asked for, else the first and the last day that has a case; null when there is none. */
  from: z.nullable(day),
  to: z.nullable(day),
  whole: figure,
  by: figuresBy,
  groups: answerList(z.object({ key: z.nullable(line), figure })),
  /** What the filters can be set to. */
  choices: z.object({
    helpdesks: answerList(line),
    languages: answerList(line),
    models: answerList(line),
    pipelines: answerList(line)
  })
})
export type FiguresAnswer = z.infer<typeof figuresAnswer>

/** The answer is a file: `of=figures` the table that is shown, `of=cases` one line a case with texts, masked. */
export const exportQuery = z.extend(figuresQuery, {
  of: z.enum(["figures", "cases"]),
  format: z.enum(["csv", "jsonl"])
})
