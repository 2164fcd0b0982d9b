import { doubledInThread } from "../../text/mail/letter-frame.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { framedSites } from "./kept-sites.ts"
import type { Services, TicketState } from "./ticket-state.ts"

/**
 * Notes that the team's last message greeted or signed twice, because the helpdesk does so itself, unless Insert leaves
 * both out at this site already. Another notice is more urgent and stays.
 */
export async function noteDoubledFrame(services: Services, state: TicketState, { messages }: Ticket): Promise<void> {
  const { greeting, closing } = doubledInThread(messages)
  if (state.notice || (!greeting && !closing)) return
  const tab = await services.tabs.byKey(state.key)
  if (!tab || (await framedSites(services.browser).has(tab.origin))) return
  const what = greeting && closing ? "both" : greeting ? "greeting" : "closing"
  state.notice = { code: "framed-twice", data: { what } }
}
