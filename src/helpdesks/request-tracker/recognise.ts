import type { Recogniser } from "../recogniser.ts"

/** The pages of a ticket, e.g. comp-Ticket-Display: also right after sign-in, when the address says Login.html. */
export const recogniseRequestTracker: Recogniser = ({ document }) => document.querySelector("body[id^=comp-Ticket-]") !== null
