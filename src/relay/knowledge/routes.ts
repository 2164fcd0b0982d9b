import type { Hono } from "hono"
import type { Kysely } from "kysely"
import { knowledgeOperations, webhookOperations, pastTicketOperations } from "../../protocol/routes/knowledge.ts"
import type * as wire from "../../protocol/knowledge.ts"
import { createRoutes } from "../access/create-routes.ts"
import { type RouteParts, idOf, type RelayContext, type RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { cancelImport } from "../../knowledge/import/lease.ts"
import { TENANT } from "../../storage/tenant.ts"
import { receiveUpload } from "../../knowledge/upkeep/receive-upload.ts"
import { removeWebhook, setWebhook, verifyWebhookCall } from "../../knowledge/upkeep/webhooks.ts"
import { listSources } from "../../knowledge/upkeep/list-sources.ts"
import { removeSource } from "../../knowledge/upkeep/team-source.ts"
import type { Upkeep } from "../../knowledge/upkeep/upkeep.ts"
import { readBytes } from "../http/body.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { confirmPage, listSolvedTickets } from "../../knowledge/past-tickets/list-solved-tickets.ts"
import { storable } from "../../search/candidates/source-choice.ts"
import type { Scope } from "../../search/candidates/visible.ts"
import { originInUse } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"
import { isDocument } from "./is-document.ts"

export interface KnowledgeParts extends RouteParts {
  upkeep: Upkeep
}

/**
 * Creates the routes for admins that say where the team's knowledge comes from, and keep it current. Every change is
 * noted in the audit.
 */
export function knowledgeRoutes({ db, clock, upkeep }: KnowledgeParts): Hono<RelayEnv> {
  const note = (context: RelayContext, action: string, ids: string[]) =>
    writeAuditEntry(db, context.get("person").person.id, action, ids, clock())
  return createRoutes({ db, clock }, knowledgeOperations, {
    "GET /v1/admin/knowledge": async (context) =>
      context.json({ sources: await listSources(db, upkeep.rateOf, clock()) } satisfies wire.KnowledgeAnswer),
    "POST /v1/admin/knowledge/imports": async (context, read) => {
      const collections = await upkeep.start(await read.body())
      await note(context, "import-asked", collections)
      return context.json({ collections } satisfies wire.ImportAnswer)
    },
    "POST /v1/admin/knowledge/imports/:id/cancel": async (context) => {
      const collection = await collectionOfNewest(db, idOf(context))
      await upkeep.forget(collection)
      await cancelImport(db, collection)
      await note(context, "import-cancelled", [collection])
      return context.body(null, 204)
    },
    "POST /v1/admin/knowledge/files": async (context, read) => {
      const query = read.query()
      if (!/^application\/octet-stream\b/i.test(context.env.incoming.headers["content-type"] ?? ""))
        throw new Problem(415, "not-a-file", NOT_A_FILE)
      context.env.extendDeadline()
      const file = await receiveUpload(context.env.incoming, query)
      const { collection } = file.source
      await upkeep.takeFile(file)
      await note(context, "file-imported", [collection])
      return context.json({ collections: [collection] } satisfies wire.ImportAnswer)
    },
    "PUT /v1/admin/knowledge/sources/:collection/schedule": async (context, read) => {
      const asked = await read.body()
      const { collection } = read.path()
      const next: wire.ScheduleAnswer = await upkeep.schedule(collection, asked, clock())
      await note(context, "import-scheduled", [collection, asked.every])
      return context.json(next)
    },
    "POST /v1/admin/knowledge/sources/:collection/hook": async (context, read) => {
      const { collection } = read.path()
      const hook: wire.HookAnswer = await setWebhook(db, collection, (await read.body()).secret, clock())
      await note(context, "hook-set", [collection])
      return context.json(hook)
    },
    "DELETE /v1/admin/knowledge/sources/:collection/hook": async (context, read) => {
      const { collection } = read.path()
      if (!(await removeWebhook(db, collection)))
        throw new Problem(404, "no-hook", "This source has no webhook any more.")
      await note(context, "hook-removed", [collection])
      return context.body(null, 204)
    },
    "DELETE /v1/admin/knowledge/sources/:collection": async (context, read) => {
      const { collection } = read.path()
      const documents = await removeSource(db, upkeep, collection)
      await note(context, "source-removed", [collection])
      return context.json({ documents } satisfies wire.RemovedAnswer)
    }
  })
}

const NOT_A_FILE = "The file must be sent as it is, with the content type application/octet-stream."

/** Returns the source of an import. @throws Problem 404 "no-import", 409 "other-import" if a newer one has begun */
async function collectionOfNewest(db: RouteParts["db"], id: string | undefined): Promise<string> {
  const imports = db.selectFrom("imports").where("tenant", "=", TENANT)
  const row = id === undefined ? undefined : await imports.select("collection").where("id", "=", id).executeTakeFirst()
  if (!row) throw new Problem(404, "no-import", "There is no such import any more.")
  const newest = await imports
    .select("id")
    .where("collection", "=", row.collection)
    .orderBy("started_at", "desc")
    .limit(1)
    .executeTakeFirst()
  if (newest?.id !== id)
    throw new Problem(
      409,
      "other-import",
      "That import is over, and another one of the same source has begun since. Look at the list anew."
    )
  return row.collection
}

interface WebhookParts extends RouteParts {
  upkeep: Pick<Upkeep, "mark">
}

/** In bytes. The body of a call isn't used: it only has to be signed. */
const MAX_CALL = 1_000_000

/**
 * Creates the route by which other systems report that something has changed. The source is then imported soon, and
 * nothing is taken from the call itself.
 */
export function webhookRoutes({ db, clock, upkeep }: WebhookParts): Hono<RelayEnv> {
  return createRoutes({ db, clock }, webhookOperations, {
    "POST /v1/hooks/knowledge/:collection": async (context, read) => {
      const { incoming } = context.env
      const { collection } = read.path()
      await verifyWebhookCall(db, collection, incoming.headers, await readBytes(incoming, MAX_CALL), clock())
      await upkeep.mark(collection)
      return context.body(null, 202)
    }
  })
}

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
