import type { PanelState } from "../../protocol/panel.ts"
import { ownWords } from "../../text/mail/own-words.ts"
import type { ReplyCheck } from "../../ticket/reply/reply-check.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** Returns what the panel shows of the reply in the editor. */
export function editorReplyOf(state: TicketState): Pick<PanelState, "reply"> {
  const { replyCheck: check, replyPauses: pauses = 0 } = state
  if (!check && pauses === 0) return {}
  const newer = check && newerAuthor(state, check)
  return { reply: { pauses, ...(check && { check: { ...check, ...(newer !== undefined && { newer }) } }) } }
}

/** Returns who wrote a customer's message that is newer than the thread of the check. */
function newerAuthor({ record }: TicketState, { threadAt }: ReplyCheck): string | undefined {
  if (threadAt === undefined) return undefined
  const since = Date.parse(threadAt)
  return record?.messages.findLast(({ role, at }) => role === "customer" && Date.parse(at) > since)?.author
}

/** Notes that the text in the editor has come to rest, and whether it is still the one that was checked. */
export async function noteReplyPause(services: Services, state: TicketState, tabId: number): Promise<void> {
  try {
    const own = ownWords(await services.page.readEditor(tabId, state.ticket.ticketId)).trim()
    state.replyPauses = (state.replyPauses ?? 0) + 1
    if (state.replyCheck) markChanged(state, own)
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    // There is a note, or no editor any more, so what was said of a reply no longer holds.
    if (state.replyCheck?.state !== "checking") delete state.replyCheck
  }
  services.show(state)
}

function markChanged(state: TicketState, own: string): void {
  const { isChanged: _before, ...check } = state.replyCheck as ReplyCheck
  state.replyCheck = { ...check, ...(own !== check.text && { isChanged: true as const }) }
}
