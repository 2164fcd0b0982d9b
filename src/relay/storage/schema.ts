import type { ColumnType, Generated } from "kysely"
import type { Result } from "../../protocol/review.ts"

/**
 * The tables as Kysely knows them. A room that adds tables adds its own migration and extends this interface in its own file:
 * `declare module "../storage/schema.ts" { interface Schema { documents: DocumentRow } }`.
 */
export interface Schema {
  people: PersonRow
  pairing_codes: PairingCodeRow
  tokens: TokenRow
  limits: LimitRow
  drafts: DraftRow
  draft_events: DraftEventRow
  erased_drafts: ErasedRow
  erased_cases: ErasedRow
  outcomes: OutcomeRow
  reviews: ReviewRow
  audit: AuditRow
  settings: SettingRow
}

export type RoleName = "agent" | "lead" | "admin"
export type DraftState = "writing" | "done" | "cut" | "failed"
type Tenant = Generated<string>

export interface PersonRow {
  id: string
  tenant: Tenant
  name: string
  role: RoleName
  groups: string[]
  vault_key: Buffer
  created_at: Date
}

export interface PairingCodeRow {
  hash: Buffer
  /** Names it without telling it. */
  id: Generated<string>
  tenant: Tenant
  name: string
  role: RoleName
  groups: string[]
  expires_at: Date
  used_at: Date | null
  revoked_at: ColumnType<Date | null, Date | undefined>
}

export interface TokenRow {
  hash: Buffer
  tenant: Tenant
  person: string
  device: string | null
  created_at: Date
  expires_at: Date
  revoked_at: Date | null
}

export interface LimitRow {
  key: string
  tenant: Tenant
  window_start: Date
  count: number
}

export interface DraftRow {
  id: string
  tenant: Tenant
  person: string
  helpdesk: string
  ticket_id: string
  request_hash: Buffer
  state: DraftState
  model: string
  pipeline_version: string
  upstream_url: string | null
  upstream_body: string | null
  upstream_model: string | null
  /** JSON of the masked ticket it was asked for. */
  request: string | null
  /** Out of that ticket. */
  subject: string | null
  created_at: Date
  ended_at: Date | null
}

export interface DraftEventRow {
  draft: string
  tenant: Tenant
  n: number
  /** JSON of a stream event. */
  event: string
}

export interface ErasedRow {
  id: string
  tenant: Tenant
  erased_at: Date
}

export interface OutcomeRow {
  id: string
  tenant: Tenant
  person: string
  draft: string | null
  helpdesk: string
  ticket_id: string
  kind: string
  revision: number
  /** Id of the outcome that told it: another than the case's where two browsers told of one reply. */
  account: string
  message_id: string | null
  result: Result
  seen_sent: boolean
  first_text_ms: number | null
  reasons: string[]
  edit_distance: number | null
  filled_blanks: number
  language: string | null
  model: string
  pipeline_version: string
  /** JSON: the whole outcome as it came, with both texts (masked). */
  body: string
  created_at: Date
}

export interface ReviewRow {
  case_id: string
  tenant: Tenant
  version: number
  done: boolean
  reasons: string[]
  note: string
  by: string
  at: Date
}

export interface AuditRow {
  id: ColumnType<string, never, never>
  tenant: Tenant
  at: Date
  person: string | null
  action: string
  ids: string[]
}

export interface SettingRow {
  tenant: Tenant
  key: string
  value: string
}
