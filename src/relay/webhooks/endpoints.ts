import { randomBytes } from "node:crypto"
import { sql, type Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import type {} from "./tables.ts"
import type { WebhookCreated, WebhookDelivery, WebhooksAnswer } from "../../protocol/routes/webhooks.ts"

const MAX_ENDPOINTS = 10

/**
 * Adds an endpoint and makes its secret.
 * @throws Problem 400 "bad-webhook" if the address isn't https, 409 "too-many-webhooks"
 */
export async function addWebhook(db: Kysely<Schema>, url: string, now: Date): Promise<WebhookCreated> {
  if (!isHttps(url))
    throw new Problem(
      400,
      "bad-webhook",
      "A webhook's address begins with https:// and has no user name in it: give one like https://example.com/hook."
    )
  const { count } = await db
    .selectFrom("webhook_endpoints")
    .select((query) => query.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_ENDPOINTS)
    throw new Problem(409, "too-many-webhooks", `There are ${MAX_ENDPOINTS} webhooks already: remove one first.`)
  const secret = `whsec_${randomBytes(32).toString("base64")}`
  const { id } = await db
    .insertInto("webhook_endpoints")
    .values({ url, secret, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow()
  return { id, url, secret }
}

export async function endpointIds(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom("webhook_endpoints").select("id").orderBy("created_at").execute()
  return rows.map(({ id }) => id)
}

/** So many of the newest deliveries are listed for each endpoint. */
const LISTED = 10

/** Lists the endpoints with the state of their deliveries, the oldest endpoint first. */
export async function listWebhooks(db: Kysely<Schema>): Promise<WebhooksAnswer> {
  const rows = await db
    .selectFrom("webhook_endpoints as endpoint")
    .leftJoin("webhook_deliveries as delivery", "delivery.endpoint", "endpoint.id")
    .select([
      "endpoint.id",
      "endpoint.url",
      "endpoint.created_at",
      sql<number>`(count(*) filter (where delivery.state = 'waiting'))::int`.as("waiting"),
      sql<number>`(count(*) filter (where delivery.state = 'failed'))::int`.as("failed"),
      sql<Date | null>`max(delivery.tried_at)`.as("tried"),
      sql<string | null>`(array_agg(delivery.result order by delivery.tried_at desc nulls last))[1]`.as("result")
    ])
    .groupBy("endpoint.id")
    .orderBy("endpoint.created_at")
    .execute()
  const deliveries = Map.groupBy(await newestDeliveries(db), ({ endpoint }) => endpoint)
  return {
    webhooks: rows.map(({ id, url, created_at, waiting, failed, tried, result }) => ({
      id,
      url,
      createdAt: created_at.toISOString(),
      waiting,
      failed,
      last: tried === null || result === null ? null : { at: tried.toISOString(), result },
      deliveries: (deliveries.get(id) ?? []).map(asDelivery)
    }))
  }
}

interface DeliveryOfEndpoint {
  endpoint: string
  id: string
  type: string
  state: WebhookDelivery["state"]
  created_at: Date
  attempts: number
  result: string | null
  tried_at: Date | null
  due_at: Date
}

async function newestDeliveries(db: Kysely<Schema>): Promise<DeliveryOfEndpoint[]> {
  const { rows } = await sql<DeliveryOfEndpoint>`
    select newest.* from webhook_endpoints endpoint cross join lateral (
      select endpoint, id, body::jsonb ->> 'type' as type, state, created_at, attempts, result, tried_at, due_at
      from webhook_deliveries where webhook_deliveries.endpoint = endpoint.id
      order by created_at desc, id limit ${LISTED}) newest
    order by newest.created_at desc, newest.id`.execute(db)
  return rows
}

function asDelivery({ id, type, state, attempts, result, ...times }: DeliveryOfEndpoint): WebhookDelivery {
  return {
    id,
    type,
    state,
    createdAt: times.created_at.toISOString(),
    attempts,
    result,
    triedAt: times.tried_at?.toISOString() ?? null,
    next: state === "waiting" ? times.due_at.toISOString() : null
  }
}

/** Returns where an endpoint is called and by which secret, or undefined if there is none. */
export async function findWebhook(
  db: Kysely<Schema>,
  id: string
): Promise<{ url: string; secret: string } | undefined> {
  return db.selectFrom("webhook_endpoints").select(["url", "secret"]).where("id", "=", id).executeTakeFirst()
}

/** Removes an endpoint with what it was still to be told. @returns false if there is none */
export async function removeWebhook(db: Kysely<Schema>, id: string): Promise<boolean> {
  const removed = await db.deleteFrom("webhook_endpoints").where("id", "=", id).executeTakeFirst()
  return removed.numDeletedRows > 0n
}

function isHttps(text: string): boolean {
  const address = URL.parse(text)
  return address !== null && address.protocol === "https:" && address.username === "" && address.password === ""
}
