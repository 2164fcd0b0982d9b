import type { Channel } from "../../ticket/ticket.ts"
import type { ModelToneKind } from "../../ticket/tone-finding.ts"
import type { Answer, MissingFact, Refusal, Source, SummaryLine, VerdictKind } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Rewrite, Translation } from "../../ticket/rewrite.ts"
import type { TeamVoice, TeamWording } from "../../ticket/team-voice.ts"
import type { UsageEntry } from "../usage/usage-book.ts"
import type { ChosenSources, DraftRequest, PairedPerson } from "../../protocol/relay.ts"

/** The parts that make a draft. Each room provides one, and `pipeline.ts` joins them. */

/** Finds the sources that may answer; implemented in `search/pages`. */
export interface Retriever {
  /** The fingerprint is part of the pipeline version. It stands for what search uses besides the words. */
  fingerprint?: string
  /**
   * Returns at most `limit` public sources, and at most half as many internal ones among them, best first. They are
   * limited to what the person may see and what belongs to this
   * helpdesk (sample or real). Of the `chosen` documents, all that should be used come first, and the excluded ones are
   * left out.
   */
  find(
    ticket: MaskedTicket,
    person: PairedPerson,
    signal: AbortSignal,
    limit?: number,
    chosen?: ChosenSources
  ): Promise<RetrievedSources>
}
export interface RetrievedSources {
  sources: Source[]
  /** The ids of the sources that the agent wants to be used. */
  chosen?: string[]
  /** The id of the macro, or of the solved ticket, among the sources that fits better than any page. */
  leading?: string
  /** The sentences of the leading solved ticket's reply that are about its own customer and aren't taken. */
  notReused?: string[]
  /** The words that were searched for. */
  searched: string[]
  /** The number of documents that were searched. */
  documents: number
  /** The customer's language, or null if nothing shows it. It is absent if the search didn't read the thread for it. */
  language?: string | null
  /** Whether the team has macros at all. */
  hasMacros?: boolean
  /** False if the team has no playbooks, so that none need be read. */
  hasPlaybooks?: boolean
  /** False if the team has no voices, so that none need be read. */
  hasVoices?: boolean
  /** False if the team has no memories in use, so that none need be read. */
  hasMemories?: boolean
  /** The probability that the first source answers, from 0 to 1. */
  chance?: number
  /**
   * This maps the stem of a searched word to its significance, the idf over the passages. It is for a drafter that
   * chooses sentences by words.
   */
  weights?: ReadonlyMap<string, number>
  /** This maps the stem of a searched word to the number of passages that contain it. */
  holding?: ReadonlyMap<string, number>
  /** The number of passages that were searched. */
  passages?: number
}

/** Writes a draft. The drafters are `models` (any OpenAI-compatible endpoint) and the offline drafter. */
export interface Drafter {
  /** The name is "offline" or the model's name. */
  name: string
  /** The fingerprint of prompt, model and settings is part of the pipeline version. */
  fingerprint: string
  /** Yields text as it arrives. It ends early only by throwing. @throws ModelError */
  write(job: DraftJob, signal: AbortSignal): AsyncIterable<DraftPart>
  /**
   * Returns why no draft can be taken now, if so many wait already for all models that may be asked. Nothing is known
   * of it beforehand where this is missing.
   */
  refusal?(prepared: boolean): ModelError | undefined
}
export interface DraftJob {
  request: DraftRequest
  retrieval: RetrievedSources
  /** The language of the customer. */
  language: string | null
  /** The agent's own question. It is answered for the agent, and no letter is written. */
  question?: string
  /** A text to reword, in its own language. No letter is written. */
  rewrite?: RewriteTask
  /** The language that the agent's wish names, ISO 639-1. It comes before the customer's. */
  wishedLanguage?: string | undefined
  /** The day on which the letter is written, as YYYY-MM-DD. */
  today?: string
  /** What the team says of itself in `models.yaml`. */
  team?: TeamWords | undefined
  /** How the reply sounds. It is in the language that was asked for; a drafter may write in another. */
  voice?: TeamVoice | undefined
  /** The words that the team writes in place of others, as its replies have shown. */
  wordings?: readonly TeamWording[] | undefined
  /** Replies to similar tickets, as examples of style. */
  examples?: string[]
  /** What was asked and tried, as read without a model. */
  threadSummary?: SummaryLine[]
  /** This asks once more for a letter that a check found faults in. */
  repair?: { letter: string; faults: string[] }
  /** The person who asked, or undefined for the relay itself. The model's usage is counted for them. */
  person?: PairedPerson
  /** Called with the usage each time a model was asked. */
  count?: (counted: { in: number; out: number; estimated: boolean }) => void
  /** Holds what was used for this draft until it is stored with the draft's end. */
  held?: HeldUsage | undefined
}
/** What was used for a draft and is not stored yet. */
export interface HeldUsage {
  readonly entries: readonly UsageEntry[]
  /** Returns false if it is too late to store this with the draft, so that it has to be stored by itself. */
  hold(entry: UsageEntry): boolean
}
/** A masked text and how to reword it: by one of the fixed changes, into another language, or as the agent says. */
export interface RewriteTask {
  text: string
  change: Rewrite | Translation | { wish: string }
}
/** What the team says of itself, for the prompt. */
export interface TeamWords {
  company?: string | undefined
  /** How replies are sent, for example "e-mail" or "chat". */
  channel?: string | undefined
  /** Sentences that hold for every ticket. */
  facts?: string[] | undefined
  /** What every letter tells the customer below its closing. No model is told. */
  disclosure?: Disclosure | undefined
}
/** One line for all languages, or one for each language (ISO 639-1). */
export type Disclosure = string | Record<string, string>
export type DraftPart =
  /**
   * Names the model that writes from here on, if the drafter asks several in order. It comes before its first
   * text.
   */
  | { writer: string; instead?: Fallback }
  /** The draft waits for this model, at this place in its queue, from 1. */
  | { waiting: WaitingPlace }
  | { text: string }
  /** The numbers of the sources that the model names for the text so far. They are not part of the text. */
  | { cites: number[] }
  /** The exact upstream request. It comes before the first text and is stored for the request inspector. */
  | { upstream: { url: string; body: string } }
  | { questions: MissingFact[] }
  | { refusal: Refusal }
  | { answer: Answer }
  /** The language that the draft is written in, if it isn't the ticket's. It comes before the first text. */
  | { language: string }
  | { tokens: { in: number; out: number } }

