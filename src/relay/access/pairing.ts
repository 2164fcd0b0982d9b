import type { Kysely, Selectable } from "kysely"
import type { CodeBatchRequest } from "../../protocol/admin.ts"
import type { PairAnswer, PairRequest } from "../../protocol/relay.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { newVault } from "../../storage/encryption/vault-key.ts"
import { DAY_MS } from "../../text/day-distance.ts"
import type { PairingCodeRow, PersonRow, RoleName, Schema } from "../../storage/schema.ts"
import { signIn } from "./token-families.ts"
import { hashCode, newPairingCode } from "./secrets.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"

/** How many minutes a code is valid that is made for one person. */
export const CODE_MINUTES = 10
/** Blocks of four letters of such a code, and of one that is valid for days. */
const BLOCKS = 2
const BLOCKS_FOR_DAYS = 3

/** The person whom a code is for. A person is a name in a role. */
type Who = Pick<Selectable<PersonRow>, "name" | "role">

export interface Invitation {
  role: RoleName
  name: string
  /**
   * True for a further browser of the person who already has this name in this role. False for somebody new, whose name
   * must be free.
   */
  samePerson: boolean
  /** Undefined means the groups that this person already has. */
  groups?: string[] | undefined
}

/** A new code. `id` names it in lists, which never show the code itself again. */
export interface NewPairingCode {
  id: string
  code: string
  expires: Date
}

/**
 * Makes a code that pairs one browser with one person. Only its hash is stored. The caller says whose code it is, and
 * it never follows from the name alone: otherwise another person of that name would get the sign-in, and the key to
 * what the first person's browsers keep.
 * @param by the person who asks, for the audit, or null on the relay's own machine
 * @throws Problem 409 "name-taken", 404 "no-person"
 */
export async function createPairingCode(
  db: Kysely<Schema>,
  { role, name, groups, samePerson }: Invitation,
  by: string | null,
  now: Date
): Promise<NewPairingCode> {
  const known = await personOf(db, { name, role })
  if (known && !samePerson) throw nameTaken({ name, role })
  if (!known && samePerson)
    throw new Problem(
      404,
      "no-person",
      `Nobody has paired as ${name} (${role}) yet, so there is no further browser to pair: make the code for a new person.`
    )
  const code = newPairingCode(BLOCKS)
  const expires = new Date(now.getTime() + CODE_MINUTES * 60_000)
  const row = {
    hash: hashCode(code),
    role,
    name,
    groups: groups ?? known?.groups ?? [],
    same_person: samePerson,
    expires_at: expires,
    used_at: null
  }
  const { id } = await db.insertInto("pairing_codes").values(row).returning("id").executeTakeFirstOrThrow()
  await writeAuditEntry(db, by, "code-made", [id, whose(samePerson)], now)
  return { id, code, expires }
}

/**
 * Makes a code for each of these people, who haven't paired yet. The codes are valid for days, because somebody has to
 * hand them out, so they are longer: 30^12 (5.3e17) codes can't be guessed in that time.
 * @param by the admin who asks, for the audit
 * @throws Problem 409 "names-taken" if one of them has paired already, or 400 "same-names" if a name comes twice.
 * Nothing is made then.
 */
