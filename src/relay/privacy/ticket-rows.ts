import { expressionBuilder, sql, type Expression, type Kysely, type SqlBool } from "kysely"
import type {} from "../../knowledge/feedback/feedback.ts"
import { removeUnfounded } from "../memories/in-force.ts"
import type {} from "../memories/tables.ts"
import { removePastTickets } from "../../search/past-tickets/past-ticket-store.ts"
import type {} from "../../search/past-tickets/tables.ts"
import type { Schema } from "../../storage/schema.ts"
import type {} from "../intents/training-examples.ts"

export interface StoredTicket {
  /** The forms in which its site may be stored. */
  sites: string[]
  helpdesk: string
  ticketId: string
}

export interface Eraser {
  /** Null if the relay no longer knows the person. */
  id: string | null
  /** Whether cases of an unknown site are erased too if a colleague reported them. */
  ofAll: boolean
}

/**
 * Selects what belongs to the ticket. What an older extension reported has an unknown site. A person's own rows of it
 * are included, but a colleague's may belong to a ticket of another site.
 */
export function ofTicket({ sites, helpdesk, ticketId }: StoredTicket, by: Eraser): Expression<SqlBool> {
  const is = expressionBuilder<
    Schema,
    "drafts" | "outcomes" | "source_feedback" | "past_tickets" | "intent_corrections" | "memory_edits"
  >()
  const ofUnknown = is.and([is("site", "=", ""), ...(by.ofAll ? [] : [is("person", "=", by.id)])])
  return is.and([
    is("helpdesk", "=", helpdesk),
    is("ticket_id", "=", ticketId),
    is.or([is("site", "in", sites), ofUnknown])
  ])
}

/**
 * Deletes everything that is stored of the ticket, with the reviews of its cases. It must run in the caller's
 * transaction.
 * @param until rows that are newer than this stay; without it, all go
 */
export async function removeTicketRows(
  work: Kysely<Schema>,
  ticket: StoredTicket,
  by: Eraser,
  until?: Date
): Promise<{ drafts: string[]; cases: { id: string; account: string }[] }> {
  const its = (column: "created_at" | "at") =>
    until === undefined
      ? ofTicket(ticket, by)
      : sql<SqlBool>`(${ofTicket(ticket, by)} and ${sql.ref(column)} <= ${until})`
  const drafts = await work.deleteFrom("drafts").where(its("created_at")).returning("id").execute()
  const cases = await work.deleteFrom("outcomes").where(its("created_at")).returning(["id", "account"]).execute()
  await work
    .deleteFrom("ticket_requesters")
    .where("helpdesk", "=", ticket.helpdesk)
    .where("ticket_id", "=", ticket.ticketId)
    .where("site", "in", ticket.sites)
    .where("at", "<=", until ?? new Date(8.64e15))
    .execute()
  await work.deleteFrom("source_feedback").where(its("at")).execute()
  await work.deleteFrom("intent_corrections").where(its("at")).execute()
  await removePastTickets(work, its("at"))
  const edits = await work.deleteFrom("memory_edits").where(its("at")).returning("memory").execute()
  await removeUnfounded(
    work,
    edits.map(({ memory }) => memory)
  )
  return { drafts: drafts.map(({ id }) => id), cases }
}
