import type { Generated } from "kysely"

export interface PlaybookVersionRow {
  tenant: Generated<string>
  name: string
  version: number
  /** The YAML, or null where an admin took the playbook out. */
  source: string | null
  person: string | null
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    playbook_versions: PlaybookVersionRow
  }
}
