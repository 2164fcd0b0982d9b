import { sql, type Kysely, type SqlBool } from "kysely"
import type { Schema } from "../../storage/schema.ts"

/**
 * Makes figures count a reply once, although several people may have reported it. Of the cases of one reply (same site,
 * helpdesk, ticket and message), only the one counts that knows most of the draft. The order is inserted, copied,
 * rejected, ignored, none, and among equals the first one counts. A case without a reply always counts.
 * @param of the ticket whose cases have changed. Without it, every ticket that has a case which doesn't count.
 */
export async function countOnce(work: Kysely<Schema>, of?: { helpdesk: string; ticketId: string }): Promise<void> {
  const wanted = of
    ? sql<SqlBool>`helpdesk = ${of.helpdesk} and ticket_id = ${of.ticketId}`
    : sql<SqlBool>`(helpdesk, ticket_id) in (select helpdesk, ticket_id from outcomes where not counted)`
  await sql`
    update outcomes set counted = ranked.place = 1 from (
      select id, row_number() over (
        partition by site, helpdesk, ticket_id, coalesce(message_id, id::text)
        order by array_position(${sql.lit("{none,ignored,rejected,copied,inserted}")}::text[], kind) desc, created_at, id
      ) as place from outcomes where ${wanted}
    ) as ranked where outcomes.id = ranked.id and outcomes.counted <> (ranked.place = 1)`.execute(work)
}
