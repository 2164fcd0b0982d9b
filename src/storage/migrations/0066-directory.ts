import { sql, type Kysely } from "kysely"

/**
 * Users and groups as the organisation's provider sends them by SCIM, and the tokens with which it does. A person who
 * has signed in is connected to their user.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scim_tokens (
      id uuid primary key,
      hash bytea not null unique,
      created_at timestamptz not null,
      used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`
    create table scim_users (
      id uuid primary key,
      user_name text not null,
      external_id text,
      active boolean not null,
      attributes text not null,
      version integer not null default 1,
      created_at timestamptz not null,
      changed_at timestamptz not null
    )`.execute(db)
  await sql`create unique index scim_users_name on scim_users (lower(user_name))`.execute(db)
  await sql`create index scim_users_external on scim_users (external_id)`.execute(db)
  await sql`
    create table scim_groups (
      id uuid primary key,
      display_name text not null,
      external_id text,
      version integer not null default 1,
      created_at timestamptz not null,
      changed_at timestamptz not null
    )`.execute(db)
  await sql`create unique index scim_groups_name on scim_groups (lower(display_name))`.execute(db)
  await sql`
    create table scim_members (
      group_id uuid not null references scim_groups on delete cascade,
      user_id uuid not null references scim_users on delete cascade,
      primary key (group_id, user_id)
    )`.execute(db)
  await sql`create index scim_members_user on scim_members (user_id)`.execute(db)
  await sql`
    alter table people
      add column login text,
      add column scim_user uuid unique references scim_users on delete set null`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people drop column scim_user, drop column login`.execute(db)
  await sql`drop table scim_members, scim_groups, scim_users, scim_tokens`.execute(db)
}
