import { randomBytes, randomUUID } from "node:crypto"
import type { Kysely, Selectable } from "kysely"
import type { PairAnswer, SignInRequest } from "../../protocol/relay.ts"
import { Problem } from "../../runtime/problem.ts"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { PersonRow, RoleName, Schema } from "../../storage/schema.ts"
import { beginFamily, endFamilies } from "../access/token-families.ts"
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
 * provider names by its subject; a role comes from the groups, again with each sign-in.
 *
 * @throws Problem 403 "sign-in-refused", "no-role"; 503 "provider-away"; 400 "bad-key"
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
  const role = roleOf(signedIn.groups, settings.roles)
  if (!role) throw noRole(signedIn.name)
  return db.transaction().execute(async (work) => {
    const person = await storePerson(work, { ...signedIn, role }, now)
    const renewableUntil = new Date(now.getTime() + settings.hours * 3_600_000)
    const { token, expires, ...more } = await beginFamily(work, person.id, { device, key, renewableUntil }, now)
    await writeAuditEntry(work, person.id, "signed-in", [provider.host], now)
    const { id, name, groups } = person
    return {
      token,
      expires: expires.toISOString(),
      person: { id, name, role, groups },
      key: person.vault_key.toString("base64"),
      ...more
    }
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

/** The role with the most rights among those of the groups. */
function roleOf(groups: readonly string[], roles: SignInSettings["roles"]): RoleName | undefined {
  const isIn = (some: readonly string[]) => some.some((group) => groups.includes(group))
  if (isIn(roles.admin)) return "admin"
  if (isIn(roles.lead)) return "lead"
  return roles.agent.length === 0 || isIn(roles.agent) ? "agent" : undefined
}

const noRole = (name: string) =>
  new Problem(
    403,
    "no-role",
    `Your organisation knows ${name}, but none of your groups may use Replywright here: ask whoever runs the relay.`
  )

/**
 * Stores the person with the name, role and groups of today, and a key of their own from the first time on. A name that
 * somebody else has here is followed by the login: a name alone never makes anybody another person.
 */
async function storePerson(
  work: Kysely<Schema>,
  { subject, name, login, role, groups }: SignedInPerson & { role: RoleName },
  now: Date
): Promise<Selectable<PersonRow>> {
  const names = [name, ...(login === undefined ? [] : [`${name} (${login})`]), `${name} (${subject.slice(-8)})`]
  for (const free of names) {
    const taken = await work
      .selectFrom("people")
      .select("subject")
      .where("name", "=", free)
      .where("role", "=", role)
      .executeTakeFirst()
    if (taken && taken.subject !== subject) continue
    return work
      .insertInto("people")
      .values({ id: randomUUID(), name: free, role, groups, vault_key: randomBytes(32), created_at: now, subject })
      .onConflict((conflict) => conflict.column("subject").doUpdateSet({ name: free, role, groups }))
      .returningAll()
      .executeTakeFirstOrThrow()
  }
  throw new Problem(409, "name-taken", `Several people are called ${name} here: ask an admin to remove one of them.`)
}
