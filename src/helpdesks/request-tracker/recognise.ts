import type { Recogniser } from "../contract/recogniser.ts"

/** The address of a page of one ticket. */
export const TICKET_PAGE = /\/Ticket\/(?:Display|History|Update|Modify\w*)\.html$/

/**
 * Recognises the pages of a ticket, such as comp-Ticket-Display, also right after sign-in, when the address says
 * Login.html. RT 6 swaps pages without a load, and then the address alone tells. Many other pages contain lists.
 */
export const recogniseRequestTracker: Recogniser = ({ document, url }) =>
  document.querySelector("body[id^=comp-Ticket-]") !== null ||
  (TICKET_PAGE.test(url.pathname) && document.querySelector("body[id^=comp-]") !== null) ||
  (document.querySelector("body[id^=comp-] .ticket-list") !== null && "list")
