/** A passage that may support a draft. `n` is the number that the agent sees after a sentence. */
export interface Source {
  n: number
  /** The id of the document in the relay's knowledge. */
  id: string
  title: string
  kind: DocumentKind
  /** The headings above the passage, outermost first. */
  headings: string[]
  passage: string
  visibility: "public" | "internal"
  locale?: string
  url?: string
  /** The ISO 8601 date of the last change. */
  changed?: string
  /** The version of the document, where 1 is the first that was imported. */
  version?: number
  /** Near copies of the document, which say the same. */
  also?: { id: string; title: string; url?: string }[]
  /** Higher is better. Scores are comparable only within one answer. */
  score: number
}

export type DocumentKind = "article" | "policy" | "macro" | "ticket" | "product"

/** One sentence of a draft and the sources that support it. Offsets are in UTF-16 units of the draft's text. */
export interface Claim {
  start: number
  end: number
  state: ClaimState
  /** The numbers of the sources that support it (or, for "contradicts", differ from it). 0 is the ticket itself. */
  sources: number[]
  /** The reason, as a code that the message file words. */
  reason?: ClaimReason
  /** The reason in a clause of the check's own, if none of the codes applies. */
  why?: string
  /** The words in the sentence that are meant, such as "€10 credit". */
  words?: string
  /** What the source says instead, for "contradicts". */
  says?: string
}

export type ClaimState = "supported" | "no-source" | "contradicts" | "needs-approval" | "courtesy"
export type ClaimReason =
  | "number"
  | "money"
  | "duration"
  | "date"
  | "link"
  | "name"
  | "words"
  | "promise-money"
  | "promise-refund"
  | "promise-date"
  | "language"
  | "source-language"

/** A fact that nobody gave. `blank` is in the draft as `[[blank]]`. */
export interface MissingFact {
  blank: string
  why?: string
}

/** Why there is no draft, and what was searched. */
export interface Refusal {
  reason: "no-answer" | "language" | "nothing-asked" | "no-knowledge"
  searched: string[]
  /** How many documents were searched. */
  documents: number
  nearest: { title: string; why: string }[]
  /** What the customer may be told meanwhile, in the customer's language. */
  say?: string
}

export interface SummaryLine {
  kind: "wants" | "tried" | "promised" | "open"
  /** In the ticket's language, or "" for "nothing" (the interface words it). */
  text: string
  /** The message it was read from. */
  messageId?: string
}

/** Matches a blank as it is written in a draft: `[[what is missing]]`. */
export const BLANK = /\[\[([^[\]\n]{1,120})\]\]/g

/** Returns the text as it is inserted or copied while blanks are open: `[what is missing]`. */
export function plainBlanks(text: string): string {
  return text.replace(BLANK, (_blank, name: string) => `[${name.trim()}]`)
}
