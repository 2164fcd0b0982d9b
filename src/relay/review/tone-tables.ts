import type { Generated } from "kysely"

export interface ToneDecisionRow {
  tenant: Generated<string>
  id: string
  rule: string
  decision: string
  person: string
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    tone_decisions: ToneDecisionRow
  }
}
