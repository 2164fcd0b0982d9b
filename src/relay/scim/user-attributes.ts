import type { Selectable } from "kysely"
import * as z from "zod/mini"
import type { ScimUserRequest } from "../../protocol/scim.ts"
import type { ScimUserRow } from "../../storage/directory-tables.ts"

/** What is stored of a user only to be given back, so that the provider sees its own values. */
const stored = z.object({
  displayName: z.optional(z.string()),
  emails: z.optional(
    z.array(z.object({ value: z.string(), type: z.optional(z.string()), primary: z.optional(z.boolean()) }))
  )
})
type StoredAttributes = z.infer<typeof stored>

export const attributesIn = ({ attributes }: Pick<Selectable<ScimUserRow>, "attributes">): StoredAttributes =>
  stored.parse(JSON.parse(attributes))

/** Returns what is stored of a request. */
export function columnsOf({ userName, externalId, active, displayName, emails }: ScimUserRequest) {
  const attributes: StoredAttributes = {
    ...(displayName && { displayName }),
    ...(emails && {
      emails: emails.map(({ value, type, primary }) => ({
        value,
        ...(type && { type }),
        ...(primary !== undefined && primary !== null && { primary: isTrue(primary) })
      }))
    })
  }
  return {
    user_name: userName,
    external_id: externalId || null,
    // Without a word about it a user is active (RFC 7643, section 4.1.1).
    active: active === undefined || active === null || isTrue(active),
    attributes: JSON.stringify(attributes)
  }
}

const isTrue = (value: boolean | string) => String(value).toLowerCase() === "true"
