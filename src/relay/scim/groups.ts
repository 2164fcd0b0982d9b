import { randomUUID } from "node:crypto"
import { sql, type Kysely, type Selectable } from "kysely"
import { scimGroupRequest, type ScimGroupRequest, type ScimPatchRequest } from "../../protocol/scim.ts"
import { mistakesIn } from "../../protocol/routes/describe/mistakes.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { ScimGroupRow } from "../../storage/directory-tables.ts"
import type { Schema } from "../../storage/schema.ts"
import { applyDirectory } from "./directory.ts"
import { conditionsOf, type FilterColumns } from "./filter.ts"
import { patched } from "./patch.ts"
import { GROUP_SCHEMA, type Reference } from "./resources.ts"
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

/** A group with its members. */
export interface StoredGroup {
  row: Selectable<ScimGroupRow>
  members: Reference[]
}

const hasMember = (id: string) =>
  sql<boolean>`exists (select from scim_members where group_id = scim_groups.id and user_id::text = lower(${id}))`
const COLUMNS: FilterColumns = {
  id: { column: sql`id::text` },
  displayname: { column: sql`display_name` },
  externalid: { column: sql`external_id`, exact: true },
  members: { equals: hasMember },
  "members.value": { equals: hasMember }
}

/** Returns one page of the groups that fit, and how many there are. @throws Problem 400 "invalidFilter" */
export async function listGroups(db: Kysely<Schema>, filter: string | undefined, { offset, limit }: PageBounds) {
  let fitting = db.selectFrom("scim_groups")
  for (const condition of conditionsOf(filter, COLUMNS)) fitting = fitting.where(condition)
  const { total } = await fitting.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow()
  const rows = await fitting.selectAll().orderBy("created_at").orderBy("id").offset(offset).limit(limit).execute()
  return { total, groups: await withMembers(db, rows) }
}

/** @throws Problem 404 */
export async function readGroup(db: Kysely<Schema>, id: string | undefined): Promise<StoredGroup> {
  const [group] = await withMembers(db, [await rowOf(db, id)])
  if (!group) throw notThere()
  return group
}

/** Adds a group. @throws Problem 409 "uniqueness", 400 "invalidValue" for members that the directory doesn't have */
export function createGroup(parts: DirectoryParts, request: ScimGroupRequest): Promise<StoredGroup> {
  return changeDirectory(parts, async (work) => {
    const [id, now] = [randomUUID(), parts.clock()]
    await refuseTaken(work, id, request.displayName)
    const row = { id, ...columnsOf(request), created_at: now, changed_at: now }
    await work.insertInto("scim_groups").values(row).execute()
    await storeMembers(work, parts, { id, former: [], members: membersIn(request), isRenamed: true })
    await writeAuditEntry(work, undefined, "directory-group-added", [id], now)
    return readGroup(work, id)
  })
}

/** Replaces a group. @throws Problem as `createGroup` does, 404, 412 */
export function replaceGroup(
  parts: DirectoryParts,
  id: string | undefined,
  request: ScimGroupRequest,
  wanted: WantedVersion
): Promise<StoredGroup> {
  return changeDirectory(parts, (work) => saveGroup(work, parts, { id, wanted, change: () => request }))
}

/** Changes a group by the operations of a PATCH. @throws Problem as `replaceGroup` does, 400 */
export function patchGroup(
  parts: DirectoryParts,
  id: string | undefined,
  { Operations }: ScimPatchRequest,
  wanted: WantedVersion
): Promise<StoredGroup> {
  const change = ({ row, members }: StoredGroup) => {
    const resource = {
      displayName: row.display_name,
      externalId: row.external_id,
      members: members.map((member) => ({ value: member.id }))
    }
    const read = scimGroupRequest.safeParse(
      patched(resource, Operations, {
        schema: GROUP_SCHEMA,
        single: ["displayName", "externalId"],
        multiple: ["members"]
      })
    )
    if (!read.success) throw scimProblem(400, "invalidValue", mistakesIn(read.error.issues))
    return read.data
  }
  return changeDirectory(parts, (work) => saveGroup(work, parts, { id, wanted, change }))
}

