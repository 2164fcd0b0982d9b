import { randomBytes, randomUUID } from "node:crypto"
import type { Kysely, Selectable } from "kysely"
import type { PairAnswer } from "../../protocol/relay.ts"
import { Problem } from "../problem.ts"
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
  groups?: string[]
}

/** Makes a code that pairs one browser with one named person. Only its hash is stored. */
export async function createPairingCode(db: Kysely<Schema>, { role, name, groups = [] }: Invitation, now: Date): Promise<string> {
  const code = newPairingCode()
  const expires_at = new Date(now.getTime() + CODE_MINUTES * 60_000)
  await db.insertInto("pairing_codes").values({ hash: hashCode(code), role, name, groups, expires_at, used_at: null }).execute()
  return code
}

/**
 * Trades a code for a token. The person of that name keeps their key when pairing again, and gets the code's role and groups.
 * @throws Problem "wrong-code", "code-used", "code-expired" or "too-many-tries".
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
      .where("expires_at", ">", now)
      .returningAll()
      .executeTakeFirst()
    if (!invitation) throw await whyNot(work, hash)
    const person = await rememberPerson(work, invitation, now)
    const { token, expires } = await issueToken(work, person.id, device, now)
    await work.insertInto("audit").values({ at: now, person: person.id, action: "paired", ids: [] }).execute()
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
  const known = await db.selectFrom("pairing_codes").select("used_at").where("hash", "=", hash).executeTakeFirst()
  if (!known) return new Problem(403, "wrong-code", "This pairing code is not known here: look for a typing error, or make a new one.")
  if (known.used_at) return new Problem(403, "code-used", "This pairing code has been used already: each is good for one browser. Make a new one.")
  return new Problem(403, "code-expired", `This pairing code is older than ${CODE_MINUTES} minutes: make a new one.`)
}

function rememberPerson(db: Kysely<Schema>, { name, role, groups }: Selectable<PairingCodeRow>, now: Date): Promise<Selectable<PersonRow>> {
  return db
    .insertInto("people")
    .values({ id: randomUUID(), name, role, groups, vault_key: randomBytes(32), created_at: now })
    .onConflict((conflict) => conflict.columns(["tenant", "name"]).doUpdateSet({ role, groups }))
    .returningAll()
    .executeTakeFirstOrThrow()
}
