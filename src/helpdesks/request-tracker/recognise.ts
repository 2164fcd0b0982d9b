import type { Recogniser } from "../contract/recogniser.ts"

/**
 * The pages of a ticket, e.g. comp-Ticket-Display: also right after sign-in, when the address says Login.html. Lists
 * stand in many others.
 */
export const recogniseRequestTracker: Recogniser = ({ document }) =>
  document.querySelector("body[id^=comp-Ticket-]") !== null ||
  (document.querySelector("body[id^=comp-] .ticket-list") !== null && "list")
