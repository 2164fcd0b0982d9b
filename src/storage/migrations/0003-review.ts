import { sql, type Kysely } from "kysely"

/**
 * Outcomes of every kind, one a reply, told again when more is known; the ticket a draft answered; what leads say of
 * both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The masked ticket as it came with the request, JSON: what a lead sees as the thread. Goes with the draft.
  `alter table drafts add request text`,
  // Out of that ticket, for the list of cases: a whole thread is not read for one line.
  `alter table drafts add subject text`,
  `alter table outcomes alter draft drop not null`,
  `alter table outcomes alter edit_distance drop not null`,
  `alter table outcomes add revision integer not null default 1`,
  // Which browser's account stands: its outcome's id. Another one of the same reply may have taken the place of the
  // first.
  `alter table outcomes add account uuid`,
  `update outcomes set account = id`,
  `alter table outcomes alter account set not null`,
  // The public reply that was sent. Two browsers that saw the same one make one case.
  `alter table outcomes add message_id text`,
  `alter table outcomes add result text`,
  `update outcomes set result = case when edit_distance = 0 then 'unchanged' when edit_distance < 0.4 then 'light' else 'heavy' end`,
  `alter table outcomes alter result set not null`,
  // Sent replies only: "unknown", and what was rejected without a reply, have none.
  `alter table outcomes add seen_sent boolean not null default true`,
  // Milliseconds from opening to the first text, where the browser told both.
  `alter table outcomes add first_text_ms double precision`,
  `alter table outcomes add reasons text[] not null default '{}'`,
  `create unique index outcomes_message on outcomes (tenant, helpdesk, ticket_id, message_id) where message_id is not null`,
  `create index outcomes_account on outcomes (account)`,
  `create index outcomes_draft on outcomes (draft)`,
  // Ids of erased cases: a lead who has one open is told so, and what a browser tells of it later doesn't bring it
  // back.
  `create table erased_cases (id uuid primary key, tenant text not null default 'default', erased_at timestamptz not null)`,
  `create table reviews (
    case_id uuid primary key references outcomes on delete cascade, tenant text not null default 'default',
    version integer not null, done boolean not null, reasons text[] not null, note text not null, by text not null, at timestamptz not null)`
]