/** Where a draft stands that waits for a busy model. */
export interface WaitingPlace {
  model: string
  place: number
}

/** Says why the first model in the order didn't write: its name, and its error. */
export interface Fallback {
  of: string
  code: ModelError["code"]
}

/** Summarises the thread. */
export interface Summariser {
  name: string
  /** Yields the lines of a summary. @throws ModelError */
  summarise(ticket: MaskedTicket, signal: AbortSignal, asked?: SummaryOptions): AsyncIterable<SummaryLine>
}
export interface SummaryOptions extends Pick<DraftJob, "person" | "count"> {
  /** Called before the first line with the name of the model that writes, if several are asked in order. */
  writes?: (model: string) => void
}

/** Says for each sentence of a text whether what it is held against supports it. */
export interface Verifier {
  name: string
  /** The fingerprint of prompt, model and settings is part of the pipeline version. */
  fingerprint: string
  /** Asks once for all sentences. A sentence may lack a verdict. @throws ModelError */
  verify(task: VerifyTask, signal: AbortSignal, asked?: AskOptions): Promise<VerifierReply>
}
export interface VerifyTask {
  /** A letter is held against ticket and sources; a rewrite and its text against each other. */
  of: "letter" | "rewrite"
  evidence: readonly EvidencePart[]
  sentences: readonly SentenceToVerify[]
  /** The text that the sentences are from, as far as it is written. */
  text?: string
  setting?: LetterSetting
}
/** What holds for every sentence of a letter. */
export interface LetterSetting {
  /** The day on which it is written, in ISO 8601. */
  today: string
  /** How customer and agent write to each other, if the helpdesk shows it. */
  channel?: Channel | undefined
  team?: TeamWords | undefined
}
/** A message, a page or another text that sentences are held against. */
export interface EvidencePart {
  /** The name of the part, such as "S1" for the first source and "M2" for the second message. */
  id: string
  /** What it is, and whose words: "public page: Returning a lamp". */
  head: string
  /** Its sentences. Each is named by the part and its place, from 1: "S1.2". */
  sentences: readonly string[]
}
export interface SentenceToVerify {
  /** Its number in the request, from 1. */
  n: number
  text: string
  /** The parts that it is held against, by id. Without it, against all. */
  against?: readonly string[]
}
export interface VerifierReply {
  verdicts: Verdict[]
  /** The customer's questions that a letter leaves open. */
  unanswered: string[]
}
export interface Verdict {
  n: number
  verdict: VerdictKind
  /** The names of the sentences that show it, such as "S1.2". */
  evidence?: readonly string[]
  /** Why, in a short phrase. */
  why?: string
}
export interface AskOptions extends Pick<DraftJob, "person" | "count" | "held"> {
  /** Called with the name of the model that is asked, if several are asked in order. */
  writes?: (model: string) => void
}

/** Reads how a reply sounds. */
export interface ToneReader {
  name: string
  /** Asks once for all sentences. A quote stands in its sentence word for word. @throws ModelError */
  read(task: ToneTask, signal: AbortSignal, asked?: AskOptions): Promise<{ findings: ToneReading[]; dropped: number }>
}
export interface ToneTask {
  sentences: { n: number; text: string }[]
}
export interface ToneReading {
  n: number
  kind: ModelToneKind
  quote: string
}

/** The codes of the ways in which a model fails. */
export const MODEL_ERRORS = [
  "model-unreachable",
  "model-refused",
  "model-cut",
  "model-silent",
  "model-empty",
  "model-bad-answer",
  "model-busy",
  "model-away",
  "model-queue-full",
  "budget-cost",
  "budget-month"
] as const

/** An error of a model, in words that the agent can act on. */
export class ModelError extends Error {
  override name = "ModelError"
  readonly code: (typeof MODEL_ERRORS)[number]
  readonly retryable: boolean
  /** After so many seconds it makes sense to ask again. */
  retryAfter: number | undefined
  /** The HTTP status of an answer that refuses the request. */
  status: number | undefined
  constructor(code: ModelError["code"], message: string, retryable: boolean, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.retryable = retryable
  }
}

/** Returns what search found with more sources behind it, each with a number of its own. */
export function addSources(retrieval: RetrievedSources, more: readonly Omit<Source, "n">[]): RetrievedSources {
  const last = Math.max(0, ...retrieval.sources.map(({ n }) => n))
  return {
    ...retrieval,
    sources: [...retrieval.sources, ...more.map((source, at) => ({ ...source, n: last + at + 1 }))]
  }
}
