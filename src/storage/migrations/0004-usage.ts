import { sql, type Kysely } from "kysely"

/**
 * What models took, summed by day, person, task and model; and which drafts were made before anybody asked. No word of
 * a ticket.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table usage (
      id bigint generated always as identity primary key,
      tenant text not null default 'default',
      day date not null,
      -- Null: the relay asked for itself.
      person uuid references people on delete cascade,
      task text not null,
      endpoint text not null,
      model text not null,
      estimated boolean not null,
      currency text not null,
      requests integer not null,
      tokens_in bigint not null,
      tokens_out bigint not null,
      cost numeric(18, 9) not null,
      unique nulls not distinct (tenant, day, person, task, endpoint, model, estimated, currency)
    )`.execute(db)
  await sql`
    create table prepared_drafts (
      draft uuid primary key,
      tenant text not null default 'default',
      day date not null,
      person uuid not null references people on delete cascade
    )`.execute(db)
  await sql`create index prepared_drafts_person on prepared_drafts (tenant, person, day)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table usage, prepared_drafts`.execute(db)
}
