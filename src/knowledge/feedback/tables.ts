import type { Generated } from "kysely"

/** "use" and "not" come with a draft's request, and "insert" comes on its own. */
export type FeedbackKind = "use" | "not" | "insert"

export interface SourceFeedbackRow {
  tenant: Generated<string>
  /** This is the id of the draft with whose request the feedback came, or an id of its own. */
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
