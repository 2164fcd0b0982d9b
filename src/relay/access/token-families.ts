import { randomUUID } from "node:crypto"
import type { Kysely, Selectable } from "kysely"
import type { PairAnswer, RenewAnswer } from "../../protocol/relay.ts"
import {
  renewalStatement,
  type BrowserKey,
  type Renewal,
  type RenewRequest,
  browserKey
} from "../../protocol/renewal.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { openVaultKey } from "../../storage/encryption/vault-key.ts"
import type { EndedWhy, PersonRow, RefreshTokenRow, Schema, TokenFamilyRow } from "../../storage/schema.ts"
import { hashToken, newSalt, newToken, nextTokens } from "./secrets.ts"

/** How many hours an access token is valid. */
export const TOKEN_HOURS = 12
/** How many days after its last renewal a sign-in ends by itself. */
export const FAMILY_DAYS = 30
/** How many minutes a browser's clock may be off. */
export const CLOCK_MINUTES = 5

const hoursAfter = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)

/**
 * What a browser holds after pairing. A browser without a key of its own can't renew its token, so it is signed in
 * until that token expires.
 */
export interface IssuedTokens {
  token: string
  expires: Date
  renewal?: Renewal
}

/** A browser that signs in. */
interface NewSignIn {
  device: string | undefined
  key: BrowserKey | undefined
  /** When the sign-in ends, however often it is renewed; without it, a browser that is used stays signed in. */
  renewableUntil?: Date | undefined
}

/** When the next token expires, and when the sign-in does unless it is renewed. */
function endsOf(now: Date, hours: number, renewableUntil: Date | null | undefined): { expires: Date; until: Date } {
  const before = (end: Date) => (renewableUntil && renewableUntil < end ? renewableUntil : end)
  return { expires: before(hoursAfter(now, TOKEN_HOURS)), until: before(hoursAfter(now, hours)) }
}

/**
 * Signs a browser in and returns what it is answered.
 * @throws Problem 400 "bad-key", 403 "deactivated"
 */
export async function signIn(
  db: Kysely<Schema>,
  { id, name, role, groups, vault_key }: Selectable<PersonRow>,
  browser: NewSignIn,
  now: Date
): Promise<PairAnswer> {
  await refuseDeactivated(db, id)
  const { token, expires, ...more } = await beginFamily(db, id, browser, now)
  return {
    token,
    expires: expires.toISOString(),
    person: { id, name, role, groups },
    key: openVaultKey(db, { id, vault_key }),
    ...more
  }
}

/** @throws Problem 403 "deactivated" for somebody whom the organisation's directory has deactivated */
async function refuseDeactivated(db: Kysely<Schema>, person: string): Promise<void> {
  const user = await db
    .selectFrom("people")
    .innerJoin("scim_users", "scim_users.id", "people.scim_user")
    .select("scim_users.active")
    .where("people.id", "=", person)
    .executeTakeFirst()
  if (user && !user.active) throw deactivatedProblem()
}

export const deactivatedProblem = () =>
  new Problem(403, "deactivated", "Your organisation has ended your access: ask whoever manages its accounts.")

/**
 * Begins a sign-in. All tokens that the browser gets later derive from one another and form a family, which ends as a
 * whole.
 */
async function beginFamily(
  db: Kysely<Schema>,
  person: string,
  { device, key, renewableUntil }: NewSignIn,
  now: Date
): Promise<IssuedTokens> {
  if (key) await importBrowserKey(key)
  const [family, token, refresh] = [randomUUID(), newToken(), newToken()]
  const { expires, until } = endsOf(now, key ? FAMILY_DAYS * 24 : TOKEN_HOURS, renewableUntil)
  await db
    .insertInto("token_families")
    .values({
      id: family,
      person,
      device: device ?? null,
      public_key: key ? JSON.stringify(key) : null,
      created_at: now,
      expires_at: until,
      ...(renewableUntil && { renewable_until: renewableUntil })
    })
    .execute()
  await db
    .insertInto("tokens")
    .values({ hash: hashToken(token), person, device: device ?? null, family, created_at: now, expires_at: expires })
    .execute()
  if (!key) return { token, expires }
  await db
    .insertInto("refresh_tokens")
    .values({ hash: hashToken(refresh), family, salt: newSalt(), made_at: now })
    .execute()
  return { token, expires, renewal: { family, refresh, until: until.toISOString() } }
}

