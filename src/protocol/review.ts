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
  record,
  share as ratio,
  largeCount,
  longText,
  textUpTo,
  storedSite
} from "./fields.ts"
import { reason, reasons } from "./outcome.ts"
import { claim, source } from "./relay.ts"
import { storedOutcome, storedTicket } from "./stored.ts"
import { caseWork, scoredParts, scoredRequest, workFilter } from "./scorecard.ts"

/**
 * What leads ask of the relay: GET /v1/review/queue, GET and PUT /v1/review/cases/:id, GET /v1/review/figures, GET
 * /v1/review/export. A case is one reply, and its id is the outcome's. All of it is masked, and no person is named.
 */

/**
 * "unchanged", "light" (less than .4 changed) and "heavy" were used and seen sent. "unknown" was used and not seen sent
 * within 24 hours. A reply that was seen sent is eligible, and so are "rejected", "ignored" and "none" ones with a
 * reply.
 */
export const result = z.enum(["unchanged", "light", "heavy", "unknown", "rejected", "ignored", "none"])
export type Result = z.infer<typeof result>
/** An edit that changed less than this share is light. */
export const HEAVY_FROM = 0.4
/** From -1 to 1. */
const signed = z.number().check(z.minimum(-1), z.maximum(1))
/** With fewer cases a share is not shown, and "not enough yet" is shown instead. */
export const ENOUGH_CASES = 30

/**
 * Why a lead may want to see a case. "contradicted", "promise" and "unverified" are of sentences, "promise" and "money"
 * of the sent reply too. "disagreement": the rules, the verifier and the agent don't agree about the draft.
 */
export const CASE_SIGNALS = [
  "contradicted",
  "promise",
  "angry",
  "unverified",
  "heavy-edit",
  "disagreement",
  "money"
] as const
export const caseSignal = z.enum(CASE_SIGNALS)
export type CaseSignal = z.infer<typeof caseSignal>

/** What a lead would have done with the draft. */
export const VERDICTS = ["send", "small-edit", "dont-send"] as const
export const verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdict>

/**
 * The filter of a query. `from` and `to` are ISO 8601 dates in UTC, both included, by the day on which a case reached
 * the relay.
 */
export const caseFilter = z.object({
  from: z.optional(day),
  to: z.optional(day),
  helpdesk: z.optional(textUpTo(60)),
  language: z.optional(locale),
  model: z.optional(modelName),
  pipeline: z.optional(pipelineVersion),
  result: z.optional(result),
  /** What the agent gave with "Not useful". */
  reason: z.optional(reason),
  /** What a lead's finished review says. */
  verdict: z.optional(verdict),
  leadReason: z.optional(reason),
  /** The share that was changed of a used draft: from the first on, and less than the second. */
  changedFrom: z.optional(z.coerce.number().check(z.minimum(0), z.maximum(2))),
  changedBelow: z.optional(z.coerce.number().check(z.minimum(0), z.maximum(2))),
  /** "yes": only cases that shares count. A reply was seen, or the draft was used. */
  counted: z.optional(z.literal("yes")),
  /** A page that the used draft quotes, by its id, and a tag of its ticket. */
  article: z.optional(textUpTo(1000)),
  topic: z.optional(textUpTo(300)),
  /** Whether a draft was requested for the reply. */
  requested: z.optional(z.enum(["yes", "no"])),
  signal: z.optional(caseSignal),
  intent: z.optional(textUpTo(100)),
  sample: z.optional(z.uuid()),
  ...workFilter
})
export type CaseFilter = z.infer<typeof caseFilter>

export const queueOrder = z.enum(["newest", "risk", "random", "disagreement", "heavy", "rejected", "sample"])
export type QueueOrder = z.infer<typeof queueOrder>
/**
 * `heavy` sorts by the changed share, the largest first, and has only used drafts that were seen sent, also in
 * `counts`. `risk` sorts by what its signals weigh, and has only cases with one; `disagreement` has only those with that
 * signal. `rejected` sorts rejected ones first. `sample` has the order in which the filter's sample was drawn. `seed`
 * keeps a random order the same over pages. The default is the 50 newest open cases.
 */
export const queueQuery = z.extend(caseFilter, {
  order: z.optional(queueOrder),
  /** Words that a case has in its subject, draft or reply, masked. */
  text: z.optional(textUpTo(200)),
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
  /** Masked. It is null when the draft with its ticket is no longer stored, or when there was none. */
  subject: z.nullable(line),
  result,
  editDistance: z.nullable(ratio),
  language: z.nullable(textUpTo(100)),
  /** When it reached the relay (ISO 8601). */
  at: instant,
  /** The reasons that the agent gave with "Not useful". */
  reasons,
  /** The number of the draft's sentences by mark. */
  marks: z.object({ noSource: count, needsApproval: count, contradicts: count }),
  signals: z._default(answerList(caseSignal), []),
  reviewed: z.boolean(),
  /** It was reviewed and has been reported anew since, so it is open again. */
  newer: z.boolean(),
  /** False when another person's report of the same reply counts in the figures. */
  counted: z.boolean()
})
export type CaseLine = z.infer<typeof caseLine>
/** `next` is the value for `after`, or null at the end. The counts are of the whole filter. */
export const queueAnswer = z.object({
  cases: answerList(caseLine),
  next: z.nullable(textUpTo(400)),
  counts: z.object({ open: count, done: count })
})
export type QueueAnswer = z.infer<typeof queueAnswer>