export async function createPairingCodes(
  db: Kysely<Schema>,
  { role, names, days }: CodeBatchRequest,
  by: string,
  now: Date
): Promise<(Pick<PairingCodeRow, "name" | "role"> & { code: string; expires: Date })[]> {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new Problem(400, "same-names", `${twice} is listed twice: give each person a name of their own.`)
  const expires = new Date(now.getTime() + days * DAY_MS)
  const codes = names.map((name) => ({ name, role, code: newPairingCode(BLOCKS_FOR_DAYS), expires }))
  return db.transaction().execute(async (work) => {
    const taken = await work
      .selectFrom("people")
      .select("name")
      .where("role", "=", role)
      .where("name", "in", names)
      .execute()
    if (taken.length > 0)
      throw new Problem(
        409,
        "names-taken",
        `Already paired as ${role}: ${taken.map(({ name }) => name).join(", ")}. Take them off the list, or give other names.`
      )
    const rows = await work
      .insertInto("pairing_codes")
      .values(
        codes.map(({ name, code }) => ({
          hash: hashCode(code),
          role,
          name,
          groups: [],
          same_person: false,
          expires_at: expires,
          used_at: null
        }))
      )
      .returning("id")
      .execute()
    await writeAuditEntry(work, by, "codes-made", [...rows.map(({ id }) => id), `${days} days`], now)
    return codes
  })
}

export async function isKnownPerson(db: Kysely<Schema>, who: Who): Promise<boolean> {
  return (await personOf(db, who)) !== undefined
}

function personOf(db: Kysely<Schema>, { name, role }: Who) {
  return db
    .selectFrom("people")
    .select(["id", "groups"])
    .where("name", "=", name)
    .where("role", "=", role)
    .executeTakeFirst()
}

const whose = (samePerson: boolean) => (samePerson ? "same-person" : "new-person")
const nameTaken = ({ name, role }: Who) =>
  new Problem(
    409,
    "name-taken",
    `Somebody has paired as ${name} (${role}) already: say that it is a further browser of the same person, or give another name.`
  )

/** Returns the codes that are still valid, the newest first. */
export function openPairingCodes(
  db: Kysely<Schema>,
  now: Date
): Promise<Pick<Selectable<PairingCodeRow>, "id" | "name" | "role" | "expires_at">[]> {
  return db
    .selectFrom("pairing_codes")
    .select(["id", "name", "role", "expires_at"])
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("expires_at", "desc")
    .execute()
}

/** Revokes one code by its id, or all codes of a person. Returns how many of them were still valid. */
export async function revokePairingCodes(
  db: Kysely<Schema>,
  which: { id: string } | { name: string; role: RoleName },
  now: Date
): Promise<number> {
  const open = db
    .updateTable("pairing_codes")
    .set({ revoked_at: now })
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
  const taken =
    "id" in which ? open.where("id", "=", which.id) : open.where("name", "=", which.name).where("role", "=", which.role)
  return Number((await taken.executeTakeFirst()).numUpdatedRows)
}

/**
 * Trades a code for a token. A further browser of the same person gets that person's key, and the person gets the
 * groups of the code.
 *
 * A right code is never delayed: it is looked up first, and only codes that don't exist are counted. So guessing is
 * bounded by how many codes are looked up at all. `createFairQueue` allows a thousand a second, from all addresses
 * together. There are 30^8 (6.6e11) codes, so 600,000 guesses in the ten minutes of a code find it with a chance of one
 * in 1.1 million. If one code were open day and night, guessing at full speed would take some fourteen years for an
 * even chance.
 * @param network the sender's network, see `networkOf`
 * @throws Problem "wrong-code", "code-used", "code-revoked", "code-expired", "name-taken", "bad-key", or
 * "too-many-tries", which should be answered slowly
 */
export async function pair(
  db: Kysely<Schema>,
  { code, device, key }: PairRequest,
  network: string,
  now: Date
): Promise<PairAnswer> {
  const hash = hashCode(code)
  const known = await db.selectFrom("pairing_codes").select("hash").where("hash", "=", hash).executeTakeFirst()
  if (!known) throw (await isGuessing(db, network, hash, now)) ? tooManyTries() : wrongCode()
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
    const person = await (invitation.same_person ? samePersonAgain : newPerson)(work, invitation, now)
    if (!person)
      throw new Problem(
        409,
        "name-taken",
        `Somebody else has paired as ${invitation.name} (${invitation.role}) since this code was made, so it pairs nobody: ask for a new code.`
      )
    const answer = await signIn(work, person, { device, key }, now)
    await writeAuditEntry(work, person.id, "paired", [invitation.id, whose(invitation.same_person)], now)
    return answer
  })
}

