import type { Hono } from "hono"
import { pastTicketOperations } from "../../protocol/routes/knowledge.ts"
import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RouteParts } from "../http/route-parts.ts"
import type { RelayEnv } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { confirmPage, listSolvedTickets } from "../../knowledge/past-tickets/list-solved-tickets.ts"
import { Problem } from "../../runtime/problem.ts"
import { storable } from "../../search/candidates/source-choice.ts"
import type { Scope } from "../../search/candidates/visible.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { originInUse } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"
import { isDocument } from "./is-document.ts"

/** Creates the routes by which leads tell search which pages answered imported solved tickets. */
export function pastTicketRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, pastTicketOperations, {
    "GET /v1/knowledge/past-tickets": async (context, read) => {
      const { after, linked, limit = LIMIT } = read.query()
      if (after !== undefined && !storable(after)) throw unknownTicket()
      const scope = await scopeOfLead(db, context.get("person").person)
      return context.json(await listSolvedTickets(db, scope, { after, linked: linked === "true", limit }))
    },
    "POST /v1/knowledge/past-tickets/confirm": async (context, read) => {
      const said = await read.body()
      const { person, rules } = context.get("person")
      const now = clock()
      await refuseUnmasked(parts, {
        body: said,
        rules,
        now,
        isOwn: ({ field, text }) => isDocument(db, field, text)
      })
      const scope = await scopeOfLead(db, person)
      const done = await db.transaction().execute(async (work) => {
        const done = await confirmPage(work, scope, said, now)
        const action = said.confirmed ? "past-ticket-linked" : "past-ticket-unlinked"
        if (done) await writeAuditEntry(work, person.id, action, [said.ticket, said.document], now)
        return done
      })
      if (!done) throw unknownTicket()
      return context.body(null, 204)
    }
  })
}

const unknownTicket = () => new Problem(404, "no-past-ticket", "There is no such solved ticket or page any more.")

async function scopeOfLead(db: Kysely<Schema>, person: PairedPerson): Promise<Scope> {
  return { origins: [(await originInUse(db)).origin], groups: person.groups }
}

/** Each ticket takes one search, so an answer has a few of them. */
const LIMIT = 20
