import type { Generated } from "kysely"

/** "use" and "not" come with a draft's request, "insert" by itself. */
export type FeedbackKind = "use" | "not" | "insert"

export interface SourceFeedbackRow {
  tenant: Generated<string>
  /** Of the draft that it was said with, or its own. */
  id: string
  document: string
  kind: FeedbackKind
  version: number
  site: Generated<string>
  helpdesk: string
  ticket_id: string
  person: string
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    source_feedback: SourceFeedbackRow
  }
}
