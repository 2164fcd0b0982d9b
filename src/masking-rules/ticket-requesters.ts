import { sql, type Generated, type Kysely, type RawBuilder } from "kysely"
import type { Schema } from "../storage/schema.ts"
import { TENANT } from "../storage/tenant.ts"

/** A ticket of a requester, as browsers tell whose it is. One that changed hands has several rows. */
export interface TicketRequesterRow {
  tenant: Generated<string>
  /** The keyed hash of the requester's address. */
  requester: string
  site: string
  helpdesk: string
  ticket_id: string
  at: Date
}

declare module "../storage/schema.ts" {
  interface Schema {
    ticket_requesters: TicketRequesterRow
  }
}

/**
 * The statement that stores whose ticket one is. It can be part of another.
 * @param from what it is stored for, so that nothing is stored if that is empty: "from begun"
 */
export const noteRequester = (
  { requester, site, helpdesk, ticket_id, at }: Omit<TicketRequesterRow, "tenant">,
  from: RawBuilder<unknown> = sql``
) => sql`
  insert into ticket_requesters (requester, site, helpdesk, ticket_id, at)
  select ${requester}::text, ${site}::text, ${helpdesk}::text, ${ticket_id}::text, ${at}::timestamptz ${from}
  on conflict (tenant, requester, helpdesk, ticket_id, site) do update set at = greatest(ticket_requesters.at, excluded.at)`

/** The tables in which a ticket is named by its site, helpdesk and number. */
export const TICKET_TABLES = [
  "drafts",
  "outcomes",
  "source_feedback",
  "intent_corrections",
  "past_tickets",
  "memory_edits"
] as const

/** Forgets from before this time whose a ticket is of which nothing else is stored any more. */
export async function removeOldRequesters(db: Kysely<Schema>, before: Date): Promise<void> {
  const isGone = TICKET_TABLES.map(
    (table) => sql`not exists (select from ${sql.table(table)} t
      where t.helpdesk = r.helpdesk and t.ticket_id = r.ticket_id and t.site = r.site)`
  )
  await sql`
    delete from ticket_requesters r where r.tenant = ${TENANT} and r.at < ${before} and ${sql.join(isGone, sql` and `)}`.execute(
    db
  )
}

/** Replaces a site's origin by its hash, also where the ticket has a row with the hash already. */
export async function hashRequesterSites(db: Kysely<Schema>, stored: (site: string) => string): Promise<void> {
  const rows = await db.deleteFrom("ticket_requesters").where("site", "like", "http%").returningAll().execute()
  for (const row of rows) await noteRequester({ ...row, site: stored(row.site) }).execute(db)
}
