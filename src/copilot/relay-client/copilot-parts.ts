import type { AttachmentJob, AttachmentText } from "../../ticket/attachment.ts"
import type { GuardFinding } from "../../checks/guard/basis/finding.ts"
import type { GuardJob } from "../../checks/guard/guard-draft.ts"
import type { AnsweringSentence, AnswerJob } from "../../checks/evidence/answering-sentences.ts"
import type { EvidenceJob } from "../../checks/evidence/compare.ts"
import type { PromiseSaid, PromisesJob } from "../../checks/speech/earlier-promises.ts"
import type { ToneJob } from "../../checks/tone/tone.ts"
import type { MaskJob } from "../../masking/jobs.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { Browser } from "../../platform/browser.ts"
import type { Database } from "../../store/database.ts"
import type { ComparedTranslation, TranslationJob } from "../../checks/translation/compare-translation.ts"
import type { EvidencePair } from "../../ticket/evidence-pair.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { DeedsJob } from "../../checks/deeds/letter-deeds.ts"
import type { LetterDeed } from "../../ticket/letter-deed.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"
import type { ToneFinding } from "../../ticket/tone-finding.ts"
import type { Bearer, RelayClient, VersionsTold } from "./relay-client.ts"

/** The parts of the copilot. The background worker passes the real ones, and tests pass their own. */
export interface CopilotParts {
  browser: Browser
  masker: Masker
  /** Looks for facts that nobody gave. It runs elsewhere in this browser, because it gets the internal notes. */
  checkDraft(job: GuardJob): Promise<GuardFinding[]>
  /** Holds a letter beside its sources. It runs elsewhere, because the word lists are large. */
  findEvidence(job: EvidenceJob): Promise<EvidencePair[]>
  /** Finds what a letter says that its writer did or sends along. It runs elsewhere for the same reason. */
  findDeeds(job: DeedsJob): Promise<LetterDeed[]>
  findAnswer(job: AnswerJob): Promise<AnsweringSentence[]>
  /** Finds what the team promised in an earlier ticket. It runs elsewhere, like the tone check. */
  findPromises(job: PromisesJob): Promise<PromiseSaid[]>
  /** Takes the text out of a file, in a worker that is stopped afterwards. @throws an error whose code says why not */
  readAttachment(job: AttachmentJob, signal: AbortSignal): Promise<AttachmentText>
  /**
   * Runs elsewhere, because the data that tells languages apart would make the worker start several times as slowly.
   */
  checkTone(job: ToneJob): Promise<ToneFinding[]>
  /** Tells languages and compares translations. It runs elsewhere for the same reason. */
  checkTranslation(job: TranslationJob): Promise<ComparedTranslation[]>
  clock: Clock
  /** `lost` is called when the browser took the database away. */
  openDatabase(lost: () => void): Database
  relay(address: string, bearer: Bearer, versionsTold?: VersionsTold): RelayClient
}

/**
 * Masks elsewhere, with a deadline. @throws an error with code "mask-timeout" or "too-long"; nothing may be sent then
 */
export interface Masker {
  /** `table` is the ticket's former one, so that the same value keeps its placeholder. */
  ticket(
    ticket: Ticket,
    table: MaskTable | undefined,
    said: MaskingChoices,
    signal: AbortSignal
  ): Promise<{ masked: MaskedTicket; table: MaskTable }>
  /** Masks texts that the agent wrote about a ticket which has been masked. */
  texts(
    texts: string[],
    known: TicketPeople,
    table: MaskTable,
    said: MaskingChoices,
    signal: AbortSignal
  ): Promise<{ masked: string[]; table: MaskTable }>
}

/**
 * What people decide about masking: the agent for words of this ticket, the team for all tickets. The egress adds the
 * team's rules to every job.
 */
export type MaskingChoices = Pick<MaskJob, "told" | "rules">

/** The people who are named on a ticket. The people in its table are known besides. */
export type TicketPeople = Pick<Ticket, "requester" | "agent" | "people"> & { messages: Pick<Message, "author">[] }

export interface Clock {
  /** In milliseconds since 1970. */
  now(): number
  /**
   * Calls back once. @returns a function that cancels it. It ends with the worker, so nothing may depend on it alone
   */
  after(milliseconds: number, work: () => void): () => void
}

export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  }
}

export const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString()
