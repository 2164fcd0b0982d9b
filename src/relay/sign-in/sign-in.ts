import type { Kysely, Selectable } from "kysely"
import type { PairAnswer, SignInRequest } from "../../protocol/relay.ts"
import { Problem } from "../../runtime/problem.ts"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { newVault } from "../../storage/encryption/vault-key.ts"
import type { PersonRow, RoleName, Schema } from "../../storage/schema.ts"
import { freeName, roleOf } from "../access/roles.ts"
import { endFamilies, signIn } from "../access/token-families.ts"
import { directoryEntryOf, lockDirectory } from "../scim/directory.ts"
import type { BegunSignIn, SignedInPerson, SignInProvider } from "./provider.ts"

/** How many minutes a person may take at the provider's page. */
export const BEGUN_MINUTES = 10

/** Begins a sign-in and returns the address of the provider's page. @throws Problem, as `SignInProvider.begin` does */
export async function beginSignIn(
  db: Kysely<Schema>,
  provider: SignInProvider,
  redirect: string,
  now: Date
): Promise<string> {
  const { url, begun } = await provider.begin(redirect)
  await db.deleteFrom("begun_sign_ins").where("begun_at", "<=", oldest(now)).execute()
  await db
    .insertInto("begun_sign_ins")
    .values({ ...begun, begun_at: now })
    .execute()
  return url
}

/**
 * Trades the address to which the provider has sent the browser back for a token, once. The person is the one whom the
 * provider names by its subject; a role comes from the groups, again with each sign-in, and from those of the directory
 * if one is connected.
 *
 * @throws Problem 403 "sign-in-refused", "no-role", "not-in-directory", "deactivated"; 503 "provider-away"; 400 "bad-key"
 */
export async function finishSignIn(
  db: Kysely<Schema>,
  { provider, settings }: { provider: SignInProvider; settings: Pick<SignInSettings, "roles" | "hours"> },
  { callback, device, key }: SignInRequest,
  now: Date
): Promise<PairAnswer> {
  const address = new URL(callback)
  const begun = await takeBegun(db, address.searchParams.get("state") ?? "", now)
  const signedIn = await provider.finish(address, begun)
  return db.transaction().execute(async (work) => {
    await lockDirectory(work)
    const entry = await directoryEntryOf(work, signedIn)
    const groups = entry?.groups ?? signedIn.groups
    const role = roleOf(groups, settings.roles)
    if (!role) throw noRole(signedIn.name)
    const person = await storePerson(work, { signedIn, role, groups, user: entry?.user }, now)
    const renewableUntil = new Date(now.getTime() + settings.hours * 3_600_000)
    const answer = await signIn(work, person, { device, key, renewableUntil }, now)
    await writeAuditEntry(work, person.id, "signed-in", [provider.host], now)
    return answer
  })
}

/** Ends all sign-ins of the person whom a logout token names. Somebody unknown here has none. */
export async function endByProvider(
  db: Kysely<Schema>,
  provider: SignInProvider,
  logoutToken: string,
  now: Date
): Promise<void> {
  const subject = await provider.whoLeft(logoutToken)
  const person = await db.selectFrom("people").select("id").where("subject", "=", subject).executeTakeFirst()
  if (!person) return
  await endFamilies(db, { person: person.id }, "signed-out", now)
  await writeAuditEntry(db, person.id, "signed-out-by-provider", [provider.host], now)
}

const oldest = (now: Date) => new Date(now.getTime() - BEGUN_MINUTES * 60_000)

/** Each is good for one answer of the provider, so that a repeated one opens nothing. */
async function takeBegun(db: Kysely<Schema>, state: string, now: Date): Promise<BegunSignIn> {
  const begun = await db
    .deleteFrom("begun_sign_ins")
    .where("state", "=", state)
    .where("begun_at", ">", oldest(now))
    .returning(["state", "nonce", "verifier", "redirect"])
    .executeTakeFirst()
  if (begun) return begun
  throw new Problem(
    403,
    "sign-in-refused",
    `This sign-in was not begun here, was finished already, or took longer than ${BEGUN_MINUTES} minutes. Sign in again.`
  )
}

const noRole = (name: string) =>
  new Problem(
    403,
    "no-role",
    `Your organisation knows ${name}, but none of your groups may use Replywright here: ask whoever runs the relay.`
  )

/**
 * Stores the person with the name, role and groups of today, and a key of their own from the first time on.
 * @throws Problem 409 "name-taken"
 */
async function storePerson(
  work: Kysely<Schema>,
  { signedIn, role, groups, user }: TodaysPerson,
  now: Date
): Promise<Selectable<PersonRow>> {
  const { subject, userName } = signedIn
  const name = await freeName(work, signedIn, role)
  if (name === undefined)
    throw new Problem(
      409,
      "name-taken",
      `Several people are called ${signedIn.name} here: ask an admin to remove one of them.`
    )
  const today = { name, role, groups, login: userName ?? null, ...(user !== undefined && { scim_user: user }) }
  return work
    .insertInto("people")
    .values({ ...newVault(work), created_at: now, subject, ...today })
    .onConflict((conflict) => conflict.column("subject").doUpdateSet(today))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Somebody who signs in, with what they are today. */
interface TodaysPerson {
  signedIn: SignedInPerson
  role: RoleName
  groups: string[]
  /** Their user in the organisation's directory, if one is connected. */
  user: string | undefined
}
