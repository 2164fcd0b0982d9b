import type { Hono } from "hono"
import { webhookOperations } from "../../protocol/routes/knowledge.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBytes } from "../http/body.ts"
import type { RelayEnv } from "../http/context.ts"
import { verifyWebhookCall } from "../../knowledge/upkeep/webhooks.ts"
import type { Upkeep } from "../../knowledge/upkeep/upkeep.ts"

export interface WebhookParts extends RouteParts {
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
