/** A passage that a draft may stand on. `n` is the number that the agent sees after a sentence. */
export interface Source {
  n: number
  /** Id of the document in the relay's knowledge. */
  id: string
  title: string
  kind: DocumentKind
  /** Headings above the passage, outermost first. */
  headings: string[]
  passage: string
  visibility: "public" | "internal"
  locale?: string
  url?: string
  /** ISO 8601 date of the last change. */
  changed?: string
  /** Which version of the document it is; 1 is the first that was imported. */
  version?: number
  /** Near copies of it, which say the same. */
  also?: { id: string; title: string; url?: string }[]
  /** Higher is better; comparable only within one answer. */
  score: number
}

export type DocumentKind = "article" | "policy" | "macro" | "ticket" | "product"

/** One sentence of a draft and what stands behind it. Offsets count UTF-16 units in the draft's text. */
export interface Claim {
  start: number
  end: number
  state: ClaimState
  /** Numbers of the sources that say it (or, for "contradicts", differ); 0 means the ticket itself. */
  sources: number[]
  /** Why, as a code that the message file words. */
  reason?: ClaimReason
  /** Why, in a clause of the check's own, where no reason says it. */
  why?: string
  /** The words in the sentence that are meant, e.g. "€10 credit". */
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

/** A fact that nobody gave. `blank` stands in the draft as `[[blank]]`. */
export interface MissingFact {
  blank: string
  why?: string
}

/** Why there is no draft, and what was searched. */
export interface Refusal {
  reason: "no-answer" | "language" | "nothing-asked" | "no-knowledge"
  searched: string[]
  /** How many documents could have answered. */
  documents: number
  nearest: { title: string; why: string }[]
  /** What may be told the customer meanwhile, in the customer's language. */
  say?: string
}

export interface SummaryLine {
  kind: "wants" | "tried" | "promised" | "open"
  /** In the ticket's language. "" for "nothing" (the interface words it). */
  text: string
  /** The message it was read from. */
  messageId?: string
}

/** A blank as it reads in a draft: `[[what is missing]]`. */
export const BLANK = /\[\[([^[\]\n]{1,120})\]\]/g

/** The text as it is put in or copied while blanks are open: `[what is missing]`. */
export function plainBlanks(text: string): string {
  return text.replace(BLANK, (_blank, name: string) => `[${name.trim()}]`)
}
