import type { CommandAnswer } from "../protocol/panel.ts"
import { PageError } from "./page-door.ts"
import type { Desk, Work } from "./work.ts"

/** A line of the summary leads to its message in the helpdesk's page. What stands in the way is the answer's, not the ticket's. */
export async function showMessage(desk: Desk, work: Work, messageId: string): Promise<CommandAnswer> {
  const message = work.record?.messages.find(({ id }) => id === messageId)
  const tab = await desk.tabs.byKey(work.key)
  if (!message) return { ok: false, code: "no-message" }
  if (!tab) return { ok: false, code: "other-ticket" }
  try {
    await desk.page.showMessage(tab.tabId, { ticketId: work.ticket.ticketId, messageId, at: message.at })
    return { ok: true }
  } catch (error) {
    if (error instanceof PageError) return { ok: false, code: error.notice.code }
    throw error
  }
}
