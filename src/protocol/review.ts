import * as z from "zod/mini"
import { outcome, reason, reasons } from "./outcome.ts"
import { claim, maskedTicket, source } from "./relay.ts"

/**
 * What leads ask of the relay: GET /v1/review/queue, GET and PUT /v1/review/cases/:id, GET /v1/review/figures, GET
 * /v1/review/export. A case is one reply: its id is the outcome's. All of it is masked; no person is named.
 */

/**
 * "unchanged", "light" (less than .4 changed), "heavy": used and seen sent. "unknown": used, not seen sent within 24 hours.
 * A reply that was seen sent is eligible; so are "rejected", "ignored" and "none" ones with a reply.
 */
export const result = z.enum(["unchanged", "light", "heavy", "unknown", "rejected", "ignored", "none"])
export type Result = z.infer<typeof result>
/** Less than this share changed is a light edit. */
export const HEAVY_FROM = 0.4
/** With fewer cases a share is not shown: "not enough yet". */
export const ENOUGH_CASES = 30

/** Of a query. `from`, `to`: ISO 8601 dates in UTC, both included, by the day a case reached the relay. */
export const caseFilter = z.object({
  from: z.optional(z.iso.date()), to: z.optional(z.iso.date()),
  helpdesk: z.optional(z.string()), language: z.optional(z.string()), model: z.optional(z.string()), pipeline: z.optional(z.string()),
  result: z.optional(result)
})
export type CaseFilter = z.infer<typeof caseFilter>

export const queueOrder = z.enum(["newest", "random", "heavy", "rejected"])
export type QueueOrder = z.infer<typeof queueOrder>
/**
 * `heavy`: most changed first, only used ones that were seen sent, also in `counts`. `rejected`: rejected ones first. `seed` keeps a random order the same over
 * pages. Unless told: the 50 newest open ones.
 */
export const queueQuery = z.extend(caseFilter, {
  order: z.optional(queueOrder), seed: z.optional(z.string().check(z.maxLength(40))),
  state: z.optional(z.enum(["open", "done", "all"])),
  after: z.optional(z.string().check(z.maxLength(400))), limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)))
})
export type QueueQuery = z.infer<typeof queueQuery>

export const caseLine = z.object({
  caseId: z.string(), helpdesk: z.string(), ticketId: z.string(),
  /** Masked; null when the draft with its ticket is no longer kept, or there was none. */
  subject: z.nullable(z.string()),
  result, editDistance: z.nullable(z.number()), language: z.nullable(z.string()),
  /** When it reached the relay, ISO 8601. */
  at: z.string(),
  /** What the agent said with "Not useful". */
  reasons,
  /** Sentences of the draft by mark. */
  marks: z.object({ noSource: z.number(), needsApproval: z.number(), contradicts: z.number() }),
  reviewed: z.boolean()
})
export type CaseLine = z.infer<typeof caseLine>
/** `next` goes into `after`; null at the end. Counts are of the whole filter. */
export const queueAnswer = z.object({ cases: z.array(caseLine), next: z.nullable(z.string()), counts: z.object({ open: z.number(), done: z.number() }) })
export type QueueAnswer = z.infer<typeof queueAnswer>

/** A stretch of a sentence in a diff by words. */
export const diffPiece = z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })
/** A row of a diff by sentences: `draft` or `sent` is empty where the other side has nothing. */
export const diffRow = z.object({ kind: z.enum(["same", "changed", "removed", "added"]), draft: z.array(diffPiece), sent: z.array(diffPiece) })
export type DiffRow = z.infer<typeof diffRow>

/** `version` 0: nobody has reviewed it. `by` is a name of a lead, never of an agent. */
export const review = z.object({
  version: z.number(), done: z.boolean(), reasons, note: z.string(), by: z.nullable(z.string()), at: z.nullable(z.string())
})
export type Review = z.infer<typeof review>

