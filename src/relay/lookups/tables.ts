import type { Generated } from "kysely"

export interface LookupVersionRow {
  tenant: Generated<string>
  name: string
  version: number
  /** The YAML, or null where an admin removed the lookup. */
  source: string | null
  person: string | null
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    lookup_versions: LookupVersionRow
  }
}
