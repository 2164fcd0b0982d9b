import { sql, type Kysely } from "kysely"

/** What agents said that tickets are about, where that was told wrongly. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table intent_corrections (
      tenant text not null default 'default',
      site text not null,
      helpdesk text not null,
      ticket_id text not null,
      told text,
      -- Null for none of the team's intents.
      said text,
      text text not null,
      language text,
      person uuid references people on delete set null,
      at timestamptz not null,
      primary key (tenant, site, helpdesk, ticket_id)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table intent_corrections`.execute(db)
}
