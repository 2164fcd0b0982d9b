import type { Recogniser } from "../contract/adapter.ts"

/** The address of a page of one ticket. */
export const TICKET_PAGE = /\/Ticket\/(?:Display|History|Update|Modify\w*)\.html$/

/**
 * Where a page may be one of RT's: its names end so, a dashboard's address ends with the name that was given to it, and
 * the home page may be asked for without its last slash.
 */
const ANY_PAGE = /(?:\/|\.html)$|\/Dashboards\/|^\/[^/]+$/

/**
 * Recognises the pages of a ticket, such as comp-Ticket-Display, also right after sign-in, when the address says
 * Login.html. RT 6 swaps pages without a load, and then the address alone tells. Many other pages contain lists.
 */
export const recogniseRequestTracker: Recogniser = (page) => {
  if (!ANY_PAGE.test(page.url.pathname)) return false
  const body = page.document.querySelector("body[id^=comp-]")
  if (body === null) return false
  if (body.id.startsWith("comp-Ticket-") || TICKET_PAGE.test(page.url.pathname)) return true
  return body.querySelector(".ticket-list") !== null && "list"
}
