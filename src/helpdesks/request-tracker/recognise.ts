import type { Recogniser } from "../contract/recogniser.ts"

/**
 * Recognises the pages of a ticket, such as comp-Ticket-Display, also right after sign-in, when the address says
 * Login.html. Many other pages contain lists.
 */
export const recogniseRequestTracker: Recogniser = ({ document }) =>
  document.querySelector("body[id^=comp-Ticket-]") !== null ||
  (document.querySelector("body[id^=comp-] .ticket-list") !== null && "list")
