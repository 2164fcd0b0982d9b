import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/** What a check may know of the draft whose sentences it looks at. All of it is masked. */
export interface CheckedDraft {
  ticket: MaskedTicket
  /** The sources, public ones only. */
  sources: Source[]
  language: string | null
}

/** What a check found in one sentence: how it is marked, and which words are meant. */
export interface SentenceFinding {
  state: Extract<Claim["state"], "no-source" | "needs-approval">
  /** The reason, if one of the known reasons applies. Otherwise the panel shows the check's own `why`. */
  reason?: Claim["reason"]
  words: string
}

/**
 * A check of a draft's sentences, beside the one for support. Each is a folder of `src/checks/` and is found by the
 * registry.
 */
export interface SentenceCheck {
  id: string
  /** One plain clause for the agent. It follows the quoted words when the finding gives no reason. */
  why: string
  /**
   * Reads the ticket and the sources once. The returned function is called for each finished sentence, so it must be
   * quick.
   */
  open(drafting: CheckedDraft): (sentence: string) => SentenceFinding | undefined
}
