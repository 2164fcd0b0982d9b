import { CopyOnly, NoEditor, type HelpdeskAdapter } from "../contract/adapter.ts"
import { newestPublic, readTicket } from "./read-ticket.ts"
import { TICKET } from "./recognise.ts"
import { fd } from "./selectors.ts"

/**
 * Freshdesk. It is read by the API of its own page. One editor serves replies, forwards and notes, and nothing that is
 * known of the page says which of them is open, so Insert isn't offered.
 */
export const freshdesk: HelpdeskAdapter = {
  id: "freshdesk",
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
  }
}
