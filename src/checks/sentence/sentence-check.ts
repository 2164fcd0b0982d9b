import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/** What a check may know of the draft whose sentences it looks at. Masked. */
export interface CheckedDraft {
  ticket: MaskedTicket
  /** Public ones only. */
  sources: Source[]
  language: string | null
}

/** What a check has found in one sentence: how it is marked, and the words that are meant. */
export interface SentenceFinding {
  state: Extract<Claim["state"], "no-source" | "needs-approval">
  /** Why, where one of the known reasons says it; else the panel says the check's own `why`. */
  reason?: Claim["reason"]
  words: string
}

/** One check of a draft's sentences, beside the one for support: a folder of `src/checks/`, found by the registry. */
export interface SentenceCheck {
  id: string
  /** One plain clause for the agent, said after the quoted words where the finding gives no reason. */
  why: string
  /** Reads ticket and sources once; what it returns is asked for each finished sentence, and must be quick. */
  open(drafting: CheckedDraft): (sentence: string) => SentenceFinding | undefined
}
