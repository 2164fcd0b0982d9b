import type { Hono } from "hono"
import { webhookCreated, webhookRequest, webhooksAnswer } from "./wire.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { createRoutes } from "../access/create-routes.ts"
import { idOf, type RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { addWebhook, listWebhooks, removeWebhook } from "./endpoints.ts"

export const eventWebhookOperations = describeRoutes({
  "GET /v1/admin/webhooks": {
    summary: "Lists the webhooks, and whether their deliveries succeed.",
    who: "admin",
    answers: { 200: answer("Webhooks, without secrets", webhooksAnswer) }
  },
  "POST /v1/admin/webhooks": {
    summary: "Adds a webhook for outcomes and reviews. Only this answer has its secret.",
    who: "admin",
    body: webhookRequest,
    answers: { 200: answer("The webhook with its secret", webhookCreated) }
  },
  "DELETE /v1/admin/webhooks/:id": {
    summary: "Tell an address nothing more.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Removed") }
  }
})

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
    "DELETE /v1/admin/webhooks/:id": async (context) => {
      const id = idOf(context)
      if (id === undefined || !(await removeWebhook(db, id)))
        throw new Problem(404, "no-webhook", "There is no such webhook any more: load the list again.")
      await writeAuditEntry(db, context.get("person").person.id, "webhook-removed", [id], clock())
      return context.body(null, 204)
    }
  })
}
