import { sql, type Kysely } from "kysely"

/**
 * Tokens come in families, which are renewed and end as one. A code says whether it is for somebody new. Wrong ones of
 * the last minute are counted by network: at most a few rows each.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of those that are open, those for a name that is known had been made for it: they pair nobody, and are gone in ten
  // minutes.
  await sql`alter table pairing_codes add column same_person boolean not null default false`.execute(db)
  await sql`alter table pairing_codes alter column same_person drop default`.execute(db)
  await sql`
    create table wrong_codes (
      tenant text not null default 'default',
      network text not null,
      code bytea not null,
      at timestamptz not null,
      primary key (tenant, network, code)
    )`.execute(db)

  await sql`
    create table token_families (
      id uuid primary key,
      tenant text not null default 'default',
      person uuid not null references people on delete cascade,
      device text,
      public_key text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      ended_why text check (ended_why in ('signed-out', 'reused'))
    )`.execute(db)
  await sql`create index token_families_person on token_families (person)`.execute(db)
  await sql`
    create table refresh_tokens (
      hash bytea primary key,
      tenant text not null default 'default',
      family uuid not null references token_families on delete cascade,
      salt bytea not null check (octet_length(salt) = 32),
      made_at timestamptz not null,
      used_at timestamptz,
      signature bytea
    )`.execute(db)
  await sql`create index refresh_tokens_family on refresh_tokens (family)`.execute(db)
  // Tokens from before have no family. They end here: whoever has one is told to pair anew.
  await sql`
    alter table tokens add column family uuid references token_families on delete cascade, add column used_at timestamptz`.execute(
    db
  )
  await sql`create index tokens_family on tokens (family)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tokens drop column family, drop column used_at`.execute(db)
  await sql`drop table refresh_tokens, token_families, wrong_codes`.execute(db)
  await sql`alter table pairing_codes drop column same_person`.execute(db)
}
