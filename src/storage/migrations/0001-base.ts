import { sql, type Kysely } from "kysely"

/** People, their ways in, drafts, outcomes. Every row bears its tenant; times are instants. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const tenant = "tenant text not null default 'default'"

const statements = [
  `create table people (
    id uuid primary key, ${tenant}, name text not null, role text not null check (role in ('agent', 'lead', 'admin')),
    groups text[] not null, vault_key bytea not null check (octet_length(vault_key) = 32), created_at timestamptz not null,
    unique (tenant, name))`,
  `create table pairing_codes (
    hash bytea primary key, ${tenant}, name text not null, role text not null check (role in ('agent', 'lead', 'admin')),
    groups text[] not null, expires_at timestamptz not null, used_at timestamptz)`,
  `create table tokens (
    hash bytea primary key, ${tenant}, person uuid not null references people on delete cascade, device text,
    created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz)`,
  // How often a thing was tried in a window of time, e.g. wrong pairing codes by address.
  `create table limits (
    key text not null, ${tenant}, window_start timestamptz not null, count integer not null, primary key (tenant, key))`,
  `create table drafts (
    id uuid primary key, ${tenant}, person uuid not null references people on delete cascade,
    helpdesk text not null, ticket_id text not null, request_hash bytea not null,
    state text not null check (state in ('writing', 'done', 'cut', 'failed')),
    model text not null, pipeline_version text not null, upstream_url text, upstream_body text, upstream_model text,
    created_at timestamptz not null, ended_at timestamptz)`,
  `create index drafts_ticket on drafts (tenant, helpdesk, ticket_id)`,
  `create index drafts_created on drafts (created_at)`,
  `create index drafts_writing on drafts (state) where state = 'writing'`,
  // One row for each event of the stream, appended as it is written. The event is JSON in a text: a jsonb refuses the
  // zero character.
  `create table draft_events (
    draft uuid not null references drafts on delete cascade, ${tenant}, n integer not null, event text not null, primary key (draft, n))`,
  // Ids of erased drafts: an outcome that was under way when its ticket was erased must not bring the text back.
  `create table erased_drafts (id uuid primary key, ${tenant}, erased_at timestamptz not null)`,
  // No reference to drafts: an outcome may outlive its draft by a day.
  `create table outcomes (
    id uuid primary key, ${tenant}, person uuid not null references people on delete cascade, draft uuid not null,
    helpdesk text not null, ticket_id text not null, kind text not null, edit_distance double precision not null,
    filled_blanks integer not null, language text, model text not null, pipeline_version text not null,
    body text not null, created_at timestamptz not null)`,
  `create index outcomes_ticket on outcomes (tenant, helpdesk, ticket_id)`,
  `create index outcomes_created on outcomes (created_at)`,
  // Who did what to which ids. Never content.
  `create table audit (
    id bigint generated always as identity primary key, ${tenant}, at timestamptz not null, person uuid,
    action text not null, ids text[] not null)`,
  `create table settings (tenant text not null default 'default', key text not null, value text not null, primary key (tenant, key))`
]
