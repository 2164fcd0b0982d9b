import type { Ticket } from "./ticket.ts"

/** Another ticket of the same requester, and its address in the helpdesk. */
export interface EarlierTicket {
  ticketId: string
  url: string
}

/** A sentence in which the team promised something in an earlier ticket of the same requester. */
export interface EarlierPromise {
  ticketId: string
  /** When it was written, ISO 8601. */
  at: string
  text: string
}

/** A promise as a source has it: with its day, because "by Friday" was said then. */
export const promiseLine = ({ at, text }: Pick<EarlierPromise, "at" | "text">): string =>
  `Promised on ${at.slice(0, 10)}: ${text}`

/** Why earlier tickets could not be read. */
export type EarlierProblem = "timeout" | "unreadable" | "logged-out" | "page-changed" | "not-masked"

/**
 * What was promised in earlier tickets, newest first, each with the address of its ticket. With `problem` it isn't
 * known.
 */
export interface PromisedEarlier {
  promises: (EarlierPromise & { url: string })[]
  problem?: EarlierProblem
}

/** Earlier tickets as the page read them. They stay in the memory of the browser's worker. */
export interface EarlierRead {
  tickets: (EarlierTicket & { ticket: Ticket })[]
  problem?: EarlierProblem
}

/** How many sentences of earlier tickets a draft has. */
export const MAX_EARLIER_PROMISES = 3
