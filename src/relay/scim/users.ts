import { randomUUID } from "node:crypto"
import { sql, type Kysely, type Selectable } from "kysely"
import { scimUserRequest, type ScimPatchRequest, type ScimUserRequest } from "../../protocol/scim.ts"
import { mistakesIn } from "../../protocol/routes/describe/mistakes.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { ScimUserRow } from "../../storage/directory-tables.ts"
import type { Schema } from "../../storage/schema.ts"
import { applyDirectory, connectPerson, signOutPerson } from "./directory.ts"
import { conditionsOf, type FilterColumns } from "./filter.ts"
import { patched } from "./patch.ts"
import { USER_SCHEMA, type Reference } from "./resources.ts"
import { scimProblem } from "./scim-problem.ts"
import {
  changeDirectory,
  nameTaken,
  notThere,
  refuseChanged,
  type DirectoryParts,
  type PageBounds,
  type WantedVersion
} from "./store.ts"
import { attributesIn, columnsOf } from "./user-attributes.ts"

/** A user with the groups they are in. */
export interface StoredUser {
  row: Selectable<ScimUserRow>
  groups: Reference[]
}

const COLUMNS: FilterColumns = {
  id: { column: sql`id::text` },
  username: { column: sql`user_name` },
  externalid: { column: sql`external_id`, exact: true },
  active: { column: sql`active`, isBoolean: true }
}

/** Returns one page of the users that fit, and how many there are. @throws Problem 400 "invalidFilter" */
export async function listUsers(db: Kysely<Schema>, filter: string | undefined, { offset, limit }: PageBounds) {
  let fitting = db.selectFrom("scim_users")
  for (const condition of conditionsOf(filter, COLUMNS)) fitting = fitting.where(condition)
  const { total } = await fitting.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow()
  const rows = await fitting.selectAll().orderBy("created_at").orderBy("id").offset(offset).limit(limit).execute()
  return { total, users: await withGroups(db, rows) }
}

/** @throws Problem 404 */
export async function readUser(db: Kysely<Schema>, id: string | undefined): Promise<StoredUser> {
  const [user] = await withGroups(db, [await rowOf(db, id)])
  if (!user) throw notThere()
  return user
}

/** Adds a user. @throws Problem 409 "uniqueness" */
export function createUser(parts: DirectoryParts, request: ScimUserRequest): Promise<StoredUser> {
  return changeDirectory(parts, async (work) => {
    const [id, now] = [randomUUID(), parts.clock()]
    await refuseTaken(work, id, request.userName)
    const row = { id, ...columnsOf(request), created_at: now, changed_at: now }
    await work.insertInto("scim_users").values(row).execute()
    await settle(work, row, parts)
    await writeAuditEntry(work, undefined, "directory-user-added", [id], now)
    return readUser(work, id)
  })
}

/** Replaces a user. @throws Problem 404, 409 "uniqueness", 412 */
export function replaceUser(
  parts: DirectoryParts,
  id: string | undefined,
  request: ScimUserRequest,
  wanted: WantedVersion
): Promise<StoredUser> {
  return changeDirectory(parts, (work) => saveUser(work, parts, { id, wanted, change: () => request }))
}

/** Changes a user by the operations of a PATCH. @throws Problem 400, 404, 409 "uniqueness", 412 */
export function patchUser(
  parts: DirectoryParts,
  id: string | undefined,
  { Operations }: ScimPatchRequest,
  wanted: WantedVersion
): Promise<StoredUser> {
  const change = (row: Selectable<ScimUserRow>) => {
    const { user_name: userName, external_id: externalId, active } = row
    const resource = patched({ userName, externalId, active, ...attributesIn(row) }, Operations, {
      schema: USER_SCHEMA,
      single: ["userName", "externalId", "active", "displayName"],
      multiple: ["emails"]
    })
    const read = scimUserRequest.safeParse(resource)
    if (!read.success) throw scimProblem(400, "invalidValue", mistakesIn(read.error.issues))
    return read.data
  }
  return changeDirectory(parts, (work) => saveUser(work, parts, { id, wanted, change }))
}

/** Deletes a user and signs them out everywhere. @throws Problem 404, 412 */
export function deleteUser(parts: DirectoryParts, id: string | undefined, wanted: WantedVersion): Promise<void> {
  return changeDirectory(parts, async (work) => {
    const now = parts.clock()
    const row = await rowOf(work, id)
    refuseChanged(row, wanted)
    const person = await work
      .selectFrom("people")
      .select(["id", "name", "role"])
      .where("scim_user", "=", row.id)
      .executeTakeFirst()
    if (person) await signOutPerson(work, person, now)
    await work.deleteFrom("scim_users").where("id", "=", row.id).execute()
    await writeAuditEntry(work, undefined, "directory-user-deleted", [row.id], now)
  })
}

interface UserChange {
  id: string | undefined
  wanted: WantedVersion
  change: (row: Selectable<ScimUserRow>) => ScimUserRequest
}

async function saveUser(
  work: Kysely<Schema>,
  parts: DirectoryParts,
  { id, wanted, change }: UserChange
): Promise<StoredUser> {
  const now = parts.clock()
  const row = await rowOf(work, id)
  refuseChanged(row, wanted)
  const request = change(row)
  await refuseTaken(work, row.id, request.userName)
  const columns = columnsOf(request)
  await work
    .updateTable("scim_users")
    .set({ ...columns, version: row.version + 1, changed_at: now })
    .where("id", "=", row.id)
    .execute()
  await settle(work, { id: row.id }, parts)
  if (columns.active !== row.active) {
    const action = columns.active ? "directory-user-activated" : "directory-user-deactivated"
    await writeAuditEntry(work, undefined, action, [row.id], now)
  }
  return readUser(work, row.id)
}

/** Applies what is stored of a user to the person who signs in as them. */
async function settle(work: Kysely<Schema>, { id }: { id: string }, { rules, clock }: DirectoryParts): Promise<void> {
  await connectPerson(work, id, rules)
  await applyDirectory(work, [id], rules, clock())
}

async function refuseTaken(work: Kysely<Schema>, id: string, userName: string): Promise<void> {
  const other = await work
    .selectFrom("scim_users")
    .select("id")
    .where(sql`lower(user_name)`, "=", sql`lower(${userName})`)
    .where("id", "!=", id)
    .executeTakeFirst()
  if (other) throw nameTaken("userName")
}

async function rowOf(db: Kysely<Schema>, id: string | undefined): Promise<Selectable<ScimUserRow>> {
  const row =
    id === undefined ? undefined : await db.selectFrom("scim_users").selectAll().where("id", "=", id).executeTakeFirst()
  if (!row) throw notThere()
  return row
}

async function withGroups(db: Kysely<Schema>, rows: Selectable<ScimUserRow>[]): Promise<StoredUser[]> {
  const ids = rows.map(({ id }) => id)
  const memberships = await db
    .selectFrom("scim_members")
    .innerJoin("scim_groups", "scim_groups.id", "group_id")
    .select(["user_id", "scim_groups.id", "display_name as name"])
    .where("user_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("display_name")
    .execute()
  const byUser = Map.groupBy(memberships, ({ user_id }) => user_id)
  return rows.map((row) => ({ row, groups: byUser.get(row.id) ?? [] }))
}
