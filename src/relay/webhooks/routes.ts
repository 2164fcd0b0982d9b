import type { Hono } from "hono"
import { eventWebhookOperations } from "../../protocol/routes/webhooks.ts"
import { createWebClient } from "../../ingest/sources/web/web-client.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { createRoutes } from "../access/create-routes.ts"
import { clientGoneSignal, idOf, type RelayEnv, type RouteParts } from "../http/context.ts"
import { sendTest } from "./deliver.ts"
import { addWebhook, findWebhook, listWebhooks, removeWebhook } from "./endpoints.ts"

/** Creates the routes with which an admin manages webhooks for outcomes and reviews. */
export function eventWebhookRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, eventWebhookOperations, {
    "GET /v1/admin/webhooks": async (context) => context.json(await listWebhooks(db)),
    "POST /v1/admin/webhooks": async (context, read) => {
      const { url } = await read.body()
      const created = await addWebhook(db, url, clock())
      await writeAuditEntry(db, context.get("person").person.id, "webhook-added", [created.id], clock())
      return context.json(created)
    },
    "POST /v1/admin/webhooks/:id/test": async (context) => {
      const id = idOf(context)
      const endpoint = id === undefined ? undefined : await findWebhook(db, id)
      if (id === undefined || !endpoint) throw noWebhook()
      const web = createWebClient({ tries: 1 })
      try {
        const tested = await sendTest({ web, now: clock(), signal: clientGoneSignal(context) }, endpoint)
        await writeAuditEntry(db, context.get("person").person.id, "webhook-tested", [id], clock())
        return context.json(tested)
      } finally {
        web.close()
      }
    },
    "DELETE /v1/admin/webhooks/:id": async (context) => {
      const id = idOf(context)
      if (id === undefined || !(await removeWebhook(db, id))) throw noWebhook()
      await writeAuditEntry(db, context.get("person").person.id, "webhook-removed", [id], clock())
      return context.body(null, 204)
    }
  })
}

const noWebhook = () => new Problem(404, "no-webhook", "There is no such webhook any more: load the list again.")
