import * as z from "zod/mini"
import { REASONS } from "../ticket/reasons.ts"

const words = (max: number) => z.string().check(z.maxLength(max))
/** Characters of a draft or of a sent reply; the browser cuts a longer one and says so in `cut`. */
export const MAX_REPLY_CHARACTERS = 100_000

/** Characters of a masked note. */
export const MAX_OUTCOME_NOTE = 2000

export const reason = z.enum(REASONS)
export const reasons = z.array(reason).check(z.maxLength(REASONS.length))

/**
 * What became of one reply. Told again with a higher `revision` when more is known (a used draft that nobody saw sent within a
 * day, and that was sent after all): the highest stands.
 */
export const outcome = z.object({
  outcomeId: z.uuid(),
  /** 1, 2, ... An equal or lower one than what is stored changes nothing. */
  revision: z.number().check(z.int(), z.minimum(1)),
  /** Absent for "none". */
  draftId: z.optional(z.uuid()),
  helpdesk: words(60),
  ticketId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Id of the public reply that was sent; two browsers that saw the same one make one case. Absent while none was seen. */
  messageId: z.optional(words(200)),
  /** "inserted", "copied": used. "rejected": "Not useful" was pressed. "ignored": shown, not used. "none": no draft was shown. */
  kind: z.enum(["inserted", "copied", "rejected", "ignored", "none"]),
  /** Masked. The draft as first shown ("" for "none"), and what was sent of it; null: no reply was seen. */
  draft: words(MAX_REPLY_CHARACTERS),
  sent: z.nullable(words(MAX_REPLY_CHARACTERS)),
  /** One of the texts was longer and is cut. */
  cut: z.optional(z.boolean()),
  /**
   * Levenshtein on words over the longer length, 0 to 1, computed in the browser on restored text, filled blanks counted apart.
   * Null where there is nothing to compare: no draft, or no reply seen.
   */
  editDistance: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  filledBlanks: z.number(),
  /** What the agent gave with "Not useful"; the note is masked. */
  reasons: z.optional(reasons),
  note: z.optional(words(MAX_OUTCOME_NOTE)),
  language: z.nullable(z.string()),
  /** "" for "none", as `pipelineVersion`. */
  model: words(200),
  pipelineVersion: words(100),
  /** ISO 8601, by the browser's clock; `sent` by the helpdesk's. */
  times: z.object({
    opened: z.optional(z.string()), firstText: z.optional(z.string()), ready: z.optional(z.string()),
    used: z.optional(z.string()), rejected: z.optional(z.string()), sent: z.optional(z.string())
  })
})
export type Outcome = z.infer<typeof outcome>
/** `stored` is false when nothing changed: a repeat, an older revision, an erased ticket. */
export const outcomeAnswer = z.object({ outcomeId: z.string(), stored: z.boolean() })