export const caseAnswer = z.object({
  line: caseLine, outcome,
  /** The thread as it left the browser; absent when the draft is no longer kept, or there was none. */
  ticket: z.optional(maskedTicket),
  /** Empty like the ticket. A claim's offsets are those of `outcome.draft`. */
  sources: z.array(source), claims: z.array(claim),
  /** Empty where there is nothing to compare: no draft, or no reply seen. */
  diff: z.array(diffRow),
  review
})
export type CaseAnswer = z.infer<typeof caseAnswer>

/** Characters, masked. */
export const MAX_REVIEW_NOTE = 4000
/** PUT: `version` is the one that was read. The answer is the review as it stands now. @see reviewChanged */
export const reviewRequest = z.object({
  version: z.number().check(z.int(), z.minimum(0)), done: z.boolean(), reasons,
  note: z.string().check(z.maxLength(MAX_REVIEW_NOTE))
})
export type ReviewRequest = z.infer<typeof reviewRequest>
/** 409 "review-changed": another lead saved first. The review that stands comes with it; nothing was written. */
export const reviewChanged = z.object({
  error: z.object({ code: z.literal("review-changed"), message: z.string(), retryable: z.boolean(), requestId: z.string() }), review
})

/** `n` of `of`; `low` and `high`: Wilson's 95 % interval, 0 to 1. Both null below ENOUGH_CASES. */
export const share = z.object({ n: z.number(), of: z.number(), low: z.nullable(z.number()), high: z.nullable(z.number()) })
export type Share = z.infer<typeof share>

export const figure = z.object({
  /** Replies seen sent by an agent with the extension on a recognised ticket. */
  eligible: z.number(),
  /** Of the eligible ones. */
  drafted: share, used: share, rejected: share, ignored: share, none: share,
  /** Of the used ones seen sent. `accepted`: unchanged or light. */
  unchanged: share, light: share, heavy: share, accepted: share,
  /** Used, not seen sent within 24 hours: in none of the shares above. */
  unknown: z.number(),
  /** Reasons given with "Not useful", seen sent or not; `reviewed`: ticked by leads. */
  reasons: z.partialRecord(reason, z.number()), reviewed: z.partialRecord(reason, z.number()),
  /** Of used ones seen sent, 0 to 1; null below ENOUGH_CASES. `spread`: counts by tenths, [0, .1) to [.9, 1]. */
  editDistance: z.object({ median: z.nullable(z.number()), spread: z.array(z.number()) }),
  /** Milliseconds from opening to the first text; null below ENOUGH_CASES. `of`: cases that tell it. */
  firstText: z.object({ p50: z.nullable(z.number()), p95: z.nullable(z.number()), of: z.number() })
})
export type Figure = z.infer<typeof figure>

export const figuresBy = z.enum(["week", "helpdesk", "language", "model", "pipeline"])
export type FiguresBy = z.infer<typeof figuresBy>
export const figuresQuery = z.extend(caseFilter, { by: z.optional(figuresBy) })
/** Weeks are ISO 8601 weeks in UTC, "2026-W47". A group's `key` is null where the case doesn't tell. */
export const figuresAnswer = z.object({
  /** As asked for, else the first and the last day that has a case; null when there is none. */
  from: z.nullable(z.string()), to: z.nullable(z.string()), whole: figure,
  by: figuresBy, groups: z.array(z.object({ key: z.nullable(z.string()), figure })),
  /** What the filters can be set to. */
  choices: z.object({ helpdesks: z.array(z.string()), languages: z.array(z.string()), models: z.array(z.string()), pipelines: z.array(z.string()) })
})
export type FiguresAnswer = z.infer<typeof figuresAnswer>

/** The answer is a file: `of=figures` the table that is shown, `of=cases` one line a case with texts, masked. */
export const exportQuery = z.extend(figuresQuery, { of: z.enum(["figures", "cases"]), format: z.enum(["csv", "jsonl"]) })
