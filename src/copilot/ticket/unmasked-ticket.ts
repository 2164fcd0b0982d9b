import type { Ticket } from "../../ticket/ticket.ts"
import type { Services, TicketState } from "./ticket-state.ts"

/**
 * The ticket in clear, internal notes too; never stored. Mostly what a draft was prepared from; read once for as long
 * as nothing new has come.
 */
export async function readUnmaskedTicket(services: Services, state: TicketState, tabId: number): Promise<Ticket> {
  const version = state.record?.version ?? ""
  if (state.seen?.version !== version)
    state.seen = {
      version,
      ticket: await services.page.readTicket(tabId, state.ticket.ticketId, AbortSignal.timeout(READ_MS))
    }
  return state.seen.ticket
}

/** Milliseconds. */
const READ_MS = 20_000
