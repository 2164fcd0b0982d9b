import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { visibleIn, type Scope } from "../../search/candidates/visible.ts"
import { linkPastTickets, removePastTickets } from "../../search/past-tickets/past-ticket-store.ts"
import { storable } from "../../search/candidates/source-choice.ts"
import { PAGE_KINDS } from "./likely-pages.ts"
import { linkOf, type SolvedTicket } from "./solved-ticket.ts"

/**
 * Records that a page answered a solved ticket, or that it didn't. It must run in the caller's transaction.
 * @returns false if there is no such ticket or page that the person may see
 */
export async function confirmPage(
  write: Kysely<Schema>,
  scope: Scope,
  { ticket, document, confirmed }: { ticket: string; document: string; confirmed: boolean },
  now: Date
): Promise<boolean> {
  if (!storable(ticket) || !storable(document)) return false
  const [solved] = await readVisible(write, { ...scope, kinds: ["ticket"] }, ticket)
  const [page] = await readVisible(write, { ...scope, kinds: PAGE_KINDS }, document)
  if (!solved || !page) return false
  if (confirmed) await linkPastTickets(write, [linkOf(solved, page.id, "confirmed", now)])
  else await removePastTickets(write, sql<boolean>`solved = ${ticket} and document = ${document}`)
  return true
}

async function readVisible(db: Kysely<Schema>, scope: Scope, id: string): Promise<SolvedTicket[]> {
  const { rows } = await sql<SolvedTicket>`
    select id, title, locale, changed, details from documents where ${visibleIn(scope)} and id = ${id}`.execute(db)
  return rows
}
