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

/**
 * Notes that the text in the editor has come to rest, and whether it is still the one that was checked.
 * @param reading the text in the editor
 */
export async function noteReplyPause(services: Services, state: TicketState, reading: Promise<string>): Promise<void> {
  try {
    const reply = ownReplyIn(await reading)
    state.replyPauses = (state.replyPauses ?? 0) + 1
    if (state.replyCheck) state.replyCheck = comparedWith(reply, state.replyCheck)
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    // There is a note, or no editor any more, so what was said of a reply no longer holds.
    if (state.replyCheck?.state !== "checking") delete state.replyCheck
  }
  services.show(state)
}

function comparedWith(reply: string, { isChanged: _before, ...check }: ReplyCheck): ReplyCheck {
  return reply === check.text ? check : { ...check, isChanged: true }
}

/** Returns what the agent wrote of a text in the editor, without quote and signature. */
export const ownReplyIn = (text: string): string => ownWords(text).trim()