const wrongCode = () =>
  new Problem(403, "wrong-code", "This pairing code is not known here: look for a typing error, or make a new one.")
const tooManyTries = () =>
  new Problem(
    429,
    "too-many-tries",
    "Many wrong pairing codes came from your network in the last minute. A right code still works: look for a typing error in yours, or ask for a new one.",
    { retryable: true }
  )

async function whyNot(db: Kysely<Schema>, hash: Buffer): Promise<Problem> {
  const known = await db
    .selectFrom("pairing_codes")
    .select(["used_at", "revoked_at"])
    .where("hash", "=", hash)
    .executeTakeFirst()
  if (!known) return wrongCode()
  if (known.used_at)
    return new Problem(
      403,
      "code-used",
      "This pairing code has been used already: each is good for one browser. Make a new one."
    )
  if (known.revoked_at)
    return new Problem(403, "code-revoked", "This pairing code has been taken back: ask for a new one.")
  return new Problem(403, "code-expired", "The time of this pairing code is over: make a new one.")
}

type Found = Promise<Selectable<PersonRow> | undefined>

/**
 * Adds a person with a key of their own. The same name in another role is another person. Returns undefined if somebody
 * has taken the name meanwhile.
 */
function newPerson(db: Kysely<Schema>, { name, role, groups }: Selectable<PairingCodeRow>, now: Date): Found {
  return db
    .insertInto("people")
    .values({ ...newVault(db), name, role, groups, created_at: now })
    .onConflict((conflict) => conflict.columns(["tenant", "name", "role"]).doNothing())
    .returningAll()
    .executeTakeFirst()
}

function samePersonAgain(db: Kysely<Schema>, { name, role, groups }: Selectable<PairingCodeRow>): Found {
  return db
    .updateTable("people")
    .set({ groups })
    .where("name", "=", name)
    .where("role", "=", role)
    .returningAll()
    .executeTakeFirst()
}

/** How many wrong codes of a network are answered at once in a minute. A person who mistypes needs fewer. */
const AT_ONCE = 10
const WINDOW_MS = 60_000

/**
 * Counts a code that doesn't exist, and returns whether its network has tried more such codes in this minute than a
 * person would mistype. The same code tried again is not counted again. Codes over the limit are not counted either,
 * because otherwise the minute would never end for a sender who goes on guessing. Codes of one network are counted one
 * after the other, whichever relays they reach.
 */
export async function isGuessing(db: Kysely<Schema>, network: string, code: Buffer, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - WINDOW_MS)
  // Somebody who goes on guessing waits for nobody.
  const judged = await judge(db, network, code, { since, now })
  if (judged !== undefined) return judged
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, `wrong codes ${network}`)
    const meanwhile = await judge(work, network, code, { since, now })
    if (meanwhile !== undefined) return meanwhile
    // Codes of former minutes are deleted, so that a network never has more than a few rows.
    await work.deleteFrom("wrong_codes").where("network", "=", network).where("at", "<=", since).execute()
    await work
      .insertInto("wrong_codes")
      .values({ network, code, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return false
  })
}

/** Returns nothing for a code that must be counted first. */
async function judge(
  db: Kysely<Schema>,
  network: string,
  code: Buffer,
  { since, now }: { since: Date; now: Date }
): Promise<boolean | undefined> {
  const tried = await db
    .selectFrom("wrong_codes")
    .select("code")
    .where("network", "=", network)
    .where("at", ">", since)
    // A later one was counted before the clock was set back.
    .where("at", "<=", new Date(now.getTime() + WINDOW_MS))
    .limit(AT_ONCE)
    .execute()
  if (tried.some((one) => one.code.equals(code))) return false
  return tried.length >= AT_ONCE ? true : undefined
}
