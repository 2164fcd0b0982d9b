import type { Message, Ticket } from "../../ticket/ticket.ts"
import { type Services, type TicketState, readerTab } from "./ticket-state.ts"
import { readPageTicket } from "./ticket-off.ts"

/**
 * Returns the ticket unmasked, with internal notes. It is never stored. It is usually what a draft was prepared from,
 * and is read only once as long as nothing new has come.
 */
export async function readUnmaskedTicket(services: Services, state: TicketState, tabId: number): Promise<Ticket> {
  const version = state.record?.version ?? ""
  if (state.latest?.version !== version)
    state.latest = {
      version,
      ticket: await readPageTicket(services, state, tabId, AbortSignal.timeout(READ_MS))
    }
  return state.latest.ticket
}

/** In milliseconds. */
const READ_MS = 20_000

/**
 * Returns the newest public messages of the ticket, unmasked, for what is compared in this browser. If the ticket can't
 * be read now, there are none, and the error is reported.
 */
export async function publicMessages(
  services: Services,
  state: TicketState
): Promise<Pick<Message, "role" | "text">[]> {
  const ticket = await ticketOf(services, state).catch(async (error: unknown) => {
    await services.reportError(error)
    return undefined
  })
  const shown = ticket?.messages.filter(({ visibility }) => visibility === "public") ?? []
  return shown.slice(-MESSAGES).map(({ role, text }) => ({ role, text: text.slice(0, MAX_CHARACTERS) }))
}

async function ticketOf(services: Services, state: TicketState): Promise<Ticket | undefined> {
  if (state.latest && state.latest.version === state.record?.version) return state.latest.ticket
  const tabId = await readerTab(services, state)
  return tabId === undefined ? undefined : readUnmaskedTicket(services, state, tabId)
}

/** The newest messages are enough to see where a sentence comes from. */
const MESSAGES = 40
/** In characters. */
const MAX_CHARACTERS = 20_000
