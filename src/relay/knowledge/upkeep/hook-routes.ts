import { Hono } from "hono"
import type { RelayParts } from "../../app.ts"
import { readBytes } from "../../http/body.ts"
import type { RelayEnv } from "../../http/context.ts"
import { checkCall } from "./hooks.ts"

/** Bytes. What a hook says isn't read: it only has to be signed. */
const LARGEST_CALL = 1_000_000

/** Other systems say here that something has changed. It is asked for at its source, soon; nothing is taken from the call. */
export function hookRoutes({ db, clock, upkeep }: RelayParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>().post("/hooks/knowledge/:collection", async (context) => {
    const { incoming } = context.env
    const collection = context.req.param("collection")
    await checkCall(db, collection, incoming.headers, await readBytes(incoming, LARGEST_CALL), clock())
    await upkeep.mark(collection)
    return context.body(null, 202)
  })
}
