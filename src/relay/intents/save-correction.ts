import { sql, type Kysely } from "kysely"
import type { IntentsAnswer } from "../../protocol/operating/intents.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { ticketLanguage } from "../drafting/pipeline/ticket-language.ts"
import { intentsOf } from "./intents.ts"
import { textToTell } from "./training-examples.ts"
import type {} from "./tables.ts"

/**
 * Stores what an agent says that a ticket is about. A second correction of a ticket replaces the first.
 * @param said null for none of the team's intents
 * @throws Problem 409 "intent-gone" if the team no longer has the intent
 */
export async function saveCorrection(
  db: Kysely<Schema>,
  {
    ticket,
    site,
    said,
    person,
    now
  }: { ticket: MaskedTicket; site: string; said: string | null; person: string; now: Date }
): Promise<void> {
  const intents = intentsOf(db)
  await intents.refresh()
  if (said !== null && !intents.names().includes(said))
    throw new Problem(
      409,
      "intent-gone",
      "The team no longer has this intent, so nothing was learnt. Choose another; the list is new with the next summary."
    )
  const language = await ticketLanguage(ticket)
  const own = {
    told: intents.tell(ticket, language)?.intent ?? null,
    said,
    text: textToTell(ticket),
    language,
    person,
    at: now
  }
  await db
    .insertInto("intent_corrections")
    .values({ site, helpdesk: ticket.helpdesk, ticket_id: ticket.ticketId, ...own })
    .onConflict((conflict) => conflict.columns(["tenant", "site", "helpdesk", "ticket_id"]).doUpdateSet(own))
    .execute()
}

/** Reads what is learnt, and how often agents corrected it. */
export async function readIntents(db: Kysely<Schema>): Promise<IntentsAnswer> {
  const intents = intentsOf(db)
  await intents.refresh()
  const rows = await db
    .selectFrom("intent_corrections")
    .select(["told", "said", sql<number>`count(*)::int`.as("tickets"), sql<Date>`max(at)`.as("newest")])
    .groupBy(["told", "said"])
    .orderBy("tickets", "desc")
    .orderBy("told")
    .orderBy("said")
    .execute()
  const newest = rows.map((row) => row.newest.getTime())
  return {
    ...{ examples: 0, ...intents.learnt() },
    intents: intents.names(),
    corrections: rows.reduce((sum, { tickets }) => sum + tickets, 0),
    newest: newest.length === 0 ? null : new Date(Math.max(...newest)).toISOString(),
    corrected: rows.map(({ told, said, tickets }) => ({ told, said, tickets }))
  }
}
