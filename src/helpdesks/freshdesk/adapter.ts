import { CopyOnly, NoEditor, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { showsThread } from "../contract/read-threads.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { newestPublic, readTicket } from "./read-ticket.ts"
import { TICKET } from "./recognise.ts"
import { fd } from "./selectors.ts"

/**
 * Freshdesk. It is read by the API of its own page. One editor serves replies, forwards and notes, and nothing that is
 * known of the page says which of them is open, so Insert isn't offered.
 */
export const freshdesk: HelpdeskAdapter = {
  id: "freshdesk",
  copyOnly: () => true,
  changes: { childList: true, subtree: true },
  matches: ({ document, url: { hostname, pathname } }) =>
    /^\/a(\/|$)/.test(pathname) &&
    (hostname.endsWith(".freshdesk.com") ||
      (TICKET.test(pathname) && document.querySelector(fd.app) !== null && !hostname.endsWith(".freshservice.com"))),

  openTicket({ document, url }) {
    const ticketId = TICKET.exec(url.pathname)?.[1]
    return ticketId ? { ticketId, thread: String(document.querySelectorAll(fd.item).length) } : undefined
  },

  readTicket,
  newestPublic,

  findReplyEditor({ document, url }, ticketId) {
    if (TICKET.exec(url.pathname)?.[1] !== ticketId || !document.querySelector(fd.editor)) throw new NoEditor()
    throw new CopyOnly()
  },

  selfTest(page) {
    const ticketId = TICKET.exec(page.url.pathname)?.[1]
    const find = () => {
      // Froala in a form that isn't known.
      if (ticketId && !page.document.querySelector(fd.editor) && page.document.querySelector(fd.froala))
        throw new PageChanged("reply editor")
      return freshdesk.findReplyEditor(page, ticketId ?? "")
    }
    const items = () => showsThread(page, ticketId, page.document.querySelector(fd.item) !== null)
    return [...testParts([["messages", items]]), ...testEditor(find)]
  }
}
