import type { Generated } from "kysely"

/** A version of a voice, playbook or lookup. */
export interface DefinitionVersionRow {
  tenant: Generated<string>
  name: string
  version: number
  /** The YAML, or null where an admin removed it. */
  source: string | null
  person: string | null
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    voice_versions: DefinitionVersionRow
    playbook_versions: DefinitionVersionRow
    lookup_versions: DefinitionVersionRow
  }
}
