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
  textUpTo
} from "./fields.ts"
import { site } from "./site.ts"

/** Characters of a draft or of a sent reply; the browser cuts a longer one and says so in `cut`. */
export const MAX_REPLY_CHARACTERS = 100_000

/** Characters of a masked note. */
export const MAX_OUTCOME_NOTE = 2000

export const reason = z.enum(REASONS)
export const reasons = z.array(reason).check(z.maxLength(REASONS.length))

/**
 * What became of one reply. Told again with a higher `revision` when more is known (a used draft that nobody saw sent
 * within a day, and that was sent after all): the highest stands.
 */
export const outcome = z.object({
  outcomeId: z.uuid(),
  /** 1, 2, ... An equal or lower one than what is stored changes nothing. */
  revision: ordinal,
  /** Absent for "none". */
  draftId: z.optional(z.uuid()),
  site,
  helpdesk,
  ticketId: helpdeskId,
  /**
   * Id of the public reply that was sent; two browsers that saw the same one make one case. Absent while none was seen.
   */
  messageId: z.optional(helpdeskId),
  /**
   * "inserted", "copied": used. "rejected": "Not useful" was pressed. "ignored": shown, not used. "none": no draft was
   * shown.
   */
  kind: z.enum(["inserted", "copied", "rejected", "ignored", "none"]),
  /** Masked. The draft as first shown ("" for "none"), and what was sent of it; null: no reply was seen. */
  draft: textUpTo(MAX_REPLY_CHARACTERS),
  sent: z.nullable(textUpTo(MAX_REPLY_CHARACTERS)),
  /** One of the texts was longer and is cut. */
  cut: z.optional(z.boolean()),
  /**
   * Levenshtein on words over the longer length, 0 to 1, computed in the browser on restored text, filled blanks
   * counted apart. Null where there is nothing to compare: no draft, or no reply seen.
   */
  editDistance: z.nullable(share),
  filledBlanks: count,
  /** What the agent gave with "Not useful"; the note is masked. */
  reasons: z.optional(reasons),
  note: z.optional(textUpTo(MAX_OUTCOME_NOTE)),
  language: z.nullable(locale),
  /** "" for "none", as `pipelineVersion`. */
  model: modelName,
  pipelineVersion,
  /** ISO 8601, by the browser's clock; `sent` by the helpdesk's. */
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
/** `stored` is false when nothing changed: a repeat, an older revision, an erased ticket. */
export const outcomeAnswer = z.object({ outcomeId: textUpTo(100), stored: z.boolean() })
