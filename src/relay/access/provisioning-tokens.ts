import { randomUUID } from "node:crypto"
import { createMiddleware } from "hono/factory"
import type { Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import type { RelayEnv } from "../http/context.ts"
import { hashToken, newToken } from "./secrets.ts"

/** How often it is noted that a token was used, in milliseconds. */
const NOTE_EVERY_MS = 60_000

/**
 * Lets in the organisation's provisioning, which has a token of its own. No person's token is good here, and this one
 * is good nowhere else.
 * @throws Problem 401 "not-provisioning"
 */
export function requireProvisioning(db: Kysely<Schema>, clock: () => Date) {
  return createMiddleware<RelayEnv>(async ({ env: { incoming } }, next) => {
    const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(incoming.headers.authorization ?? "") ?? []
    const row = token === undefined ? undefined : await retryWhileUnavailable(() => readToken(db, token))
    if (!row)
      throw new Problem(
        401,
        "not-provisioning",
        "This needs the token that `npm run relay -- scim new-token` has printed, and that wasn't revoked."
      )
    const now = clock()
    if (now.getTime() - (row.used_at?.getTime() ?? 0) >= NOTE_EVERY_MS)
      await db.updateTable("scim_tokens").set({ used_at: now }).where("id", "=", row.id).execute()
    await next()
  })
}

function readToken(db: Kysely<Schema>, token: string) {
  return db
    .selectFrom("scim_tokens")
    .select(["id", "used_at"])
    .where("hash", "=", hashToken(token))
    .where("revoked_at", "is", null)
    .executeTakeFirst()
}

/** Makes a token for the provisioning and returns it. Only its hash is stored. */
export async function createProvisioningToken(
  db: Kysely<Schema>,
  by: string | null,
  now: Date
): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), newToken()]
  await db
    .insertInto("scim_tokens")
    .values({ id, hash: hashToken(token), created_at: now })
    .execute()
  await writeAuditEntry(db, by, "scim-token-made", [id], now)
  return { id, token }
}

/** Returns the tokens that are valid, the newest first. */
export function listProvisioningTokens(db: Kysely<Schema>) {
  return db
    .selectFrom("scim_tokens")
    .select(["id", "created_at", "used_at"])
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .execute()
}

/** Revokes a token. Returns whether there was one. */
export async function revokeProvisioningToken(
  db: Kysely<Schema>,
  id: string,
  by: string | null,
  now: Date
): Promise<boolean> {
  const row = await db
    .updateTable("scim_tokens")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst()
  if (row) await writeAuditEntry(db, by, "scim-token-revoked", [id], now)
  return row !== undefined
}
