import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { idOf, listOf, recordOf, textOf } from "../contract/foreign-json.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { getJson } from "./api.ts"

/**
 * Reads the tickets that the requester opened: "List Tickets" of Zendesk's documentation,
 * `users/{id}/tickets/requested`. `sort_by` holds for pages by offset, so this one isn't asked by cursor.
 */
export async function earlierTickets(
  page: Page,
  ticketId: string,
  since: string,
  signal: AbortSignal
): Promise<EarlierTicket[]> {
  const { ticket } = await getJson(page, `tickets/${ticketId}.json`, signal)
  const requester = idOf(recordOf(ticket, "ticket")["requester_id"], "requester")
  const { tickets } = await getJson(
    page,
    `users/${requester}/tickets/requested.json?sort_by=created_at&sort_order=desc&per_page=${LISTED}`,
    signal
  )
  const opened = listOf(tickets, "earlier tickets").map((one) => ({
    ticketId: idOf(one["id"], "ticket number"),
    at: textOf(one["created_at"], "time")
  }))
  return newestEarlier(opened, { ticketId, since }, (id) => new URL(`/agent/tickets/${id}`, page.url).href)
}

/** The newest are among these unless the requester has opened as many since. */
const LISTED = 25
