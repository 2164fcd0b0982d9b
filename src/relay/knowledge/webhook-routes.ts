import { Hono } from "hono"
import { collectionPath } from "../../protocol/knowledge.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBytes, readPath } from "../http/body.ts"
import type { RelayEnv } from "../http/context.ts"
import { verifyWebhookCall } from "../../knowledge/upkeep/webhooks.ts"
import type { Upkeep } from "../../knowledge/upkeep/upkeep.ts"

export interface WebhookParts extends RouteParts {
  upkeep: Pick<Upkeep, "mark">
}

/** Bytes. What a hook says isn't read: it only has to be signed. */
const LARGEST_CALL = 1_000_000

/**
 * Other systems say here that something has changed. It is asked for at its source, soon; nothing is taken from the
 * call.
 */
export function webhookRoutes({ db, clock, upkeep }: WebhookParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().post("/hooks/knowledge/:collection", async (context) => {
    const { incoming } = context.env
    const { collection } = readPath(context, collectionPath)
    await verifyWebhookCall(db, collection, incoming.headers, await readBytes(incoming, LARGEST_CALL), clock())
    await upkeep.mark(collection)
    return context.body(null, 202)
  })
}
