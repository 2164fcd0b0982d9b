import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { idOf, listOf, textOf } from "../contract/foreign-json.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { personFields } from "./people.ts"
import { readRows, webPath } from "./rest.ts"

/**
 * Searches the requester's tickets by REST2, in TicketSQL as RT's query builder writes it (`Requestor.EmailAddress`).
 * A requester without an address has none.
 */
export async function earlierTickets(
  page: Page,
  ticketId: string,
  since: string,
  signal: AbortSignal
): Promise<EarlierTicket[]> {
  const [ticket] = await readRows(
    page,
    "/tickets",
    { query: `id=${ticketId}`, fields: "Requestor", ...personFields("Requestor") },
    signal
  )
  const [requester] = listOf(ticket?.["Requestor"] ?? [], "requester")
  const email = requester?.["EmailAddress"]
  // What would need to be escaped in TicketSQL is no usual address, and isn't asked for.
  if (typeof email !== "string" || !/^[\w.+@-]+$/.test(email)) return []
  const query = `Requestor.EmailAddress = '${email}' AND id < ${ticketId} AND Created >= '${since.slice(0, 10)}'`
  const rows = await readRows(
    page,
    "/tickets",
    { query, fields: "Created", orderby: "id", order: "DESC", per_page: "3" },
    signal
  )
  const opened = rows.map((row) => ({ ticketId: idOf(row["id"], "ticket number"), at: textOf(row["Created"], "time") }))
  return newestEarlier(
    opened,
    { ticketId, since },
    (id) => new URL(`${webPath(page)}/Ticket/Display.html?id=${id}`, page.url).href
  )
}
