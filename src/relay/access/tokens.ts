import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import { Problem } from "../problem.ts"
import type { Schema } from "../storage/schema.ts"
import "../masking/tables.ts"
import { hashToken, newToken } from "./secrets.ts"

/** Days that a token is good for. */
export const TOKEN_DAYS = 30

/** A person with the token they came by. */
export interface SignedIn {
  person: PairedPerson
  tenant: string
  token: Buffer
  expires: Date
  vaultKey: Buffer
  /** Newest version of the team's masking rules. */
  rules: number
}

export async function issueToken(db: Kysely<Schema>, person: string, device: string | undefined, now: Date): Promise<{ token: string; expires: Date }> {
  const token = newToken()
  const expires = new Date(now.getTime() + TOKEN_DAYS * 86_400_000)
  await db
    .insertInto("tokens")
    .values({ hash: hashToken(token), person, device: device ?? null, created_at: now, expires_at: expires, revoked_at: null })
    .execute()
  return { token, expires }
}

/** @throws Problem 401 "not-paired", "token-revoked" or "token-expired". */
export async function whoIs(db: Kysely<Schema>, token: string | undefined, now: Date): Promise<SignedIn> {
  if (!token) throw again("not-paired", "This browser is not paired with the relay")
  const found = await db
    .selectFrom("tokens")
    .innerJoin("people", "people.id", "tokens.person")
    .select(["people.id", "people.name", "people.role", "people.groups", "people.tenant", "people.vault_key", "tokens.hash", "tokens.expires_at", "tokens.revoked_at"])
    .select((query) => query.selectFrom("masking_rules").select((rules) => rules.fn.max("version").as("newest")).as("rules"))
    .where("tokens.hash", "=", hashToken(token))
    .executeTakeFirst()
  if (!found) throw again("not-paired", "The relay does not know this browser")
  if (found.revoked_at) throw again("token-revoked", "This browser has been signed out")
  if (found.expires_at <= now) throw again("token-expired", `This browser was paired more than ${TOKEN_DAYS} days ago`)
  const { id, name, role, groups } = found
  return { person: { id, name, role, groups }, tenant: found.tenant, token: found.hash, expires: found.expires_at, vaultKey: found.vault_key, rules: found.rules ?? 0 }
}

export async function revokeToken(db: Kysely<Schema>, token: Buffer, now: Date): Promise<void> {
  await db.updateTable("tokens").set({ revoked_at: now }).where("hash", "=", token).where("revoked_at", "is", null).execute()
}

/** Signs a person out of every browser; answers of how many. */
export async function revokeTokensOf(db: Kysely<Schema>, person: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await db.updateTable("tokens").set({ revoked_at: now }).where("person", "=", person).where("revoked_at", "is", null).where("expires_at", ">", now).executeTakeFirst()
  return Number(numUpdatedRows)
}

function again(code: string, what: string): Problem {
  return new Problem(401, code, `${what}: pair it with a new code.`)
}
