import { Hono } from "hono"
import type { Kysely } from "kysely"
import { requirePerson } from "../access/guards.ts"
import type { RelayParts } from "../app.ts"
import type { RelayEnv } from "../http/context.ts"
import { lockTicket } from "../review/outcomes.ts"
import type { Schema } from "../storage/schema.ts"

/** "Erase this ticket": everything that was ever stored of it goes, also what is being written just now. */
export function eraseRoutes({ db, desk, clock }: RelayParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().delete("/tickets/:helpdesk/:ticketId", requirePerson(db, clock), async (context) => {
    const { helpdesk, ticketId } = context.req.param()
    await desk.erase(helpdesk, ticketId)
    return context.json(await eraseTicket(db, helpdesk, ticketId, context.get("person").person.id, clock()))
  })
}

async function eraseTicket(db: Kysely<Schema>, helpdesk: string, ticketId: string, person: string, now: Date): Promise<{ drafts: number; outcomes: number }> {
  return db.transaction().execute(async (work) => {
    await lockTicket(work, helpdesk, ticketId)
    const ofTicket = <Table extends "drafts" | "outcomes">(table: Table) =>
      work.deleteFrom(table as "drafts").where("helpdesk", "=", helpdesk).where("ticket_id", "=", ticketId)
    const drafts = await ofTicket("drafts").returning("id").execute()
    const outcomes = await ofTicket("outcomes").returning("id").execute()
    if (drafts.length > 0) {
      const erased = drafts.map(({ id }) => ({ id, erased_at: now }))
      await work.insertInto("erased_drafts").values(erased).onConflict((conflict) => conflict.doNothing()).execute()
    }
    await work.insertInto("audit").values({ at: now, person, action: "ticket-erased", ids: [helpdesk, ticketId] }).execute()
    return { drafts: drafts.length, outcomes: outcomes.length }
  })
}
