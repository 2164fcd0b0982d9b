import { randomBytes, randomUUID } from "node:crypto"
import type { Kysely, Selectable } from "kysely"
import type { PairAnswer } from "../../protocol/relay.ts"
import { Problem } from "../problem.ts"
import { noteDown } from "../storage/audit.ts"
import type { PairingCodeRow, PersonRow, RoleName, Schema } from "../storage/schema.ts"
import { countTry } from "./limits.ts"
import { hashCode, newPairingCode } from "./secrets.ts"
import { issueToken } from "./tokens.ts"

/** Minutes that a code is good for. */
export const CODE_MINUTES = 10
/** Tries in a minute: from one address, and altogether. */
const TRIES = { address: 10, all: 60 }

export interface Invitation {
  role: RoleName
  name: string
  /** Undefined: those that this person has. */
  groups?: string[] | undefined
}

/** `id` names the code in a list, where it is never told again. */
export interface MadeCode {
  id: string
  code: string
  expires: Date
}

/** Makes a code that pairs one browser with one person: a name in a role. Only its hash is stored. */
export async function createPairingCode(db: Kysely<Schema>, { role, name, groups }: Invitation, now: Date): Promise<MadeCode> {
  const code = newPairingCode()
  const expires = new Date(now.getTime() + CODE_MINUTES * 60_000)
  const known = groups ? undefined : await db.selectFrom("people").select("groups").where("name", "=", name).where("role", "=", role).executeTakeFirst()
  const row = { hash: hashCode(code), role, name, groups: groups ?? known?.groups ?? [], expires_at: expires, used_at: null }
  const { id } = await db.insertInto("pairing_codes").values(row).returning("id").executeTakeFirstOrThrow()
  return { id, code, expires }
}

/** Codes that still pair somebody, the newest first. */
export function openCodes(db: Kysely<Schema>, now: Date): Promise<Pick<Selectable<PairingCodeRow>, "id" | "name" | "role" | "expires_at">[]> {
  return db.selectFrom("pairing_codes").select(["id", "name", "role", "expires_at"])
    .where("used_at", "is", null).where("revoked_at", "is", null).where("expires_at", ">", now).orderBy("expires_at", "desc").execute()
}

/** Takes codes back: one by its id, or all of a person. Answers how many of them were still good. */
export async function revokeCodes(db: Kysely<Schema>, which: { id: string } | { name: string; role: RoleName }, now: Date): Promise<number> {
  const open = db.updateTable("pairing_codes").set({ revoked_at: now }).where("used_at", "is", null).where("revoked_at", "is", null).where("expires_at", ">", now)
  const taken = "id" in which ? open.where("id", "=", which.id) : open.where("name", "=", which.name).where("role", "=", which.role)
  return Number((await taken.executeTakeFirst()).numUpdatedRows)
}

/**
 * Trades a code for a token. Who pairs again under their name and role keeps their key and gets the code's groups.
 * @throws Problem "wrong-code", "code-used", "code-revoked", "code-expired" or "too-many-tries".
 */
export async function pair(db: Kysely<Schema>, code: string, device: string | undefined, address: string, now: Date): Promise<PairAnswer> {
  await slowDown(db, address, now)
  const hash = hashCode(code)
  return db.transaction().execute(async (work) => {
    const invitation = await work
      .updateTable("pairing_codes")
      .set({ used_at: now })
      .where("hash", "=", hash)
      .where("used_at", "is", null)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", now)
      .returningAll()
      .executeTakeFirst()
    if (!invitation) throw await whyNot(work, hash)
    const person = await rememberPerson(work, invitation, now)
    const { token, expires } = await issueToken(work, person.id, device, now)
    await noteDown(work, person.id, "paired", [], now)
    const { id, name, role, groups } = person
    return { token, expires: expires.toISOString(), person: { id, name, role, groups }, key: person.vault_key.toString("base64") }
  })
}

async function slowDown(db: Kysely<Schema>, address: string, now: Date): Promise<void> {
  const tries = [await countTry(db, `pair ${address}`, 60, now), await countTry(db, "pair", 60, now)]
  if (tries[0] !== undefined && tries[0] <= TRIES.address && (tries[1] ?? 0) <= TRIES.all) return
  throw new Problem(429, "too-many-tries", "Too many pairing codes were tried: wait a minute, then try again.", { retryable: true })
}

async function whyNot(db: Kysely<Schema>, hash: Buffer): Promise<Problem> {
  const known = await db.selectFrom("pairing_codes").select(["used_at", "revoked_at"]).where("hash", "=", hash).executeTakeFirst()
  if (!known) return new Problem(403, "wrong-code", "This pairing code is not known here: look for a typing error, or make a new one.")
  if (known.used_at) return new Problem(403, "code-used", "This pairing code has been used already: each is good for one browser. Make a new one.")
  if (known.revoked_at) return new Problem(403, "code-revoked", "This pairing code has been taken back: ask for a new one.")
  return new Problem(403, "code-expired", `This pairing code is older than ${CODE_MINUTES} minutes: make a new one.`)
}

/** A name in another role is another person, with a key of their own: no code changes what those may who are signed in. */
function rememberPerson(db: Kysely<Schema>, { name, role, groups }: Selectable<PairingCodeRow>, now: Date): Promise<Selectable<PersonRow>> {
  return db
    .insertInto("people")
    .values({ id: randomUUID(), name, role, groups, vault_key: randomBytes(32), created_at: now })
    .onConflict((conflict) => conflict.columns(["tenant", "name", "role"]).doUpdateSet({ groups }))
    .returningAll()
    .executeTakeFirstOrThrow()
}
