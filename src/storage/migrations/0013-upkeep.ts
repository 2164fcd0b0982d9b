import { sql, type Kysely } from "kysely"

/**
 * What keeps a source current: that it is to be imported, since when it has a schedule, and the secret of its webhook
 * with the calls of the last minutes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table knowledge_sources
      add column scheduled_at timestamptz,
      -- Somebody asked for an import, which has not come to its end yet; with what it was asked, where that is other than the last time.
      add column wanted_at timestamptz,
      add column wanted jsonb,
      add column wanted_again boolean not null default false`.execute(db)
  await sql`
    create table knowledge_hooks (
      tenant text not null default 'default',
      collection text not null,
      -- As it is: a signature is made anew with it, which a hash of it could not do.
      secret text not null,
      created_at timestamptz not null,
      called_at timestamptz,
      primary key (tenant, collection),
      foreign key (tenant, collection) references knowledge_sources (tenant, collection) on delete cascade
    )`.execute(db)
  await sql`
    create table knowledge_hook_calls (
      tenant text not null default 'default',
      signature bytea not null,
      at timestamptz not null,
      primary key (tenant, signature)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table knowledge_hook_calls, knowledge_hooks`.execute(db)
  await sql`alter table knowledge_sources drop column scheduled_at, drop column wanted_at, drop column wanted, drop column wanted_again`.execute(
    db
  )
}
