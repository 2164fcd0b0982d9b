import type { CommandAnswer } from "../../protocol/panel.ts"
import { isApiHelpdesk } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { keepToken } from "../helpdesk-api/api-tokens.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { openTicket } from "./open-ticket.ts"

/** Keeps the token for the API by which the ticket's helpdesk is read, and reads the ticket with it. "" forgets it. */
export async function changeToken(services: Services, state: TicketState, token: string): Promise<CommandAnswer> {
  const { helpdesk } = state.ticket
  const { cipher } = services.account.lookups
  if (!isApiHelpdesk(helpdesk) || !cipher) return { ok: false, code: "not-ready" }
  await keepToken(services.browser.local, cipher, helpdesk, { token: token.trim() })
  if (token.trim() !== "") await openTicket(services, state)
  return { ok: true }
}
