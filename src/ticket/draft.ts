import type { PlaybookStanding } from "./playbook-standing.ts"
import type { LeftOutCase } from "./left-out-case.ts"

/** A passage that may support a draft. `n` is the number that the agent sees after a sentence. */
export interface Source {
  n: number
  /** The id of the document in the relay's knowledge. */
  id: string
  title: string
  /**
   * "playbook": what a step of a playbook says. "lookup": what another system said. "earlier": what the team promised
   * in an earlier ticket. "attachment": what an attachment says. None of them is a document.
   */
  kind: DocumentKind | "playbook" | "lookup" | "earlier" | "attachment"
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

/** Whether the browser read a source: it is neither a document nor a sentence that a letter could quote. */
export const isReadElsewhere = ({ kind }: Pick<Source, "kind">): boolean =>
  kind === "lookup" || kind === "earlier" || kind === "attachment"

export type DocumentKind = "article" | "policy" | "macro" | "ticket" | "product" | "memory"

/** One sentence of a draft and the sources that support it. Offsets are in UTF-16 units of the draft's text. */
export interface Claim {
  start: number
  end: number
  state: ClaimState
  /**
   * The numbers of the sources that support it (or, for "near", share words with it, and for "contradicts" and
   * "look-again", differ from it). 0 is the ticket itself.
   */
  sources: number[]
  /** The numbers of the sources that a model named for it, whether or not they support it. */
  cited?: number[]
  /** What the verifier says of it. `checks/verdicts/settle.ts` says what becomes of rule and verdict. */
  verdict?: SentenceVerdict
  /** Why the rules had doubted it, before the verifier confirmed it. */
  cleared?: ClaimReason
  /** A check beside the one for support marked it, such as the guard. No verifier excuses it. */
  isFixed?: boolean
  /** The reason, as a code that the message file words. */
  reason?: ClaimReason
  /** The reason in a clause of the check's own, if none of the codes applies. */
  why?: string
  /** The words in the sentence that are meant, such as "€10 credit". */
  words?: string
  /** For "contradicts" and "look-again", what the source says instead; for "supported", what `words` follows from. */
  says?: string
}

/** What a model that sees ticket, sources and letter says of one sentence. */
export interface SentenceVerdict {
  kind: VerdictKind
  /** The sentences that show it, word for word. */
  evidence: VerdictEvidence[]
  /** Why, in a short phrase of the model's. */
  why?: string
}

/** A sentence of a source, where 0 is the ticket. */
export interface VerdictEvidence {
  source: number
  text: string
}

/**
 * "supported" says what the evidence says, and "follows" what can be concluded from it. "other-case" is right, but not
 * for this customer.
 */
export const VERDICTS = ["supported", "follows", "not-supported", "contradicted", "other-case", "unclear"] as const
export type VerdictKind = (typeof VERDICTS)[number]

/** Says whether a verdict confirms its sentence. */
export const isConfirmed = (verdict: { kind: VerdictKind } | undefined): boolean =>
  verdict?.kind === "supported" || verdict?.kind === "follows"

/** Says whether a verdict speaks against its sentence. */
export const isDenied = (verdict: { kind: VerdictKind } | undefined): boolean =>
  verdict?.kind === "not-supported" || verdict?.kind === "contradicted" || verdict?.kind === "other-case"

/**
 * "near" shares words with its sources, which show where to look and prove nothing. "look-again" seems to say something
 * else than its source, and "not-found" is a quiet note: no rule finds a fact in it wrong, and its words stand in no
 * source.
 */
export const CLAIM_STATES = [
  "supported",
  "near",
  "no-source",
  "contradicts",
  "look-again",
  "needs-approval",
  "not-found",
  "courtesy"
] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** Says whether a sentence has the numbers of its sources beside it, as a proof or to show where to look. */
export const citesSources = ({ state }: Pick<Claim, "state">): boolean => state === "supported" || state === "near"

export const CLAIM_REASONS = [
  "number",
  "money",
  "duration",
  "date",
  "link",
  "name",
  "words",
  "negation",
  "condition",
  "promise-money",
  "promise-refund",
  "promise-date",
  "language",
  "source-language",
  "verifier"
] as const
export type ClaimReason = (typeof CLAIM_REASONS)[number]

/** What a letter of a model had in it that no customer should get. */
export const LETTER_FAULTS = [
  "language",
  "placeholder",
  "unsafe",
  "chatter",
  "subject",
  "json",
  "markdown",
  "html",
  "thoughts",
  "address",
  "control"
] as const
export type LetterFaultKind = (typeof LETTER_FAULTS)[number]

/** A model was asked once more, because its first letter had faults. */
export interface Repair {
  faults: LetterFaultKind[]
  /** The faults of the letter that is shown. */
  left: LetterFaultKind[]
  /** The first letter is shown, because the second one failed or was no better. */
  isFirst: boolean
}

/**
 * What became of the requests to verify the sentences of a draft, or the rows of a rewrite. Only if it is "done" were
 * there verdicts; "unreliable" ones were left out.
 */
export interface Verification {
  model: string
  state: (typeof VERIFICATION_STATES)[number]
  /** How many sentences were confirmed, and how many denied. */
  confirmed: number
  doubted: number
  /** How many sentences were too many to ask about, or had no answer. */
  unasked?: number
  /** The customer's questions that the letter leaves open. */
  unanswered?: string[]
}
export const VERIFICATION_STATES = ["done", "late", "malformed", "failed", "unreliable"] as const

/** A fact that nobody gave. `blank` is in the draft as `[[blank]]`. */
export interface MissingFact {
  blank: string
  why?: string
}

/** How far an answer can be trusted: "sure" has a draft, "unsure" only what may answer, "nothing" neither. */
export type AnswerTier = "sure" | "unsure" | "nothing"

/** What is known of how well the sources answer. */
export interface Answer {
  tier: AnswerTier
  /**
   * The probability that the page which carries the draft answers, from 0 to 1. Absent if no page could be measured.
   */
  chance?: number
  /** What the chance was reckoned from. */
  signals?: AnswerSignals
  /** The number of the source that carries the draft or, without a draft, would have carried it. */
  mainSource?: number
  /** The sentences that may answer too, best first. */
  suggestions: Suggestion[]
  /** Without a draft: what stands around the sentences that the agent picks or writes. */
  frame?: { opening: string; closing: string }
  /** Without a draft: the question that asks the customer for more. It says nothing that no source gives. */
  askBack?: string
  /** Sentences of the leading macro that are left out, because they ask for what the ticket gives. */
  notSaid?: Suggestion[]
  /** What the pages say of other cases than the customer's, and is left out. */
  leftOut?: LeftOutCase[]
  /** Sentences of a solved ticket's reply that are about its own customer. The rest of the reply is the draft. */
  notReused?: string[]
  /** What the draft says of several cases, where the ticket doesn't tell which is the customer's. */
  openCases?: OpenCase[]
  /** Where the ticket stands in a playbook of the team. */
  playbook?: PlaybookStanding
  /** What the agent wanted changed and can't be. None of these words is in the draft. */
  notDone?: UndoneWish[]
}

/** Sentences of the draft of which only one is for this customer. */
export interface OpenCase {
  ways: Suggestion[]
  /** They are from pages that differ in a figure, so only one of them can be right. */
  differ?: boolean
  /** The draft asks the customer which one it is. */
  asked?: AskedCase
}

/** A question to the customer which of several cases it is. */
export interface AskedCase {
  /** What the page calls each case, in the order of the ways. */
  names: string[]
  /** The question as it stands in the draft. */
  question: string
}

/** A part of "Say what to change" that the draft doesn't follow. `part` is "" for another draft. */
export interface UndoneWish {
  part: string
  why: UndoneReason
}

/** Why a wish isn't done, as a code that the message file words. */
export const UNDONE_REASONS = [
  /** It isn't understood. */
  "unknown",
  /** No source says this. */
  "no-source",
  /** The draft says nothing of it. */
  "not-said",
  /** The draft says it already. */
  "already-there",
  /** Nothing would be left. */
  "nothing-left",
  "no-shorter",
  "no-longer",
  /** There is no letter that could be changed. */
  "no-draft",
  /** No page in the wished language answers. */
  "no-language",
  /** There is no such greeting in the language. */
  "no-greeting",
  /** The first name isn't known. */
  "no-first-name",
  /** There is no other draft. */
  "no-other"
] as const
export type UndoneReason = (typeof UNDONE_REASONS)[number]

/** What speaks for and against the page that carries a draft. All are from 0 to about 1. */
export interface AnswerSignals {
  /** The probability by the retriever's scores alone, from how far the first result stands out. */
  chance: number
  /** How much of the asked words the page holds. */
  page: number
  /** How much of them its best two neighbouring sentences hold. */
  window: number
  /** The share of the asked words that no passage of the knowledge holds. */
  absent: number
}

/** A sentence of a source that may answer too and isn't in the draft. */
export interface Suggestion {
  /** The number of its source. */
  source: number
  text: string
  /** The place of the sentence in its source, counted in sentences, by which picked sentences are ordered. */
  at: number
  /** The sentence of the draft after which it goes. Without one, it goes before the closing. */
  after?: string
  /** It is the record of a product that is recommended. */
  recommended?: RecommendedFor
}

/**
 * Why a product is recommended: the customer names it, it is in stock in the place of `to`, it goes with what the
 * customer names, or it is in stock and of the category that is looked for.
 */
export interface RecommendedFor {
  why: "asked" | "alternative" | "goes-with" | "choose"
  to?: string
}

/** Why there is no draft, and what was searched. */
export interface Refusal {
  /** "danger": a person must see the ticket first, so nothing was written. */
  reason: "no-answer" | "language" | "nothing-asked" | "no-knowledge" | "danger"
  searched: string[]
  /** In how many passages each of these words stands. A relay of an earlier version doesn't say. */
  holding?: number[]
  /** How many documents were searched. */
  documents: number
  nearest: { title: string; why: string }[]
  /** What the customer may be told meanwhile, in the customer's language. */
  say?: string
}

export interface SummaryLine {
  kind: (typeof SUMMARY_KINDS)[number]
  /** In the ticket's language, or "" for "nothing" (the interface words it). For "mood", one of `MOODS`. */
  text: string
  /** For "promised": who promised it. Without it, the team did. */
  who?: "agent" | "customer"
  /** For "promised": the words of `text` that say until when. */
  until?: string
  /** The message it was read from. */
  messageId?: string
}

export const SUMMARY_KINDS = ["wants", "tried", "promised", "open", "mood"] as const

/** How the customer sounds at the end of the thread. */
export const MOODS = ["calm", "worried", "annoyed", "angry", "pleased"] as const

/** Matches a blank as it is written in a draft: `[[what is missing]]`. */
export const BLANK = /\[\[([^[\]\n]{1,120})\]\]/g

/** Returns the text as it is inserted or copied while blanks are open: `[what is missing]`. */
export function plainBlanks(text: string): string {
  return text.replace(BLANK, (_blank, name: string) => `[${name.trim()}]`)
}