/** Deletes a group. Its members have the roles of their other groups. @throws Problem 404, 412 */
export function deleteGroup(parts: DirectoryParts, id: string | undefined, wanted: WantedVersion): Promise<void> {
  return changeDirectory(parts, async (work) => {
    const group = await readGroup(work, id)
    refuseChanged(group.row, wanted)
    const former = group.members.map((member) => member.id)
    // While the group is there without members, the directory still counts for them, also if it is the last one.
    await storeMembers(work, parts, { id: group.row.id, former, members: [], isRenamed: false })
    await work.deleteFrom("scim_groups").where("id", "=", group.row.id).execute()
    await writeAuditEntry(work, undefined, "directory-group-deleted", [group.row.id], parts.clock())
  })
}

interface GroupChange {
  id: string | undefined
  wanted: WantedVersion
  change: (group: StoredGroup) => ScimGroupRequest
}

async function saveGroup(
  work: Kysely<Schema>,
  parts: DirectoryParts,
  { id, wanted, change }: GroupChange
): Promise<StoredGroup> {
  const group = await readGroup(work, id)
  const { row } = group
  refuseChanged(row, wanted)
  const request = change(group)
  await refuseTaken(work, row.id, request.displayName)
  const columns = columnsOf(request)
  await work
    .updateTable("scim_groups")
    .set({ ...columns, version: row.version + 1, changed_at: parts.clock() })
    .where("id", "=", row.id)
    .execute()
  await storeMembers(work, parts, {
    id: row.id,
    former: group.members.map((member) => member.id),
    members: membersIn(request),
    isRenamed: columns.display_name !== row.display_name || columns.external_id !== row.external_id
  })
  return readGroup(work, row.id)
}

interface MembersChange {
  id: string
  former: string[]
  members: string[]
  isRenamed: boolean
}

/** Stores who comes and goes, and gives them, or all of a renamed group, the roles and groups that they have now. */
async function storeMembers(
  work: Kysely<Schema>,
  { rules, clock }: DirectoryParts,
  { id, former, members, isRenamed }: MembersChange
): Promise<void> {
  const [before, after] = [new Set(former), new Set(members)]
  const gone = former.filter((one) => !after.has(one))
  const added = members.filter((one) => !before.has(one))
  const stored = await work
    .insertInto("scim_members")
    .columns(["group_id", "user_id"])
    .expression((query) =>
      query
        .selectFrom("scim_users")
        .select([sql<string>`${id}::uuid`.as("group_id"), "id as user_id"])
        .where("id", "=", sql<string>`any(${added}::uuid[])`)
    )
    .returning("user_id")
    .execute()
  if (stored.length < added.length)
    throw scimProblem(
      400,
      "invalidValue",
      `members: the directory doesn't have ${added.length - stored.length} of them. Nested groups are not followed.`
    )
  await work
    .deleteFrom("scim_members")
    .where("group_id", "=", id)
    .where("user_id", "=", sql<string>`any(${gone}::uuid[])`)
    .execute()
  await applyDirectory(work, isRenamed ? [...members, ...gone] : [...added, ...gone], rules, clock())
}

const membersIn = ({ members }: ScimGroupRequest): string[] => [
  ...new Set((members ?? []).map(({ value }) => value.toLowerCase()))
]

const columnsOf = ({ displayName, externalId }: ScimGroupRequest) => ({
  display_name: displayName,
  external_id: externalId || null
})

async function refuseTaken(work: Kysely<Schema>, id: string, displayName: string): Promise<void> {
  const other = await work
    .selectFrom("scim_groups")
    .select("id")
    .where(sql`lower(display_name)`, "=", sql`lower(${displayName})`)
    .where("id", "!=", id)
    .executeTakeFirst()
  if (other) throw nameTaken("displayName")
}

async function rowOf(db: Kysely<Schema>, id: string | undefined): Promise<Selectable<ScimGroupRow>> {
  const row =
    id === undefined
      ? undefined
      : await db.selectFrom("scim_groups").selectAll().where("id", "=", id).executeTakeFirst()
  if (!row) throw notThere()
  return row
}

async function withMembers(db: Kysely<Schema>, rows: Selectable<ScimGroupRow>[]): Promise<StoredGroup[]> {
  const ids = rows.map(({ id }) => id)
  const memberships = await db
    .selectFrom("scim_members")
    .innerJoin("scim_users", "scim_users.id", "user_id")
    .select(["group_id", "scim_users.id", "user_name as name"])
    .where("group_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("user_name")
    .execute()
  const byGroup = Map.groupBy(memberships, ({ group_id }) => group_id)
  return rows.map((row) => ({ row, members: byGroup.get(row.id) ?? [] }))
}