/**
 * Trades a refresh token for the next access token and refresh token, see docs/decisions/0027-sign-ins-renewed-by-a-key.md.
 * Until the next ones are used, the answer may have been lost, so the same refresh token gives the same two again for a
 * fresh signature. Once they are used, whoever presents the former one has a copy of it, and the whole family ends.
 * @throws Problem 401 "not-paired", "token-revoked", "sign-in-reused", "sign-in-expired"; 409 "clock-differs"
 */
export async function renewTokens(
  db: Kysely<Schema>,
  { refresh, at, signature }: RenewRequest,
  now: Date
): Promise<RenewAnswer> {
  const hash = hashToken(refresh)
  // The end of a family must be stored, so a problem is returned here and thrown after the transaction.
  const done = await db.transaction().execute(async (work): Promise<RenewAnswer | Problem> => {
    const locked = await lockFamily(work, hash)
    if (!locked) return notPaired()
    const { family, token } = locked
    if (family.ended_at) return endedProblem(family.ended_why)
    if (family.expires_at <= now) return family.renewable_until ? signInOver() : expired()
    const statement = renewalStatement({ family: family.id, at, refreshHash: hash.toString("base64") })
    if (!(await isSignedBy(family.public_key, statement, signature))) return endReused(work, family, now)
    if (Math.abs(Date.parse(at) - now.getTime()) > CLOCK_MINUTES * 60_000) return clockDiffers(now)
    const next = nextTokens(refresh, token.salt)
    if (token.used_at && (await isInUse(work, hashToken(next.token), hashToken(next.refresh)))) {
      // An equal signature means that the network repeated the same request. Nobody has a copy, so the family goes on,
      // but no tokens are given.
      return token.signature?.equals(Buffer.from(signature, "base64")) ? repeated() : endReused(work, family, now)
    }
    await work
      .updateTable("refresh_tokens")
      .set({ used_at: now, signature: Buffer.from(signature, "base64") })
      .where("hash", "=", hash)
      .execute()
    return storeTokens(work, family, next, now)
  })
  if (done instanceof Problem) throw done
  return done
}

