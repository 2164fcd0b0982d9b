import type { Kysely } from "kysely"
import { createWebClient } from "../../ingest/sources/web/web-client.ts"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import { deliverDue } from "./deliver.ts"

/**
 * Looks every few seconds for what endpoints are to be told, and tells them. Of several relays on one database, each
 * takes deliveries that no other has.
 * @param lookSeconds the seconds between two looks
 * @returns a function that ends it, and resolves when nothing is under way any more
 */
export function startWebhookSender(
  db: Kysely<Schema>,
  log: Log,
  clock: () => Date,
  lookSeconds = 10
): () => Promise<void> {
  const web = createWebClient({ tries: 1 })
  const stop = new AbortController()
  let looking = Promise.resolve()
  const look = async () => {
    if (stop.signal.aborted) return
    try {
      await deliverDue({ db, web, log, now: clock(), signal: stop.signal })
    } catch (error) {
      if (!stop.signal.aborted) log.error("webhook-look", error)
    }
  }
  const timer = setInterval(() => void (looking = looking.then(look)), lookSeconds * 1000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    stop.abort()
    await looking
    web.close()
  }
}
