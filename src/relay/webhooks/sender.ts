import type { Kysely } from "kysely"
import { createWebClient } from "../../ingest/sources/web/web-client.ts"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import { BATCH, deliverDue } from "./deliver.ts"
import { endpointIds } from "./endpoints.ts"

/**
 * Looks every few seconds for what endpoints are to be told, and tells each until nothing is due any more. One that is
 * slow or away keeps none of the others waiting, because each has connections of its own. Of several relays on one
 * database, each takes deliveries that no other has.
 * @param lookSeconds the seconds between two looks
 * @param reach creates the guarded way to other hosts
 * @returns a function that ends it, and resolves when nothing is under way any more
 */
export function startWebhookSender(
  db: Kysely<Schema>,
  log: Log,
  clock: () => Date,
  lookSeconds = 10,
  reach = () => createWebClient({ tries: 1 })
): () => Promise<void> {
  const stop = new AbortController()
  const telling = new Map<string, Promise<void>>()
  let looking = Promise.resolve()
  const failed = (error: unknown) => {
    if (!stop.signal.aborted) log.error("webhook-look", error)
  }

  async function tell(endpoint: string): Promise<void> {
    const web = reach()
    try {
      for (let count = BATCH; count === BATCH && !stop.signal.aborted; )
        count = await deliverDue({ db, web, log, now: clock(), signal: stop.signal }, endpoint)
    } finally {
      web.close()
    }
  }

  async function look(): Promise<void> {
    if (stop.signal.aborted) return
    for (const endpoint of await endpointIds(db)) {
      if (telling.has(endpoint)) continue
      const told = tell(endpoint)
        .catch(failed)
        .finally(() => telling.delete(endpoint))
      telling.set(endpoint, told)
    }
  }

  const timer = setInterval(() => void (looking = looking.then(look).catch(failed)), lookSeconds * 1000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    stop.abort()
    await looking
    await Promise.all(telling.values())
  }
}
