import type { ColumnType, Generated } from "kysely"

interface CaseAssignmentRow {
  case_id: string
  /** The lead who is to review it. */
  person: string
  at: Date
}

/** A score that the case's agent contests. */
interface ReviewDisputeRow {
  case_id: string
  criterion: string
  score: string
  /** The version of the scorecard by which it was given. */
  scorecard: number
  /** Encrypted by the key of the case, as the sentence of the decision is. */
  reason: string
  state: Generated<string>
  sentence: ColumnType<string | null, string | null | undefined>
  by: ColumnType<string | null, string | null | undefined>
  at: Date
  decided_at: ColumnType<Date | null, Date | null | undefined>
}

declare module "../../../storage/schema.ts" {
  interface Schema {
    case_assignments: CaseAssignmentRow
    review_disputes: ReviewDisputeRow
  }
}
