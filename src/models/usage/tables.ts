import type { ColumnType, Generated } from "kysely"
import type { UnmaskedKind } from "../../protocol/unmasked.ts"

declare module "../../storage/schema.ts" {
  interface Schema {
    usage: UsageRow
    prepared_drafts: PreparedDraftRow
    unmasked_requests: UnmaskedRequestsRow
  }
}

/** One row for all requests of a day that are alike. */
export interface UsageRow {
  id: ColumnType<string, never, never>
  tenant: Generated<string>
  day: Day
  /** Null: the relay asked for itself. */
  person: string | null
  task: string
  endpoint: string
  model: string
  /** The server told no count. */
  estimated: boolean
  currency: string
  requests: number
  tokens_in: Count
  tokens_out: Count
  cost: ColumnType<string, number, number>
}

/** A draft that was made before anybody asked. */
export interface PreparedDraftRow {
  draft: string
  tenant: Generated<string>
  day: Day
  person: string
}

/** Requests of a day that were refused because something in them was not masked. */
export interface UnmaskedRequestsRow {
  tenant: Generated<string>
  day: Day
  kind: UnmaskedKind
  requests: number
}

/** "2026-11-20"; read back as the driver makes it, so it is told as text wherever it is selected. */
type Day = ColumnType<never, string, never>
/** A bigint comes as text. */
type Count = ColumnType<string, number, number>
