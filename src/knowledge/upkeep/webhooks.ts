import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import type { Kysely, Generated } from "kysely"
import type { HookAnswer } from "../../protocol/knowledge.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { isOpenable, needsFile } from "./open-source.ts"
import { requireTeamSource } from "./team-source.ts"

/** A call is good for so long, before and after: clocks differ. */
const WINDOW = 5 * 60_000

/**
 * Gives a source's webhook a new secret; the former one is good no more. @throws Problem 404, 409 where there is
 * nothing to ask
 */
export async function setWebhook(
  db: Kysely<Schema>,
  collection: string,
  given: string | undefined,
  now: Date
): Promise<HookAnswer> {
  if (!isOpenable((await requireTeamSource(db, collection)).config))
    throw needsFile("a webhook would find nothing to import.")
  const secret = given ?? randomBytes(32).toString("base64url")
  const values = { secret, created_at: now, called_at: null }
  await db
    .insertInto("knowledge_hooks")
    .values({ collection, ...values })
    .onConflict((conflict) => conflict.columns(["tenant", "collection"]).doUpdateSet(values))
    .execute()
  return { path: `/v1/hooks/knowledge/${encodeURIComponent(collection)}`, secret: given === undefined ? secret : null }
}

/** @returns false where there was none */
export async function removeWebhook(db: Kysely<Schema>, collection: string): Promise<boolean> {
  const removed = await db
    .deleteFrom("knowledge_hooks")
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

/**
 * Whether somebody who knows the source's secret has sent this now, and for the first time. Who doesn't know it learns
 * nothing: not even whether there is such a source.
 * @throws Problem 401, 409
 */
export async function verifyWebhookCall(
  db: Kysely<Schema>,
  collection: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  now: Date
): Promise<void> {
  const hook = await db
    .selectFrom("knowledge_hooks")
    .select("secret")
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .executeTakeFirst()
  const call = readCall(headers)
  // Made also where there is nothing to compare it with, so that it takes as long.
  const right = createHmac("sha256", hook?.secret ?? NOBODYS)
    .update(call?.timestamp ?? "")
    .update(body)
    .digest()
  const same = call?.signature.length === right.length && timingSafeEqual(call.signature, right)
  if (!hook || !call || !same || !(Math.abs(call.at - now.getTime()) <= WINDOW))
    throw new Problem(
      401,
      "bad-signature",
      "The relay doesn't take this call: its address, its signature or its time is not right."
    )
  await db
    .deleteFrom("knowledge_hook_calls")
    .where("at", "<", new Date(now.getTime() - 3 * WINDOW))
    .execute()
  const first = await db
    .insertInto("knowledge_hook_calls")
    .values({ signature: right, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (first.numInsertedOrUpdatedRows === 0n)
    throw new Problem(409, "repeated-call", "The relay has had this very call before.")
  await db
    .updateTable("knowledge_hooks")
    .set({ called_at: now })
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .execute()
}

const NOBODYS = randomBytes(32)

interface Call {
  /** As it was signed. */
  timestamp: string
  at: number
  signature: Buffer
}

/** Our own form, seconds since 1970 and hexadecimal; or Zendesk's, ISO 8601 and base64. */
function readCall(headers: IncomingHttpHeaders): Call | undefined {
  const [own, zendeskTime] = [
    one(headers["x-replywright-timestamp"]),
    one(headers["x-zendesk-webhook-signature-timestamp"])
  ]
  if (own !== undefined) {
    const [, hex] = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(one(headers["x-replywright-signature"]) ?? "") ?? []
    return /^\d{10}$/.test(own) && hex !== undefined
      ? { timestamp: own, at: Number(own) * 1000, signature: Buffer.from(hex, "hex") }
      : undefined
  }
  const base64 = one(headers["x-zendesk-webhook-signature"])
  if (zendeskTime === undefined || base64 === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(base64)) return undefined
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/.test(zendeskTime)
    ? { timestamp: zendeskTime, at: Date.parse(zendeskTime), signature: Buffer.from(base64, "base64") }
    : undefined
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined)

interface KnowledgeHookRow {
  tenant: Generated<string>
  collection: string
  secret: string
  created_at: Date
  called_at: Date | null
}

/** Calls of the last minutes, so that none counts twice. */
interface KnowledgeHookCallRow {
  tenant: Generated<string>
  signature: Buffer
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    knowledge_hooks: KnowledgeHookRow
    knowledge_hook_calls: KnowledgeHookCallRow
  }
}
