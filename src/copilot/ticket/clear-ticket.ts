import type { Ticket } from "../../ticket/ticket.ts"
import type { Desk, Work } from "./work.ts"

/**
 * The ticket in clear, internal notes too; never stored. Mostly what a draft was prepared from; read once for as long
 * as nothing new has come.
 */
export async function clearTicket(desk: Desk, work: Work, tabId: number): Promise<Ticket> {
  const version = work.record?.version ?? ""
  if (work.seen?.version !== version)
    work.seen = {
      version,
      ticket: await desk.page.readTicket(tabId, work.ticket.ticketId, AbortSignal.timeout(READ_MS))
    }
  return work.seen.ticket
}

/** Milliseconds. */
const READ_MS = 20_000
