import type { ColumnType, Generated } from "kysely"
import type { Result } from "../protocol/review.ts"
import type { ScimGroupRow, ScimMemberRow, ScimTokenRow, ScimUserRow } from "./directory-tables.ts"
import type { KnowledgeOriginRow } from "./knowledge-origin.ts"
import type { PageRecipeRow } from "./page-recipes.ts"

/**
 * The tables as Kysely knows them. A room that adds tables adds its own migration and extends this interface in its own
 * file:
 * `declare module "schema.ts" { interface Schema { documents: DocumentRow } }`.
 */
export interface Schema {
  people: PersonRow
  pairing_codes: PairingCodeRow
  token_families: TokenFamilyRow
  refresh_tokens: RefreshTokenRow
  tokens: TokenRow
  limits: LimitRow
  wrong_codes: WrongCodeRow
  drafts: DraftRow
  draft_events: DraftEventRow
  erased_drafts: ErasedRow
  erased_cases: ErasedRow
  outcomes: OutcomeRow
  outcome_revisions: OutcomeRevisionRow
  outcome_causes: OutcomeCauseRow
  reviews: ReviewRow
  scorecards: ScorecardRow
  review_samples: ReviewSampleRow
  review_sample_cases: ReviewSampleCaseRow
  audit: AuditRow
  settings: SettingRow
  knowledge_origins: KnowledgeOriginRow
  page_recipes: PageRecipeRow
  relays: RelayRow
  summaries_in_flight: SummaryInFlightRow
  job_leases: JobLeaseRow
  begun_sign_ins: BegunSignInRow
  scim_tokens: ScimTokenRow
  scim_users: ScimUserRow
  scim_groups: ScimGroupRow
  scim_members: ScimMemberRow
  master_keys: MasterKeyRow
}

export type RoleName = "agent" | "lead" | "admin"
export type DraftState = "writing" | "done" | "cut" | "failed"
type Tenant = Generated<string>
/** A key that is wrapped by a master key. */
type DataKey = ColumnType<Buffer | null, Buffer | null | undefined>
/** Not set when the row is written. */
type Later = ColumnType<Date | null, undefined, Date>

