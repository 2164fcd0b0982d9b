import { Hono } from "hono"
import { sql, type Kysely } from "kysely"
import { outcome, type Outcome } from "../../protocol/relay.ts"
import { requirePerson } from "../access/guards.ts"
import type { RelayParts } from "../app.ts"
import { readBody } from "../http/body.ts"
import type { RelayEnv } from "../http/context.ts"
import type { Schema } from "../storage/schema.ts"

/** What became of a draft, told once by the browser's outbox, which asks again until it is answered. */
export function outcomeRoutes({ db, clock }: RelayParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().post("/outcomes", requirePerson(db, clock), async (context) => {
    const told = await readBody(context, outcome)
    return context.json({ outcomeId: told.outcomeId, stored: await storeOutcome(db, told, context.get("person").person.id, clock()) })
  })
}

/** False when it is stored already, or its draft was erased with its ticket. */
async function storeOutcome(db: Kysely<Schema>, told: Outcome, person: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockTicket(work, told.helpdesk, told.ticketId)
    if (await work.selectFrom("erased_drafts").select("id").where("id", "=", told.draftId).executeTakeFirst()) return false
    const row = await work
      .insertInto("outcomes")
      .values({
        id: told.outcomeId, person, draft: told.draftId, helpdesk: told.helpdesk, ticket_id: told.ticketId, kind: told.kind,
        edit_distance: told.editDistance, filled_blanks: told.filledBlanks, language: told.language, model: told.model,
        pipeline_version: told.pipelineVersion, body: JSON.stringify(told), created_at: now
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst()
    return row !== undefined
  })
}

/** Until the transaction ends, one at a time stores for this ticket or erases it. */
export async function lockTicket(work: Kysely<Schema>, helpdesk: string, ticketId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${helpdesk} ${ticketId}`}, 0))`.execute(work)
}
