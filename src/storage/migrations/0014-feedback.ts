import { sql, type Kysely } from "kysely"

/** What agents said of sources and ready replies, in use: ids alone, no word of a page or a ticket. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table source_feedback (
      tenant text not null default 'default',
      -- Of the draft that it was said with, or its own.
      id uuid not null,
      document text not null,
      kind text not null check (kind in ('use', 'not', 'insert')),
      -- Which version of the document was before the agent.
      version integer not null,
      helpdesk text not null,
      ticket_id text not null,
      person uuid not null references people on delete cascade,
      at timestamptz not null,
      primary key (tenant, id, document, kind)
    )`.execute(db)
  await sql`create unique index source_feedback_insert on source_feedback (tenant, id) where kind = 'insert'`.execute(
    db
  )
  await sql`create index source_feedback_ticket on source_feedback (tenant, helpdesk, ticket_id)`.execute(db)
  await sql`create index source_feedback_at on source_feedback (at)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table source_feedback`.execute(db)
}
