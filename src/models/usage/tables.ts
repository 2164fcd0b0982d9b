import type { ColumnType, Generated } from "kysely"
import type { UnmaskedKind } from "../../protocol/unmasked.ts"

declare module "../../storage/schema.ts" {
  interface Schema {
    usage: UsageRow
    prepared_drafts: PreparedDraftRow
    unmasked_requests: UnmaskedRequestsRow
  }
}

/** One row for all similar requests of a day. */
export interface UsageRow {
  id: ColumnType<string, never, never>
  tenant: Generated<string>
  day: Day
  /** The value is null if the relay asked for itself. */
  person: string | null
  task: string
  endpoint: string
  model: string
  /** The server reported no count. */
  estimated: boolean
  currency: string
  requests: number
  tokens_in: Count
  tokens_out: Count
  cost: ColumnType<string, number, number>
}

/** A prepared draft. */
export interface PreparedDraftRow {
  draft: string
  tenant: Generated<string>
  day: Day
  person: string
}

/** The requests of a day that were refused because they contained something unmasked. */
export interface UnmaskedRequestsRow {
  tenant: Generated<string>
  day: Day
  kind: UnmaskedKind
  requests: number
}

/**
 * The day as "2026-11-20". The driver would return it in its own form, so it is converted to text wherever it is
 * selected.
 */
type Day = ColumnType<never, string, never>
/** The driver returns a bigint as text. */
type Count = ColumnType<string, number, number>
