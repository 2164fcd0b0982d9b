import { sql, type Kysely } from "kysely"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { RoleName, Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { Problem } from "../../runtime/problem.ts"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"
import { revokePairingCodes } from "../access/pairing.ts"
import { freeName, roleOf } from "../access/roles.ts"
import { deactivatedProblem, endFamilies } from "../access/token-families.ts"

/** Lets one transaction at a time read and change the directory, so that nobody signs in beside their deactivation. */
export const lockDirectory = (work: Kysely<Schema>) => lockInTransaction(work, "directory")

/** What a provider's sign-in says of a person by which they are recognised in the directory. */
export interface SignedInIdentity {
  subject: string
  /** Ids of the provider, of which the directory has one as `externalId`. */
  ids: readonly string[]
  /** The login name or verified address, which the directory has, too. */
  userName: string | undefined
}

/** A person's place in the directory. `groups` is undefined while the directory has none, so that the claims count. */
interface DirectoryEntry {
  user: string
  groups: string[] | undefined
}

/**
 * Returns the directory's entry of somebody who signs in, or undefined while no directory is connected. A person stays
 * connected to the user of their first sign-in, so that a login name that changes hands opens nothing.
 * @throws Problem 403 "deactivated", or "not-in-directory" for somebody whom the directory doesn't have
 */
export async function directoryEntryOf(
  work: Kysely<Schema>,
  identity: SignedInIdentity
): Promise<DirectoryEntry | undefined> {
  if (!(await isConnected(work))) return undefined
  const user = await userOf(work, identity)
  if (!user)
    throw new Problem(
      403,
      "not-in-directory",
      "Your organisation's directory has not sent your account to Replywright yet: ask whoever manages it to assign you."
    )
  if (!user.active) throw deactivatedProblem()
  const names = await groupNames(work, [user.id])
  return { user: user.id, groups: (await hasGroups(work)) ? (names.get(user.id) ?? []) : undefined }
}

/** The directory counts while a token of it is valid and it has somebody. */
async function isConnected(work: Kysely<Schema>): Promise<boolean> {
  const token = await work.selectFrom("scim_tokens").select("id").where("revoked_at", "is", null).executeTakeFirst()
  return (
    token !== undefined && (await work.selectFrom("scim_users").select("id").limit(1).executeTakeFirst()) !== undefined
  )
}

async function userOf(work: Kysely<Schema>, { subject, ids, userName }: SignedInIdentity) {
  const users = work.selectFrom("scim_users").select(["scim_users.id", "scim_users.active"])
  const connected = await users
    .innerJoin("people", "people.scim_user", "scim_users.id")
    .where("people.subject", "=", subject)
    .executeTakeFirst()
  if (connected) return connected
  return users
    .where((is) =>
      is.or([
        is("external_id", "in", [...ids]),
        ...(userName === undefined ? [] : [is(sql`lower(user_name)`, "=", userName.toLowerCase())])
      ])
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("people").select("people.id").whereRef("people.scim_user", "=", "scim_users.id")))
    )
    .orderBy(sql`external_id = any(${ids}::text[]) desc nulls last`)
    .executeTakeFirst()
}

/** Returns the names of the groups that each user is in. */
async function groupNames(work: Kysely<Schema>, users: readonly string[]): Promise<Map<string, string[]>> {
  const groups = await work
    .selectFrom("scim_members")
    .innerJoin("scim_groups", "scim_groups.id", "scim_members.group_id")
    .select(["user_id", "display_name", "external_id"])
    .where("user_id", "=", sql<string>`any(${users}::uuid[])`)
    .orderBy("display_name")
    .execute()
  const names = Map.groupBy(groups, ({ user_id }) => user_id)
  // Settings may name a group by the id that the provider's claims have.
  return new Map(
    [...names].map(([user, rows]) => [
      user,
      [...new Set(rows.flatMap((row) => [row.display_name, row.external_id ?? []]).flat())]
    ])
  )
}

/** While the directory has no group, the claims of a sign-in count. */
async function hasGroups(work: Kysely<Schema>): Promise<boolean> {
  return (await work.selectFrom("scim_groups").select("id").limit(1).executeTakeFirst()) !== undefined
}

/** How the organisation's people come in. */
export type DirectoryRules = Pick<SignInSettings, "issuer" | "roles">

/** Connects a user to the person who has signed in as them before the directory was. */
export async function connectPerson(work: Kysely<Schema>, user: string, { issuer }: DirectoryRules): Promise<void> {
  await sql`
    update people set scim_user = ${user} where id = (
      select p.id from people p, scim_users u
      where u.id = ${user} and p.scim_user is null and p.subject is not null
        and not exists (select from people where scim_user = u.id)
        and (p.subject = ${issuer} || ' ' || u.external_id or lower(p.login) = lower(u.user_name))
      order by p.subject = ${issuer} || ' ' || u.external_id desc nulls last limit 1)`.execute(work)
}

