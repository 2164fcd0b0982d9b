import { sql, type Kysely } from "kysely"

/** What each relay says of itself beside its sign of life, and how many errors there were, for the status page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: a relay of an earlier version.
  await sql`alter table relays add column version text, add column condition jsonb`.execute(db)
  await sql`
    create table error_counts (
      tenant text not null default 'default',
      -- Its beginning, by the database's clock.
      hour timestamptz not null,
      kind text not null,
      code text not null,
      count bigint not null,
      primary key (tenant, hour, kind, code)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table error_counts`.execute(db)
  await sql`alter table relays drop column version, drop column condition`.execute(db)
}
