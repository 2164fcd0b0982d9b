import { sql, type Kysely } from "kysely"

/**
 * An outcome belongs to the person whose browser told it: two people who tell of one reply are two cases, of which one
 * is counted. What comes after a lead's review is kept beside what the lead has read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index outcomes_message`.execute(db)
  await sql`create index outcomes_message on outcomes (tenant, helpdesk, ticket_id, message_id) where message_id is not null`.execute(
    db
  )
  await sql`alter table outcomes
    -- Of the cases of one reply the one that figures count.
    add column counted boolean not null default true,
    -- When the revision that stands was told; null: with the case.
    add column told_at timestamptz`.execute(db)
  await sql`
    create table outcome_revisions (
      id uuid primary key default gen_random_uuid(),
      tenant text not null default 'default',
      case_id uuid not null references outcomes on delete cascade,
      -- Id of the outcome that told it, and its revision.
      account uuid not null,
      revision integer not null,
      -- It came after the review; else it is one that stood before.
      later boolean not null,
      -- As in outcomes.
      body text not null,
      at timestamptz not null,
      unique (case_id, account, revision)
    )`.execute(db)
  await sql`create index outcome_revisions_account on outcome_revisions (account)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table outcome_revisions`.execute(db)
  await sql`delete from outcomes where not counted`.execute(db)
  await sql`alter table outcomes drop column counted, drop column told_at`.execute(db)
  await sql`drop index outcomes_message`.execute(db)
  await sql`create unique index outcomes_message on outcomes (tenant, helpdesk, ticket_id, message_id, site) where message_id is not null`.execute(
    db
  )
}