/**
 * Gives the people behind these users the role and groups that the directory has for them. Whoever is deactivated, or in
 * no group that may come in, is signed out everywhere.
 */
export async function applyDirectory(
  work: Kysely<Schema>,
  users: readonly string[],
  { roles }: DirectoryRules,
  now: Date
): Promise<void> {
  const people = await peopleOf(work, users)
  if (people.length === 0) return
  const names = await groupNames(work, users)
  const groupsCount = await hasGroups(work)
  const changes: PersonChange[] = []
  for (const person of people) {
    const groups = names.get(person.user) ?? []
    const role = groupsCount ? roleOf(groups, roles) : person.role
    if (!person.active || role === undefined) await signOutPerson(work, person, now)
    else if (groupsCount && (role !== person.role || !isSameList(person.groups, groups)))
      changes.push({ person, role, groups })
  }
  await changePeople(work, changes, now)
}

/** A person with their user in the directory. */
type DirectoryPerson = Awaited<ReturnType<typeof peopleOf>>[number]

function peopleOf(work: Kysely<Schema>, users: readonly string[]) {
  return work
    .selectFrom("people")
    .innerJoin("scim_users", "scim_users.id", "people.scim_user")
    .select(["people.id", "people.name", "people.role", "people.groups", "people.subject", "people.login"])
    .select(["scim_users.id as user", "scim_users.active"])
    .where("scim_users.id", "=", sql<string>`any(${users}::uuid[])`)
    .execute()
}

/** Ends all sign-ins of a person, and the codes that would pair them again. Their open answers end with the next beat. */
export async function signOutPerson(
  work: Kysely<Schema>,
  { id, name, role }: Pick<DirectoryPerson, "id" | "name" | "role">,
  now: Date
): Promise<void> {
  const codes = await revokePairingCodes(work, { name, role }, now)
  const browsers = await endFamilies(work, { person: id }, "signed-out", now)
  if (codes + browsers > 0) await writeAuditEntry(work, undefined, "signed-out-by-directory", [id], now)
}

/** What the directory says of a person from now on. */
interface PersonChange {
  person: DirectoryPerson
  role: RoleName
  groups: string[]
}

/** Changes people in few statements, because a group may have thousands and sign-ins wait meanwhile. */
async function changePeople(work: Kysely<Schema>, changes: PersonChange[], now: Date): Promise<void> {
  const promoted = changes.filter(({ person, role }) => person.role !== role)
  const namesakes = await namesakesOf(work, promoted)
  const named: (PersonChange & { name: string })[] = []
  for (const change of changes) {
    const { person, role } = change
    const isFree = person.role === role || !namesakes.has(keyOf(person.name, role))
    if (isFree) named.push({ ...change, name: person.name })
    else await changeNamesake(work, change, now)
  }
  const rows = named.map(({ person: { id }, name, role, groups }) => ({ id, name, role, groups }))
  await sql`
    update people p set name = c.name, role = c.role, groups = c.groups
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, name text, role text, groups text[])
    where p.id = c.id`.execute(work)
  for (const [role, people] of Map.groupBy(promoted, (change) => change.role))
    for (let at = 0; at < people.length; at += MAX_NOTED) {
      const ids = people.slice(at, at + MAX_NOTED).map(({ person }) => person.id)
      await writeAuditEntry(work, undefined, "role-changed-by-directory", [role, ...ids], now)
    }
}

/** So many people are noted in one entry of the audit. */
const MAX_NOTED = 500
const keyOf = (name: string, role: string) => `${role} ${name}`

/** Returns the names that somebody else has, or will have, in the role that a person gets. */
async function namesakesOf(work: Kysely<Schema>, promoted: PersonChange[]): Promise<Set<string>> {
  const names = promoted.map(({ person }) => person.name)
  const owners = await work
    .selectFrom("people")
    .select(["name", "role"])
    .where("name", "=", sql<string>`any(${names}::text[])`)
    .execute()
  const taken = new Set(owners.map(({ name, role }) => keyOf(name, role)))
  const wanted = Map.groupBy(promoted, ({ person, role }) => keyOf(person.name, role))
  return new Set([...wanted].filter(([key, all]) => all.length > 1 || taken.has(key)).map(([key]) => key))
}

/** Somebody whose name is taken in the new role gets their login behind it, or is signed out if that is taken, too. */
async function changeNamesake(work: Kysely<Schema>, { person, role, groups }: PersonChange, now: Date): Promise<void> {
  const { id, name, subject, login } = person
  const free = await freeName(work, { subject: subject ?? "", name, login }, role)
  if (free === undefined) return signOutPerson(work, person, now)
  await work.updateTable("people").set({ role, groups, name: free }).where("id", "=", id).execute()
}

const isSameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, at) => value === other[at])
