import { Hono } from "hono"
import type { Kysely } from "kysely"
import { requirePerson } from "../access/guards.ts"
import type { RelayParts } from "../app.ts"
import type { RelayEnv } from "../http/context.ts"
import type {} from "../knowledge/feedback/tables.ts"
import { lockTicket } from "../review/outcomes.ts"
import { noteDown } from "../storage/audit.ts"
import type { Schema } from "../storage/schema.ts"

/** "Erase this ticket": everything that was ever stored of it goes, reviews too, also what is being written just now. */
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
    const drafts = await work.deleteFrom("drafts").where("helpdesk", "=", helpdesk).where("ticket_id", "=", ticketId).returning("id").execute()
    // What leads said of them goes along.
    const cases = await work.deleteFrom("outcomes").where("helpdesk", "=", helpdesk).where("ticket_id", "=", ticketId).returning(["id", "account"]).execute()
    await work.deleteFrom("source_feedback").where("helpdesk", "=", helpdesk).where("ticket_id", "=", ticketId).execute()
    await remember(work, "erased_drafts", drafts.map(({ id }) => id), now)
    await remember(work, "erased_cases", cases.flatMap(({ id, account }) => [...new Set([id, account])]), now)
    await noteDown(work, person, "ticket-erased", [helpdesk, ticketId], now)
    return { drafts: drafts.length, outcomes: cases.length }
  })
}

async function remember(work: Kysely<Schema>, table: "erased_drafts" | "erased_cases", ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await work.insertInto(table).values(ids.map((id) => ({ id, erased_at: now }))).onConflict((conflict) => conflict.doNothing()).execute()
}