/** A stretch of a sentence in a diff by words. */
export const diffPiece = z.object({ kind: z.enum(["same", "removed", "added"]), text: longText })
/** A row of a diff by sentences. `draft` or `sent` is empty when the other side has no counterpart. */
export const diffRow = z.object({
  kind: z.enum(["same", "changed", "removed", "added"]),
  draft: answerList(diffPiece),
  sent: answerList(diffPiece)
})
export type DiffRow = z.infer<typeof diffRow>

/** `version` is 0 when nobody has reviewed it. `by` is the name of a lead, never of an agent. */
export const review = z.object({
  version: count,
  done: z.boolean(),
  /** Null if none was given, as in reviews by older versions. */
  verdict: z.nullable(verdict),
  reasons,
  note: line,
  ...scoredParts,
  by: z.nullable(textUpTo(200)),
  at: z.nullable(instant)
})
export type Review = z.infer<typeof review>

/**
 * `later` says that the revision came after the review and is listed beside what was reviewed. Otherwise it was
 * replaced by a later one.
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
  /** The thread as it left the browser. It is absent when the draft is no longer stored, or when there was none. */
  ticket: z.optional(storedTicket),
  /** Empty when the ticket is absent. A claim's offsets are those of `outcome.draft`. */
  sources: answerList(source),
  claims: answerList(claim),
  /** The sent reply's sentences against the same sources, as today's rules judge; none of a long one. Offsets are those of `outcome.sent`. */
  sentClaims: z._default(answerList(claim), []),
  /** Empty where there is nothing to compare: no draft, or no reply seen. */
  diff: answerList(diffRow),
  review,
  /** The revisions before or after the current one, if a lead has reviewed it, in the order in which they came. */
  revisions: answerList(caseRevision),
  ...caseWork
})
export type CaseAnswer = z.infer<typeof caseAnswer>

/** In characters of the masked text. */
export const MAX_REVIEW_NOTE = 4000
/** For PUT, `version` is the one that was read. The answer is the review as it is now. @see reviewChanged */
export const reviewRequest = z.object({
  version: count,
  done: z.boolean(),
  /** Absent from an older extension, which leaves it as it is, and so are the scores. */
  verdict: z.optional(z.nullable(verdict)),
  reasons,
  ...scoredRequest,
  note: textUpTo(MAX_REVIEW_NOTE),
  /**
   * The case was drawn at random, of all cases. Of the first review of a case only: that decides for how many cases it
   * counts.
   */
  isRandom: z.optional(z.boolean()),
  /** The id of the newest later revision that the lead has read. It becomes the current one. */
  seen: z.optional(z.uuid())
})
export type ReviewRequest = z.infer<typeof reviewRequest>
/** 409 "review-changed": another lead saved first. The answer contains the current review, and nothing was written. */
export const reviewChanged = z.object({
  error: z.object({
    code: z.literal("review-changed"),
    message: line,
    retryable: z.boolean(),
    requestId: textUpTo(100)
  }),
  review
})

/**
 * The share `n` of `of`. `low` and `high` are Wilson's 95 % interval, from 0 to 1, widened because replies of one agent or
 * one ticket are alike. Both are null below ENOUGH_CASES.
 */
export const share = z.object({ n: count, of: count, low: z.nullable(ratio), high: z.nullable(ratio) })
export type Share = z.infer<typeof share>

export const figure = z.object({
  /** Replies seen sent by an agent with the extension on a recognised ticket. */
  eligible: count,
  /**
   * The eligible ones for which no draft was requested. They are in no share. They belong to no model and no draft
   * version, so this is 0 if one is filtered.
   */
  unasked: count,
  /**
   * Of the eligible ones for which a draft was requested. Each belongs to the draft version that wrote its draft or, if
   * no draft was shown, to the one that was requested last for this reply. `none` means that no draft was shown: it was
   * refused, it failed, or nobody looked.
   */
  drafted: share,
  used: share,
  rejected: share,
  ignored: share,
  none: share,
  /** The shares of the used drafts that were seen sent. `accepted` means unchanged or light. */
  unchanged: share,
  light: share,
  heavy: share,
  accepted: share,
  /** Used drafts that weren't seen sent within 24 hours. They are in none of the shares above. */
  unknown: count,
  /** The reasons that agents gave with "Not useful", whether the reply was seen sent or not. */
  reasons: z.partialRecord(reason, count),
  /**
   * The edit distance of used drafts that were seen sent, from 0 to 1, or null below ENOUGH_CASES. `spread` counts by
   * tenths, [0, .1) to [.9, 1].
   */
  editDistance: z.object({ median: z.nullable(ratio), spread: answerList(count) }),
  /**
   * The milliseconds from opening to the first text, or null below ENOUGH_CASES. `of` counts the cases that have the
   * figure.
   */
  firstText: z.object({ p50: z.nullable(largeCount), p95: z.nullable(largeCount), of: count })
})
export type Figure = z.infer<typeof figure>

