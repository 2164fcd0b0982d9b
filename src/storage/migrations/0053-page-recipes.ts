import { sql, type Kysely } from "kysely"

/** Where pages of a site have their tickets, as agents have shown it: proposed for the team, shared or declined. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table page_recipes (
      tenant text not null default 'default',
      -- The origin.
      site text not null,
      state text not null check (state in ('proposed', 'shared', 'declined')),
      recipe jsonb not null,
      -- A person is null once the relay no longer knows them.
      proposed_by uuid references people on delete set null,
      proposed_at timestamptz not null,
      decided_by uuid references people on delete set null,
      decided_at timestamptz,
      primary key (tenant, site, state)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from settings where key = 'page-recipes'`.execute(db)
  await sql`drop table page_recipes`.execute(db)
}
