import type { CommandAnswer } from "../../protocol/panel.ts"
import { PageError } from "./page-door.ts"
import type { Desk, Work } from "./work.ts"

/**
 * A line of the summary leads to its message in the helpdesk's page. What stands in the way is the answer's, not the
 * ticket's.
 */
export async function showMessage(desk: Desk, work: Work, messageId: string): Promise<CommandAnswer> {
  const message = work.record?.messages.find(({ id }) => id === messageId)
  if (!message) return { ok: false, code: "no-message" }
  return looking(desk, work, async (tabId) => {
    await desk.page.showMessage(tabId, { ticketId: work.ticket.ticketId, messageId, at: message.at })
    return { ok: true }
  })
}

/** Changes nothing: what the bar says still holds, and what went wrong is for whoever asked to say. */
export async function looking(
  desk: Desk,
  work: Work,
  look: (tabId: number) => Promise<CommandAnswer>
): Promise<CommandAnswer> {
  const tab = await desk.tabs.byKey(work.key)
  if (!tab) return { ok: false, code: "other-ticket" }
  try {
    return await look(tab.tabId)
  } catch (error) {
    if (error instanceof PageError) return { ok: false, code: error.notice.code }
    throw error
  }
}
