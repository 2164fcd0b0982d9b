import type { MissingFact, Refusal, Source, SummaryLine } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { ChosenSources, DraftRequest, PairedPerson } from "../../protocol/relay.ts"

/** The parts that a draft is made of; each room fills one, `pipeline.ts` joins them. */

/** Finds what may answer. `relay/knowledge`. */
export interface Retriever {
  /** Enters the pipeline version: what it finds by besides the words. */
  fingerprint?: string
  /**
   * Best first, at most `limit`; only what the person may see and what belongs to this helpdesk (sample or real). What
   * is `chosen` comes first, all of it, or is left out.
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
  /** Ids of those that the agent wants used. */
  chosen?: string[]
  /** Words that were searched. */
  searched: string[]
  /** How many documents could have answered. */
  documents: number
  /** How likely the first source answers, 0 to 1. */
  chance?: number
  /**
   * How much a searched word tells, by its stem: its idf over the passages. For a drafter that chooses sentences by
   * words.
   */
  weights?: Record<string, number>
}

/** Writes the letter. `models` (any OpenAI-compatible endpoint) and the offline drafter. */
export interface Drafter {
  /** "offline", or the model's name. */
  name: string
  /** Enters the pipeline version: prompt, model, settings. */
  fingerprint: string
  /** Yields text as it comes. Ends early only by throwing. @throws ModelError */
  write(job: DraftJob, signal: AbortSignal): AsyncIterable<DraftPart>
}
export interface DraftJob {
  request: DraftRequest
  found: RetrievedSources
  language: string | null
  /** Who asked; undefined: the relay itself. What a model takes is counted there. */
  person?: PairedPerson
  /** Hears what a model took, each time that one was asked. */
  count?: (counted: { in: number; out: number; estimated: boolean }) => void
}
export type DraftPart =
  /** Which model writes from here on, where the drafter asks several in order. Before its first text. */
  | { writer: string; instead?: Fallback }
  | { text: string }
  /** The exact upstream body, before the first text; stored for "What the model saw". */
  | { upstream: { url: string; body: string } }
  | { questions: MissingFact[] }
  | { refusal: Refusal }
  | { tokens: { in: number; out: number } }

/** Why not the first in the order wrote: its model's name, and what became of it. */
export interface Fallback {
  of: string
  code: ModelError["code"]
}

/** Reads the thread. */
export interface Summariser {
  name: string
  /** @throws ModelError */
  summarise(ticket: MaskedTicket, signal: AbortSignal, asked?: SummaryOptions): AsyncIterable<SummaryLine>
}
export interface SummaryOptions extends Pick<DraftJob, "person" | "count"> {
  /** Hears, before the first line, which model it is by, where several are asked in order. */
  writes?: (model: string) => void
}

/** A model that failed, in a way the agent can act on. */
export class ModelError extends Error {
  override name = "ModelError"
  readonly code:
    | "model-unreachable"
    | "model-refused"
    | "model-cut"
    | "model-silent"
    | "model-empty"
    | "model-bad-answer"
    | "model-busy"
    | "budget-cost"
  readonly retryable: boolean
  constructor(code: ModelError["code"], message: string, retryable: boolean, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.retryable = retryable
  }
}
