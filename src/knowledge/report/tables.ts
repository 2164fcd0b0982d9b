import type { Generated } from "kysely"

export interface KnowledgeFindingRow {
  tenant: Generated<string>
  id: string
  kind: string
  first_seen: Date
  last_seen: Date
  settled_at: Generated<Date | null>
  by: Generated<string | null>
  note: Generated<string | null>
}

/** The number of open findings of a kind in one run. */
export interface KnowledgeReportRow {
  tenant: Generated<string>
  at: Date
  kind: string
  count: number
}

declare module "../../storage/schema.ts" {
  interface Schema {
    knowledge_findings: KnowledgeFindingRow
    knowledge_reports: KnowledgeReportRow
  }
}
