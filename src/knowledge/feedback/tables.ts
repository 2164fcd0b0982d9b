import type { Generated } from "kysely"

/**
 * "use" and "not" come with a draft's request, and "insert" comes on its own. "taken" and "removed" are found when a
 * reply was sent: an offered sentence of the page is in it, or a sentence of the draft is not. So are "offered" and
 * "followed": a product was recommended with the draft, and its sentence is in the reply.
 */
export type FeedbackKind = "use" | "not" | "insert" | "taken" | "removed" | "offered" | "followed"

export interface SourceFeedbackRow {
  tenant: Generated<string>
  /** The id of the draft with whose request the feedback came, or an id of its own. */
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
