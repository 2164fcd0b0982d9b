import * as z from "zod/mini"
import { REASONS } from "../ticket/review-reasons.ts"
import {
  count,
  helpdesk,
  helpdeskId,
  instant,
  locale,
  modelName,
  ordinal,
  pipelineVersion,
  share,
  textUpTo,
  requesterHash,
  site
} from "./fields.ts"

/** The most characters of a draft or of a sent reply. The browser cuts a longer one and says so in `cut`. */
export const MAX_REPLY_CHARACTERS = 100_000

/** The most characters of a masked note. */
export const MAX_OUTCOME_NOTE = 2000

export const reason = z.enum(REASONS)
export const reasons = z.array(reason).check(z.maxLength(REASONS.length))

/**
 * What became of one reply. It is reported again with a higher `revision` when more is known (for example, a used draft
 * that wasn't seen sent within a day was sent after all). The highest revision counts.
 */
export const outcome = z.object({
  outcomeId: z.uuid(),
  /** 1, 2, ... A revision that isn't higher than the stored one changes nothing. */
  revision: ordinal,
  /** Absent for "none". */
  draftId: z.optional(z.uuid()),
  site,
  helpdesk,
  ticketId: helpdeskId,
  /**
   * The id of the public reply that was sent. Two browsers that saw the same one make one case. It is absent while none
   * was seen.
   */
  messageId: z.optional(helpdeskId),
  /**
   * "inserted" and "copied" mean that the draft was used, "rejected" that "Not useful" was pressed, "ignored" that it
   * was shown and not used, "none" that no draft was shown.
   */
  kind: z.enum(["inserted", "copied", "rejected", "ignored", "none"]),
  /**
   * Both are masked. `draft` is the draft as first shown ("" for "none"), and `sent` is the reply, or null when none
   * was seen.
   */
  draft: textUpTo(MAX_REPLY_CHARACTERS),
  sent: z.nullable(textUpTo(MAX_REPLY_CHARACTERS)),
  /** One of the texts was longer and is cut. */
  cut: z.optional(z.boolean()),
  /**
   * The Levenshtein distance on words, divided by the longer length, from 0 to 1. The browser computes it on restored
   * text and counts filled blanks separately. It is null where there is nothing to compare: no draft, or no reply seen.
   */
  editDistance: z.nullable(share),
  filledBlanks: count,
  /** How many lines of "Before you send" were ticked and how many were open when the draft was last used. */
  toDo: z.optional(z.object({ done: count, open: count })),
  /** The reasons that the agent gave with "Not useful". The note is masked. */
  reasons: z.optional(reasons),
  note: z.optional(textUpTo(MAX_OUTCOME_NOTE)),
  language: z.nullable(locale),
  /** "" for "none", like `pipelineVersion`. */
  model: modelName,
  pipelineVersion,
  /** ISO 8601 by the browser's clock, except `sent`, which is by the helpdesk's. */
  times: z.object({
    opened: z.optional(instant),
    firstText: z.optional(instant),
    ready: z.optional(instant),
    used: z.optional(instant),
    rejected: z.optional(instant),
    sent: z.optional(instant)
  })
})
export type Outcome = z.infer<typeof outcome>
/** An outcome as a browser reports it. The hash is stored with the ticket, and is no part of the outcome. */
export const reportedOutcome = z.extend(outcome, { requesterHash: z.optional(requesterHash) })
/** `stored` is false when nothing changed: for a repeat, an older revision or an erased ticket. */
export const outcomeAnswer = z.object({ outcomeId: textUpTo(100), stored: z.boolean() })

/** The name of a tone rule. A newer extension may know rules that the relay doesn't. */
export const toneRule = textUpTo(40).check(z.regex(/^[a-z][a-z-]*$/))

/**
 * What an agent decided about findings of a tone rule: "fine-here" for one in one reply, "never-again" for all of the
 * rule in this browser, and "show-again" to take that back. It holds no word of a reply.
 */
export const toneDecision = z.object({
  /** The same decision, sent again, counts once. */
  id: z.uuid(),
  rule: toneRule,
  decision: z.enum(["fine-here", "never-again", "show-again"])
})
export type ToneDecision = z.infer<typeof toneDecision>
