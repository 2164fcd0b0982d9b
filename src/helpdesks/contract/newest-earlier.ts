import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import { isoTime } from "./shown-time.ts"

/** How many earlier tickets are read. */
const MOST = 3

/**
 * Returns the tickets that were opened before this one and not before `since`, the newest first. A helpdesk numbers its
 * tickets in their order, so the number tells which is earlier.
 * @param opened the requester's tickets, each with the time when it was opened
 * @param address returns a ticket's address
 */
export function newestEarlier(
  opened: { ticketId: string; at: string }[],
  { ticketId, since }: { ticketId: string; since: string },
  address: (ticketId: string) => string
): EarlierTicket[] {
  return opened
    .map((one) => ({ ...one, at: isoTime(one.at) }))
    .filter((one) => Number(one.ticketId) < Number(ticketId) && one.at >= since)
    .sort((a, b) => Number(b.ticketId) - Number(a.ticketId))
    .slice(0, MOST)
    .map((one) => ({ ticketId: one.ticketId, url: address(one.ticketId) }))
}
