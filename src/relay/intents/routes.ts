import type { Hono } from "hono"
import { sql, type Kysely } from "kysely"
import { intentOperations, type IntentsAnswer } from "../../protocol/routes/intents.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv, RouteParts } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { newCorrectionKey } from "../../storage/encryption/row-keys.ts"
import type { Schema } from "../../storage/schema.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { ticketLanguage } from "../drafting/pipeline/ticket-language.ts"
import { intentsOf } from "./intents.ts"
import { textToTell } from "./training-examples.ts"
import type {} from "./training-examples.ts"

/** Creates the routes by which agents correct what a ticket is told to be about. */
export function intentRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, intentOperations, {
    "GET /v1/intents": async (context) => context.json(await readIntents(db)),
    "POST /v1/intents/corrections": async (context, read) => {
      const { person, rules } = context.get("person")
      if ((await countAttempt(db, `intents ${person.id}`, 60, clock())) > MAX_A_MINUTE)
        throw new Problem(429, "too-many-corrections", "Too many corrections at once: wait a minute.", {
          retryable: true
        })
      const body = await read.body()
      await refuseUnmasked(parts, { body, rules, now: clock() })
      const {
        ticket: { site, ...ticket },
        intent: said
      } = body
      const stored = (await readSiteHashing(db)).stored(site)
      await saveCorrection(db, { ticket, site: stored, said, person: person.id, now: clock() })
      return context.body(null, 204)
    }
  })
}

const MAX_A_MINUTE = 60

/**
 * Stores what an agent says that a ticket is about. A second correction of a ticket replaces the first.
 * @param said null for none of the team's intents
 * @throws Problem 409 "intent-gone" if the team no longer has the intent
 */
async function saveCorrection(
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
  const key = newCorrectionKey(db, ticket.helpdesk, ticket.ticketId)
  const own = {
    told: intents.tell(ticket, language)?.intent ?? null,
    said,
    text: key.seal("text", textToTell(ticket)),
    data_key: key.wrapped,
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
async function readIntents(db: Kysely<Schema>): Promise<IntentsAnswer> {
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