export interface PersonRow {
  id: string
  tenant: Tenant
  name: string
  role: RoleName
  groups: string[]
  /** What encrypts the person's browsers' data, wrapped as `TextCipher.wrap` does. */
  vault_key: Buffer
  created_at: Date
  /** Issuer and subject of whom the organisation's provider signs in. */
  subject: ColumnType<string | null, string | undefined, string>
  /** The login name or verified address that the provider gave at the last sign-in. */
  login: ColumnType<string | null, string | null | undefined, string | null>
  /** The user of the organisation's directory that they are. */
  scim_user: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PairingCodeRow {
  hash: Buffer
  /** Names it without telling it. */
  id: Generated<string>
  tenant: Tenant
  name: string
  role: RoleName
  groups: string[]
  /** It was asked for as a further browser of somebody known. */
  same_person: boolean
  expires_at: Date
  used_at: Date | null
  revoked_at: ColumnType<Date | null, Date | undefined>
}

/** All tokens that a paired browser gets, one out of the other. */
export interface TokenFamilyRow {
  id: string
  tenant: Tenant
  person: string
  device: string | null
  /** JSON of the browser's public key; without one nothing is renewed. */
  public_key: string | null
  created_at: Date
  /** Unless it is renewed before. */
  expires_at: Date
  /** When a sign-in by the organisation's provider ends, however often it is renewed. */
  renewable_until: ColumnType<Date | null, Date | undefined, never>
  ended_at: Later
  ended_why: ColumnType<EndedWhy | null, undefined, EndedWhy>
}
export type EndedWhy = "signed-out" | "reused"

export interface RefreshTokenRow {
  hash: Buffer
  tenant: Tenant
  family: string
  /** What the next tokens are made by, together with this one. */
  salt: Buffer
  made_at: Date
  used_at: Later
  /** Of the request that used it last. */
  signature: ColumnType<Buffer | null, undefined, Buffer>
}

export interface TokenRow {
  hash: Buffer
  tenant: Tenant
  person: string
  device: string | null
  /** Null: of a time before there were families; good for nothing any more. */
  family: string | null
  created_at: Date
  expires_at: Date
  revoked_at: Later
  /** When a request first came with it. */
  used_at: Later
}

/** A pairing code that nobody made, by its hash; `network` as access/transport.ts names it. */
export interface WrongCodeRow {
  tenant: Tenant
  network: string
  code: Buffer
  at: Date
}

/** What is remembered of a sign-in while the person is at the provider's page. */
export interface BegunSignInRow {
  state: string
  nonce: string
  verifier: string
  redirect: string
  begun_at: Date
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
  /** Origin of the helpdesk, or its hash; "" where an older extension asked. */
  site: Generated<string>
  helpdesk: string
  ticket_id: string
  request_hash: Buffer
  state: DraftState
  model: string
  pipeline_version: string
  upstream_url: string | null
  upstream_body: string | null
  upstream_model: string | null
  /** Encrypts the texts of the draft and of its events, wrapped by a master key. Null: they are in clear. */
  data_key: DataKey
  /** JSON of the masked ticket it was asked for. */
  request: string | null
  /** Out of that ticket. */
  subject: string | null
  created_at: Date
  ended_at: Date | null
  /** The relay that writes it, or wrote it. Null: a relay of an earlier version, or one that died meanwhile. */
  relay: ColumnType<string | null, string | null | undefined>
  /** When a listener at another relay last followed it, by the database's clock. */
  followed_at: Later
}

export interface DraftEventRow {
  draft: string
  tenant: Tenant
  n: number
  /** Null: an earlier version stored it. */
  type: ColumnType<string | null, string | undefined, never>
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
  /** As of a draft. */
  site: Generated<string>
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
  /** Of the draft or, of "none", of the one that was requested last for this reply; "" if none was. */
  model: string
  pipeline_version: string
  /** Of the cases of one reply the one that figures count. */
  counted: Generated<boolean>
  /** When the revision that stands was told; null: with the case. */
  told_at: ColumnType<Date | null, Date | undefined>
  /** Why a lead may want to see the case, how much by all of them together, and the team's intent of its ticket. */
  signals: Generated<string[]>
  risk: Generated<number>
  intent: ColumnType<string | null, string | null | undefined>
  /** The words of subject, draft and reply, each once, by which a lead finds the case. */
  words: Generated<string[]>
  /** As of a draft; also for the revisions and the review of the case. */
  data_key: DataKey
  /** JSON: the outcome as it came but for its site, with both texts (masked). */
  body: string
  created_at: Date
}

/** Told before or after what stands, where a lead has reviewed the case. */
export interface OutcomeRevisionRow {
  id: Generated<string>
  tenant: Tenant
  case_id: string
  account: string
  revision: number
  /** It came after the review; else it is one that stood before. */
  later: boolean
  /** As of an outcome. */
  body: string
  at: Date
}

/** What a used draft was made of: a page that it quoted (by its id), or a tag of its ticket. */
export interface OutcomeCauseRow {
  tenant: Tenant
  case_id: string
  kind: "article" | "topic"
  name: string
}

/** A list of cases that was drawn at random, by strata, from `cases` of them. */
export interface ReviewSampleRow {
  id: Generated<string>
  tenant: Tenant
  by: string
  cases: number
  created_at: Date
}

export interface ReviewSampleCaseRow {
  sample_id: string
  case_id: string
  stratum: string
  /** For how many cases of its stratum it counts. */
  weight: number
  place: number
}

/** A version of the criteria by which leads score. */
export interface ScorecardRow {
  version: number
  tenant: Tenant
  /** JSON. */
  criteria: string
  by: string
  at: Date
}

export interface ReviewRow {
  case_id: string
  tenant: Tenant
  version: number
  done: boolean
  verdict: ColumnType<string | null, string | null | undefined>
  /** Its first review was of a case that was drawn at random, of all cases. */
  is_random: Generated<boolean>
  /** The version of the scorecard, and the scores by it as JSON. */
  scorecard: ColumnType<number | null, number | null | undefined>
  scores: ColumnType<string | null, string | null | undefined>
  reasons: string[]
  note: string
  /** What the case's agent reads, as the note is stored. */
  comment: ColumnType<string | null, string | null | undefined>
  /** The lead whose review it is, as an id, unless an earlier version stored it. */
  person: ColumnType<string | null, string | null | undefined>
  by: string
  at: Date
}

export interface AuditRow {
  /** The database numbers the entries without a gap. */
  id: ColumnType<string, never, never>
  at: Date
  person: string | null
  /** The operating system's user and host, where it was done at a relay's own machine. */
  machine: Generated<string | null>
  action: string
  ids: string[]
  /** It was chained later than it was written. */
  late: Generated<boolean>
  /** The hash of the entry before it, and its own. The database calculates both. */
  previous: ColumnType<Buffer, never, never>
  hash: ColumnType<Buffer, never, never>
}

export interface SettingRow {
  tenant: Tenant
  key: string
  value: string
}

/** A relay that works on this database. */
export interface RelayRow {
  id: string
  tenant: Tenant
  started_at: Generated<Date>
  /** By the database's clock. */
  alive_at: Date
  /** It can read encrypted rows. */
  reads_encrypted: Generated<boolean>
}

export interface SummaryInFlightRow {
  id: string
  tenant: Tenant
  person: string
  relay: string
}

/** A master key by which something in this database is encrypted. */
export interface MasterKeyRow {
  id: string
  used_since: Generated<Date>
}

/** The right to do a job that only one relay does at a time. */
export interface JobLeaseRow {
  name: string
  tenant: Tenant
  owner: string | null
  alive_at: Date
  done_at: Date | null
}
