import { randomUUID } from "node:crypto"
import { sql, type Kysely } from "kysely"
import { Webhook } from "standardwebhooks"
import { SourceError } from "../../ingest/source/source.ts"
import { type WebClient, createWebClient } from "../../ingest/sources/web/web-client.ts"
import { isCertificateFault, isUnknownHost } from "../../ingest/sources/web/exchange.ts"
import { noteError } from "../../runtime/metrics/error-tally.ts"
import type { Log } from "../../runtime/log.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { removeWebhook, endpointIds } from "./endpoints.ts"
import type { WebhookEvent } from "./queue-event.ts"
import type {} from "./tables.ts"
import type { WebhookTested } from "../../protocol/routes/webhooks.ts"

/**
 * The seconds between an attempt and the next, as the Standard Webhooks specification recommends them. After the last,
 * three days later, a delivery is given up.
 */
const BACK_OFF_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
/** How long a relay has an attempt to itself. If it dies meanwhile, another relay tries again. */
const LEASE_SECONDS = 120
const TIMEOUT_MS = 15_000
/** So many deliveries are attempted beside each other: as many connections as the way to a host has. */
export const BATCH = 8
const DELIVERED_DAYS = 7

export interface Delivering {
  db: Kysely<Schema>
  /** The guarded way to other hosts. Each attempt is one request. */
  web: WebClient
  log: Log
  now: Date
  signal: AbortSignal
}

interface Delivery {
  id: string
  endpoint: string
  url: string
  secret: string
  body: string
  attempts: number
}

/** Attempts the deliveries to an endpoint that are due, at most `BATCH`, beside each other. @returns how many there were */
export async function deliverDue(delivering: Delivering, endpoint: string): Promise<number> {
  const due = await claimDue(delivering, endpoint)
  await Promise.all(due.map((delivery) => attempt(delivering, delivery)))
  return due.length
}

/**
 * Sends an event of the type "webhook.test" to an endpoint, once and now. It isn't stored, and says nothing of any case.
 * @returns what the receiver answered: a status, or the code of what kept it from answering
 */
export async function sendTest(
  sending: Pick<Delivering, "web" | "now" | "signal">,
  endpoint: { url: string; secret: string }
): Promise<WebhookTested> {
  const event: WebhookEvent = { type: "webhook.test", timestamp: sending.now.toISOString(), data: {} }
  const id = `msg_${randomUUID().replaceAll("-", "")}`
  const result = await send(sending, { ...endpoint, id, body: JSON.stringify(event) })
  return { delivered: isTaken(result), result }
}

const isTaken = (result: string) => /^2\d\d$/.test(result)

/** Deletes deliveries that ended a week ago. */
export async function pruneDeliveries(db: Kysely<Schema>, now: Date): Promise<void> {
  await db
    .deleteFrom("webhook_deliveries")
    .where("state", "!=", "waiting")
    .where("tried_at", "<", new Date(now.getTime() - DELIVERED_DAYS * 86_400_000))
    .execute()
}

async function claimDue({ db, now }: Delivering, endpoint: string): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    update webhook_deliveries as delivery set attempts = attempts + 1, due_at = ${later(now, LEASE_SECONDS)}
    from webhook_endpoints as endpoint
    where endpoint.id = delivery.endpoint and delivery.id in (
      select id from webhook_deliveries where state = 'waiting' and due_at <= ${now} and endpoint = ${endpoint}::uuid
      order by due_at limit ${BATCH} for update skip locked)
    returning delivery.id, delivery.endpoint, endpoint.url, endpoint.secret, delivery.body, delivery.attempts`.execute(
    db
  )
  return rows
}

async function attempt(delivering: Delivering, delivery: Delivery): Promise<void> {
  const { db, log, now, signal } = delivering
  const result = await send(delivering, delivery)
  if (signal.aborted) return
  if (result === "410") {
    // The receiver wants no more of them.
    log.info("webhook-gone", { endpoint: delivery.endpoint })
    if (await removeWebhook(db, delivery.endpoint))
      await writeAuditEntry(db, null, "webhook-gone", [delivery.endpoint], now)
    return
  }
  const isDelivered = isTaken(result)
  const wait = BACK_OFF_SECONDS[delivery.attempts - 1]
  if (!isDelivered) noteError("webhook", /^\d/.test(result) ? `status-${result}` : result)
  if (!isDelivered) log.warn("webhook-not-delivered", { delivery: delivery.id, attempt: delivery.attempts, result })
  await db
    .updateTable("webhook_deliveries")
    .set({
      result,
      tried_at: now,
      state: isDelivered ? "delivered" : wait === undefined ? "failed" : "waiting",
      ...(wait !== undefined && { due_at: later(now, wait) })
    })
    .where("id", "=", delivery.id)
    .execute()
}

/** Sends one request. @returns the status, or the code of what kept it from being answered */
async function send(
  { web, now, signal }: Pick<Delivering, "web" | "now" | "signal">,
  { id, url, secret, body }: Pick<Delivery, "id" | "url" | "secret" | "body">
): Promise<string> {
  try {
    const answer = await web.open(
      url,
      {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "user-agent": "Replywright webhooks",
          "webhook-id": id,
          "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
          "webhook-signature": new Webhook(secret).sign(id, now, body)
        },
        idle: TIMEOUT_MS,
        total: TIMEOUT_MS,
        firstAnswer: true
      },
      signal
    )
    answer.discard()
    return String(answer.status)
  } catch (error) {
    return keptBy(error)
  }
}

/** Returns the code of what kept a receiver from answering. An admin reads it, so it says what can be done about it. */
function keptBy(error: unknown): string {
  if (!(error instanceof SourceError)) return "failed"
  if (isCertificateFault(error.cause)) return "certificate"
  return isUnknownHost(error.cause) ? "no-host" : error.code
}

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

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
