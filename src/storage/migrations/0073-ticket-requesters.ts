import { sql, type Kysely } from "kysely"

/** Whose ticket one is, as far as browsers say so: by a keyed hash, which tells the address to nobody without the key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ticket_requesters (
      tenant text not null default 'default',
      requester text not null,
      site text not null,
      helpdesk text not null,
      ticket_id text not null,
      -- When a browser said so last.
      at timestamptz not null,
      primary key (tenant, requester, helpdesk, ticket_id, site)
    )`.execute(db)
  await sql`create index ticket_requesters_ticket on ticket_requesters (tenant, helpdesk, ticket_id, site)`.execute(db)
  await sql`create index ticket_requesters_at on ticket_requesters (at)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table ticket_requesters`.execute(db)
}
