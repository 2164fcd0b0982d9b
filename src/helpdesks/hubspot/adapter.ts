import { CopyOnly, NoEditor, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { showsThread } from "../contract/read-threads.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { newestPublic, readTicket } from "./read-ticket.ts"
import { hb } from "./selectors.ts"
import { openThread } from "./thread.ts"

/**
 * HubSpot, where the address names a conversation. One box serves every channel and comments, and nothing proves which
 * is chosen, so Insert isn't offered. The request by which it is read without a token isn't known from HubSpot's page
 * itself, so places that an agent has shown take its place (`ticket/page-recipe.ts`).
 */
export const hubspot: HelpdeskAdapter = {
  id: "hubspot",
  copyOnly: () => true,
  changes: { childList: true, subtree: true },
  matches: (page) => openThread(page) !== undefined,

  // The page holds the messages near the view alone, so their count says nothing of the thread.
  openTicket(page) {
    const open = openThread(page)
    return open && { ticketId: open.ticketId }
  },

  readTicket,
  newestPublic,

  findReplyEditor(page, ticketId) {
    if (openThread(page)?.ticketId !== ticketId || !page.document.querySelector(hb.send)) throw new NoEditor()
    throw new CopyOnly()
  },

  selfTest(page) {
    const { document } = page
    const open = openThread(page)
    const find = () => {
      // ProseMirror in a form that isn't known.
      if (open && !document.querySelector(hb.send) && document.querySelector(hb.proseMirror))
        throw new PageChanged("reply editor")
      return hubspot.findReplyEditor(page, open?.ticketId ?? "")
    }
    // Of the help desk's own page it isn't known how it marks messages.
    const inInbox = open?.ticket === undefined ? open?.ticketId : undefined
    const messages = () => showsThread(page, inInbox, document.querySelector(hb.message) !== null)
    return [...testParts([["messages", messages]]), ...testEditor(find)]
  }
}
