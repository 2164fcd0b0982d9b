import type { ColumnType, Generated } from "kysely"

/** A bearer token of the provider's provisioning. */
export interface ScimTokenRow {
  id: string
  hash: Buffer
  created_at: Date
  used_at: ColumnType<Date | null, undefined, Date>
  revoked_at: ColumnType<Date | null, undefined, Date>
}

export interface ScimUserRow {
  id: string
  user_name: string
  external_id: string | null
  active: boolean
  /** JSON of display name and e-mail addresses, which are only given back. */
  attributes: string
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface ScimGroupRow {
  id: string
  display_name: string
  external_id: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface ScimMemberRow {
  group_id: string
  user_id: string
}