/** An interval that holds at every look, however often somebody looks, from 0 to 1. */
const sequence = z.object({ low: ratio, high: ratio })

export const figuresGroup = z.object({
  key: z.nullable(line),
  figure,
  /**
   * The confidence sequence of `figure.accepted`, for all groups together at 95 %: two groups differ if theirs don't
   * overlap. It is null below ENOUGH_CASES.
   */
  sequence: z.nullable(sequence),
  /** A week that isn't over, or of which the filter leaves days out. */
  partial: z.boolean(),
  /** If the groups are weeks: what was accepted of the drafts of each version, in the order in which they began. */
  versions: answerList(z.object({ pipeline: pipelineVersion, accepted: share }))
})
export type FiguresGroup = z.infer<typeof figuresGroup>

/**
 * What the same agents accepted of drafts of the newest version and of the one before it: the difference of the shares
 * with its confidence sequence, -1 to 1.
 */
export const versionChange = z.object({
  before: z.object({ pipeline: pipelineVersion, accepted: share }),
  after: z.object({ pipeline: pipelineVersion, accepted: share }),
  difference: signed,
  low: signed,
  high: signed
})
export type VersionChange = z.infer<typeof versionChange>

/**
 * A share of all cases, estimated from `n` of `of` cases that were drawn at random, with its 95 % interval. The share and
 * its interval are null below ENOUGH_CASES.
 */
export const estimate = z.object({
  n: count,
  of: count,
  share: z.nullable(ratio),
  low: z.nullable(ratio),
  high: z.nullable(ratio)
})
export type Estimate = z.infer<typeof estimate>

/**
 * What leads said of a random sample of the replies, estimated for all cases with a draft in the filter. Cases that leads chose
 * themselves count for themselves only.
 */
export const leadFigures = z.object({
  /** Cases with a draft that were reviewed, how many of them were drawn at random, and of how many cases. */
  reviewed: count,
  random: count,
  cases: count,
  verdicts: z.record(verdict, estimate),
  reasons: z.partialRecord(reason, estimate)
})
export type LeadFigures = z.infer<typeof leadFigures>

/** The names of the newest versions. */
export const MAX_VERSION_NAMES = 1000

export const figuresBy = z.enum(["week", "helpdesk", "language", "model", "pipeline"])
export type FiguresBy = z.infer<typeof figuresBy>
export const figuresQuery = z.extend(caseFilter, { by: z.optional(figuresBy) })
export type FiguresQuery = z.infer<typeof figuresQuery>
/** Weeks are ISO 8601 weeks in UTC, "2026-W47". A group's `key` is null when the case doesn't have the value. */
export const figuresAnswer = z.object({
  /** As requested, or else the first and the last day that has a case. It is null when there is none. */
  from: z.nullable(day),
  to: z.nullable(day),
  whole: figure,
  by: figuresBy,
  groups: answerList(figuresGroup),
  change: z.nullable(versionChange),
  leads: leadFigures,
  /**
   * How much wider the interval of `whole.accepted` is than one for independent replies: by the root of `effect`.
   * `agents` says whether agents were numerous enough to allow for their differences.
   */
  clustering: z.object({ agentCount: count, agents: z.boolean(), effect: largeCount }),
  /** The values that the filters can be set to. */
  choices: z.object({
    helpdesks: answerList(line),
    languages: answerList(line),
    models: answerList(line),
    pipelines: answerList(line)
  }),
  /** The names that leads gave to draft versions. An older relay sends none. */
  versionNames: z._default(record(pipelineVersion, line, MAX_VERSION_NAMES), {})
})
export type FiguresAnswer = z.infer<typeof figuresAnswer>

/** A page (by its id) or a topic (a tag) of used drafts, and how many of these were heavily edited. */
export const editCause = z.object({ name: line, title: z.nullable(line), heavy: share })
export type EditCause = z.infer<typeof editCause>

/** What is behind most heavy edits, among the newest `drafts` used drafts of the filter. The largest number comes first. */
export const editCausesAnswer = z.object({
  drafts: count,
  articles: answerList(editCause),
  topics: answerList(editCause)
})
export type EditCausesAnswer = z.infer<typeof editCausesAnswer>

/**
 * The answer is a file. `of=figures` is the table that is shown, and `of=cases` has one line a case with masked texts.
 */
export const exportQuery = z.extend(figuresQuery, {
  of: z.enum(["figures", "cases"]),
  format: z.enum(["csv", "jsonl"])
})
export type ExportQuery = z.infer<typeof exportQuery>

/** How often products were recommended with a draft whose reply was seen, and how often they stood in that reply. */
export const recommendationsAnswer = z.object({
  products: answerList(z.object({ id: textUpTo(200), title: textUpTo(1000), offered: count, followed: count }))
})
export type RecommendationsAnswer = z.infer<typeof recommendationsAnswer>
