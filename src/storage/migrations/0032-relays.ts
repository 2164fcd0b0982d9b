import { sql, type Kysely } from "kysely"

/** Which relays work on this database, which of them writes a draft, and which jobs one of them does alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table relays (
      id uuid primary key,
      tenant text not null default 'default',
      started_at timestamptz not null default now(),
      -- By the database's clock; a relay renews it every few seconds.
      alive_at timestamptz not null
    )`.execute(db)
  await sql`
    alter table drafts
      -- The relay that writes it, or wrote it. Null: a relay of an earlier version, or one that died meanwhile.
      add column relay uuid,
      -- When a listener at another relay last followed it.
      add column followed_at timestamptz`.execute(db)
  await sql`
    create table summaries_in_flight (
      id uuid primary key,
      tenant text not null default 'default',
      person uuid not null references people on delete cascade,
      relay uuid not null references relays on delete cascade
    )`.execute(db)
  await sql`
    create table job_leases (
      name text primary key,
      tenant text not null default 'default',
      owner uuid,
      alive_at timestamptz not null,
      -- When the job was last done.
      done_at timestamptz
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table job_leases`.execute(db)
  await sql`drop table summaries_in_flight`.execute(db)
  await sql`alter table drafts drop column relay, drop column followed_at`.execute(db)
  await sql`drop table relays`.execute(db)
}
