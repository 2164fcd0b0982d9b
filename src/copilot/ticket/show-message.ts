import type { CommandAnswer } from "../../protocol/panel.ts"
import { HelpdeskPageFault } from "./page-client.ts"
import type { Services, TicketState } from "./ticket-state.ts"

/**
 * Shows the message of a summary line in the helpdesk's page. A failure is returned as the answer and doesn't become
 * the ticket's notice.
 */
export async function showMessage(services: Services, state: TicketState, messageId: string): Promise<CommandAnswer> {
  const message = state.record?.messages.find(({ id }) => id === messageId)
  if (!message) return { ok: false, code: "no-message" }
  return runReadOnly(services, state, async (tabId) => {
    await services.page.showMessage(tabId, { ticketId: state.ticket.ticketId, messageId, at: message.at })
    return { ok: true }
  })
}

/** Runs a step that changes nothing. The message in the bar stays, and the caller reports a failure. */
export async function runReadOnly(
  services: Services,
  state: TicketState,
  look: (tabId: number) => Promise<CommandAnswer>
): Promise<CommandAnswer> {
  const tab = await services.tabs.byKey(state.key)
  if (!tab) return { ok: false, code: "other-ticket" }
  try {
    return await look(tab.tabId)
  } catch (error) {
    if (error instanceof HelpdeskPageFault) return { ok: false, code: error.notice.code }
    throw error
  }
}
