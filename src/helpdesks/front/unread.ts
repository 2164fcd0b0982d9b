import { frontConversation, isFront } from "../../ticket/helpdesk-api/front-conversation.ts"
import type { UnreadHelpdesk } from "../contract/adapter.ts"

/** Front, where the address names no conversation. Nothing of its page is known, so the box that was shown decides. */
export const frontPage: UnreadHelpdesk = {
  id: "front",
  matches: ({ url }) => isFront(url) && frontConversation(url) === undefined,
  mayBeReply: () => true
}
