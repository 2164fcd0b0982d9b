import type { Ticket } from "../../ticket/ticket.ts"
import type { Services, TicketState } from "./ticket-state.ts"

/**
 * Returns the ticket unmasked, with internal notes. It is never stored. It is usually what a draft was prepared from,
 * and is read only once as long as nothing new has come.
 */
export async function readUnmaskedTicket(services: Services, state: TicketState, tabId: number): Promise<Ticket> {
  const version = state.record?.version ?? ""
  if (state.latest?.version !== version)
    state.latest = {
      version,
      ticket: await services.page.readTicket(tabId, state.ticket.ticketId, AbortSignal.timeout(READ_MS))
    }
  return state.latest.ticket
}

/** In milliseconds. */
const READ_MS = 20_000
