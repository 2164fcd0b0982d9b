import type { Recogniser } from "../contract/recogniser.ts"

/** The address of a page of one ticket. */
export const TICKET_PAGE = /\/Ticket\/(?:Display|History|Update|Modify\w*)\.html$/

/**
 * Recognises the pages of a ticket, such as comp-Ticket-Display, also right after sign-in, when the address says
 * Login.html. RT 6 swaps pages without a load, and then the address alone tells. Many other pages contain lists.
 */
export const recogniseRequestTracker: Recogniser = ({ document, url }) => {
  const page = document.querySelector("body[id^=comp-]")
  if (page === null) return false
  if (page.id.startsWith("comp-Ticket-") || TICKET_PAGE.test(url.pathname)) return true
  return page.querySelector(".ticket-list") !== null && "list"
}
