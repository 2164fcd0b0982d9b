import type { UnreadHelpdesk } from "../contract/unread-helpdesk.ts"
import { isFront } from "./recognise.ts"

/** Front. Nothing of its page is known, so the box that an agent has shown decides. */
export const front: UnreadHelpdesk = {
  id: "front",
  matches: ({ url }) => isFront(url),
  mayBeReply: () => true
}
