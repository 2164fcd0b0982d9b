import type { GuardFinding } from "../../checks/guard/basis/finding.ts"
import type { GuardJob } from "../../checks/guard/job.ts"
import type { ToneJob } from "../../checks/tone/job.ts"
import type { MaskJob } from "../../masking/jobs.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { Browser } from "../../platform/browser.ts"
import type { Database } from "../../store/database.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"
import type { ToneFinding } from "../../ticket/tone-finding.ts"
import type { Bearer, RelayClient } from "./relay-client.ts"

/** What the copilot is made of. The background gives the real parts, a test its own. */
export interface CopilotParts {
  browser: Browser
  masker: Masker
  /** Looks for what nobody gave. Runs elsewhere, in this browser: it is told the internal notes. */
  checkDraft(job: GuardJob): Promise<GuardFinding[]>
  /** Runs elsewhere: with what tells languages apart the worker would take several times as long to wake. */
  checkTone(job: ToneJob): Promise<ToneFinding[]>
  clock: Clock
  /** `lost` is called when the browser took the database away. */
  openDatabase(lost: () => void): Database
  relay(address: string, bearer: Bearer, rulesTold?: (version: number) => void): RelayClient
}

/**
 * Masking runs elsewhere, with a deadline. @throws an error with code "mask-timeout" or "too-long": then nothing may
 * leave
 */
export interface Masker {
  /** `table` is the ticket's from before: the same value keeps its placeholder. */
  ticket(
    ticket: Ticket,
    table: MaskTable | undefined,
    said: MaskingChoices,
    signal: AbortSignal
  ): Promise<{ masked: MaskedTicket; table: MaskTable }>
  /** Texts of the agent's about a ticket that has been masked. */
  texts(
    texts: string[],
    known: TicketPeople,
    table: MaskTable,
    said: MaskingChoices,
    signal: AbortSignal
  ): Promise<{ masked: string[]; table: MaskTable }>
}

/**
 * What people decide about masking: the agent about words of this ticket, the team about all tickets. The egress adds
 * the team's rules to every job.
 */
export type MaskingChoices = Pick<MaskJob, "told" | "rules">

/** Who is named on a ticket. Those of its table are known besides. */
export type TicketPeople = Pick<Ticket, "requester" | "agent" | "people"> & { messages: Pick<Message, "author">[] }

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once; returns what calls it off. Dies with the worker: nothing may depend on it alone. */
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
