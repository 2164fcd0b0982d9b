import { CopyOnly, NoEditor, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { showsThread } from "../contract/read-threads.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { inInbox, observeInbox, openConversation } from "./inbox.ts"
import { newestPublic, readTicket } from "./read-ticket.ts"
import { isIntercom } from "./recognise.ts"
import { ic } from "./selectors.ts"

/**
 * Intercom's inbox. It is read by the request of its own page. One editor serves replies and notes, and nothing that is
 * known of the page says which of them is open, so Insert isn't offered.
 */
export const intercom: HelpdeskAdapter = {
  id: "intercom",
  copyOnly: () => true,
  changes: { childList: true, subtree: true },
  observe: observeInbox,
  matches: ({ url }) => isIntercom(url),

  openTicket({ document, url }) {
    const open = openConversation(url)
    return open && { ticketId: open.ticketId, thread: String(inInbox(document, ic.part).length) }
  },

  readTicket,
  newestPublic,

  findReplyEditor({ document, url }, ticketId) {
    if (openConversation(url)?.ticketId !== ticketId || inInbox(document, ic.editor).length === 0) throw new NoEditor()
    throw new CopyOnly()
  },

  selfTest(page) {
    const { document, url } = page
    const open = openConversation(url)
    const find = () => {
      // ProseMirror in a form that isn't known.
      if (open && inInbox(document, ic.editor).length === 0 && inInbox(document, ic.proseMirror).length > 0)
        throw new PageChanged("reply editor")
      return intercom.findReplyEditor(page, open?.ticketId ?? "")
    }
    const parts = () => showsThread(page, open?.ticketId, inInbox(document, ic.part).length > 0)
    return [...testParts([["messages", parts]]), ...testEditor(find)]
  }
}
