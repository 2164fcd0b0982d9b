import type { Generated } from "kysely"

export interface VoiceVersionRow {
  tenant: Generated<string>
  name: string
  version: number
  /** The YAML, or null where an admin took the voice out. */
  source: string | null
  person: string | null
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    voice_versions: VoiceVersionRow
  }
}
