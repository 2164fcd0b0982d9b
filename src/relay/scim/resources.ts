import type { Selectable } from "kysely"
import type { ScimGroup, ScimQuery, ScimUser } from "../../protocol/scim.ts"
import type { ScimGroupRow, ScimUserRow } from "../../storage/directory-tables.ts"
import { attributesIn } from "./user-attributes.ts"

export const USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
export const GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group"

/** What a reference shows of another resource. */
export interface Reference {
  id: string
  name: string
}

/** Returns a user as SCIM has it. @param base the address of the API, up to and without the last slash */
export function userResource(row: Selectable<ScimUserRow>, groups: readonly Reference[], base: string): ScimUser {
  const { id, user_name, external_id, active } = row
  return {
    schemas: [USER_SCHEMA],
    id,
    ...(external_id !== null && { externalId: external_id }),
    userName: user_name,
    ...attributesIn(row),
    active,
    groups: groups.map(referenceOf),
    meta: { resourceType: "User", ...metaOf(row), location: `${base}/Users/${id}` }
  }
}

/** Returns a group as SCIM has it. */
export function groupResource(row: Selectable<ScimGroupRow>, members: readonly Reference[], base: string): ScimGroup {
  const { id, display_name, external_id } = row
  return {
    schemas: [GROUP_SCHEMA],
    id,
    ...(external_id !== null && { externalId: external_id }),
    displayName: display_name,
    members: members.map(referenceOf),
    meta: { resourceType: "Group", ...metaOf(row), location: `${base}/Groups/${id}` }
  }
}

const referenceOf = ({ id, name }: Reference) => ({ value: id, display: name })

/** The version that an answer's ETag and `If-Match` have. */
export const versionOf = ({ version }: { version: number }): string => `W/"${version}"`

function metaOf(row: Pick<Selectable<ScimUserRow>, "created_at" | "changed_at" | "version">) {
  return {
    created: row.created_at.toISOString(),
    lastModified: row.changed_at.toISOString(),
    version: versionOf(row)
  }
}

/** Returns the attributes that the query wants. What names a resource always stays. */
export function pickedOf<Resource extends ScimUser | ScimGroup>(
  resource: Resource,
  { attributes, excludedAttributes }: Pick<ScimQuery, "attributes" | "excludedAttributes">
): Partial<Resource> {
  const wanted = namesIn(attributes)
  const excluded = namesIn(excludedAttributes)
  if (wanted.size === 0 && excluded.size === 0) return resource
  const isPicked = (name: string) =>
    ["id", "schemas"].includes(name) ||
    (!excluded.has(name.toLowerCase()) && (wanted.size === 0 || wanted.has(name.toLowerCase())))
  return Object.fromEntries(Object.entries(resource).filter(([name]) => isPicked(name))) as Partial<Resource>
}

/** `emails.value` wants `emails`. */
const namesIn = (list = ""): Set<string> =>
  new Set(
    list
      .split(",")
      .map((name) => name.trim().toLowerCase())
      .map((name) => name.slice(name.lastIndexOf(":") + 1).replace(/\..*$/, ""))
      .filter((name) => name !== "")
  )
