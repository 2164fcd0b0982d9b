import { frontConversation } from "../../ticket/helpdesk-api/front-conversation.ts"
import { CopyOnly, NoEditor, type HelpdeskAdapter } from "../contract/adapter.ts"
import { showsThread } from "../contract/read-threads.ts"
import { testParts } from "../contract/self-test.ts"
import { newestPublic, readTicket } from "./read-ticket.ts"
import { fr } from "./selectors.ts"

/**
 * Front, where the address names a conversation. It is read by Front's documented API, because nothing public says what
 * its page holds. That needs a token, so places that an agent has shown take its place (`ticket/page-recipe.ts`). Of
 * its box nothing is known either, so Insert isn't offered.
 */
export const front: HelpdeskAdapter = {
  id: "front",
  copyOnly: () => true,
  changes: { childList: true, subtree: true },
  matches: ({ url }) => frontConversation(url) !== undefined,

  openTicket({ url }) {
    const ticketId = frontConversation(url)
    return ticketId === undefined ? undefined : { ticketId }
  },

  readTicket,
  newestPublic,

  findReplyEditor({ url }, ticketId) {
    if (frontConversation(url) !== ticketId) throw new NoEditor()
    throw new CopyOnly()
  },

  selfTest(page) {
    const pane = page.document.querySelector(fr.pane)
    return testParts([["ticket pane", () => showsThread(page, frontConversation(page.url), pane !== null)]])
  }
}