/** Stores the next tokens of a sign-in, and lets it go on for as long as a new one. */
async function storeTokens(
  work: Kysely<Schema>,
  family: Pick<Selectable<TokenFamilyRow>, "id" | "person" | "device" | "renewable_until">,
  next: { token: string; refresh: string },
  now: Date
): Promise<RenewAnswer> {
  const { expires, until } = endsOf(now, FAMILY_DAYS * 24, family.renewable_until)
  await work
    .insertInto("refresh_tokens")
    .values({ hash: hashToken(next.refresh), family: family.id, salt: newSalt(), made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await work
    .insertInto("tokens")
    .values({
      hash: hashToken(next.token),
      person: family.person,
      device: family.device,
      family: family.id,
      created_at: now,
      expires_at: expires
    })
    .onConflict((conflict) => conflict.column("hash").doUpdateSet({ expires_at: expires }))
    .execute()
  await work.updateTable("token_families").set({ expires_at: until }).where("id", "=", family.id).execute()
  const { id, name, role, groups, vault_key } = await work
    .selectFrom("people")
    .selectAll()
    .where("id", "=", family.person)
    .executeTakeFirstOrThrow()
  return {
    token: next.token,
    expires: expires.toISOString(),
    renewal: { family: family.id, refresh: next.refresh, until: until.toISOString() },
    person: { id, name, role, groups },
    key: openVaultKey(work, { id, vault_key })
  }
}

/** Ends one sign-in, or all of a person, with all their tokens. Returns how many of them were still valid. */
export async function endFamilies(
  db: Kysely<Schema>,
  which: { id: string } | { person: string },
  why: EndedWhy,
  now: Date
): Promise<number> {
  const standing = db.updateTable("token_families").set({ ended_at: now, ended_why: why }).where("ended_at", "is", null)
  const ended = await ("id" in which
    ? standing.where("id", "=", which.id)
    : standing.where("person", "=", which.person)
  )
    .returning(["id", "expires_at"])
    .execute()
  if (ended.length === 0) return 0
  await db
    .updateTable("tokens")
    .set({ revoked_at: now })
    .where(
      "family",
      "in",
      ended.map(({ id }) => id)
    )
    .where("revoked_at", "is", null)
    .execute()
  return ended.filter(({ expires_at }) => expires_at > now).length
}

/** Says why a token of an ended family is no longer valid. */
export function endedProblem(why: EndedWhy | null): Problem {
  if (why !== "reused")
    return new Problem(401, "token-revoked", "This browser has been signed out: pair it with a new code.")
  return new Problem(
    401,
    "sign-in-reused",
    "This browser has been signed out, because somebody else came with an earlier copy of its sign-in: pair it with a new code, and tell whoever runs the relay."
  )
}

interface Found {
  family: Selectable<TokenFamilyRow>
  token: Selectable<RefreshTokenRow>
}

/** Locks the family of a refresh token, so that only one request at a time renews or ends it. */
async function lockFamily(work: Kysely<Schema>, hash: Buffer): Promise<Found | undefined> {
  const known = await work.selectFrom("refresh_tokens").select("family").where("hash", "=", hash).executeTakeFirst()
  const family =
    known &&
    (await work.selectFrom("token_families").selectAll().where("id", "=", known.family).forUpdate().executeTakeFirst())
  const token =
    family && (await work.selectFrom("refresh_tokens").selectAll().where("hash", "=", hash).executeTakeFirst())
  return family && token ? { family, token } : undefined
}

/** Whether a browser has used one of these tokens, and so has shown that it received them. */
async function isInUse(work: Kysely<Schema>, access: Buffer, refresh: Buffer): Promise<boolean> {
  const token = await work.selectFrom("tokens").select("used_at").where("hash", "=", access).executeTakeFirst()
  const next = await work.selectFrom("refresh_tokens").select("used_at").where("hash", "=", refresh).executeTakeFirst()
  // A token that is missing was deleted long ago, so the family has been renewed beyond it.
  return !next || Boolean(token?.used_at ?? next.used_at)
}

async function endReused(
  work: Kysely<Schema>,
  { id, person }: Pick<Selectable<TokenFamilyRow>, "id"> & { person: PersonRow["id"] },
  now: Date
): Promise<Problem> {
  await endFamilies(work, { id }, "reused", now)
  await writeAuditEntry(work, person, "sign-in-reused", [id], now)
  return endedProblem("reused")
}

const notPaired = () => new Problem(401, "not-paired", "The relay does not know this browser: pair it with a new code.")
const expired = () =>
  new Problem(
    401,
    "sign-in-expired",
    `This browser was not used for more than ${FAMILY_DAYS} days: pair it with a new code.`
  )
const signInOver = () =>
  new Problem(401, "sign-in-over", "Your sign-in has ended, as your organisation has set it: sign in again.")
const repeated = () =>
  new Problem(
    409,
    "renewal-repeated",
    "This renewal has been answered already: sign a new one with the newest refresh token.",
    { retryable: true }
  )
const clockDiffers = (now: Date) =>
  new Problem(409, "clock-differs", `The browser's clock is more than ${CLOCK_MINUTES} minutes off the relay's.`, {
    retryable: true,
    data: { now: now.toISOString() }
  })

const P256 = { name: "ECDSA", namedCurve: "P-256" }

/** Checks a browser's public key. @throws Problem 400 "bad-key" if it is not a point on the curve */
async function importBrowserKey(key: BrowserKey): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("jwk", key, P256, false, ["verify"])
  } catch (cause) {
    throw new Problem(400, "bad-key", "key: not a public key of ECDSA on P-256.", { cause })
  }
}

/**
 * Checks a signature.
 * @param stored the public key as JSON, or null if the browser gave none
 * @param signature in base64
 */
export async function isSignedBy(stored: string | null, statement: string, signature: string): Promise<boolean> {
  if (stored === null) return false
  const key = await importBrowserKey(browserKey.parse(JSON.parse(stored)))
  return crypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    Buffer.from(signature, "base64"),
    new TextEncoder().encode(statement)
  )
}
