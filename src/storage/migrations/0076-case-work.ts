import { sql, type Kysely } from "kysely"

/**
 * A case can be assigned to a lead. A review says something to the case's agent, too, and which lead it is of, and the
 * agent can contest each of its scores once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table reviews add column comment text,
      add column person uuid references people on delete set null`.execute(db)
  await sql`
    create table case_assignments (
      case_id uuid primary key references outcomes on delete cascade,
      person uuid not null references people on delete cascade,
      at timestamptz not null
    )`.execute(db)
  await sql`create index case_assignments_person on case_assignments (person)`.execute(db)
  await sql`
    create table review_disputes (
      case_id uuid not null references outcomes on delete cascade,
      criterion text not null,
      -- The score that is contested, and the version of the scorecard by which it was given.
      score text not null,
      scorecard integer not null,
      reason text not null,
      state text not null default 'open',
      -- The decision in a sentence, and the lead who decided.
      sentence text,
      by text,
      at timestamptz not null,
      decided_at timestamptz,
      primary key (case_id, criterion)
    )`.execute(db)
  await sql`create index review_disputes_open on review_disputes (case_id) where state = 'open'`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table review_disputes, case_assignments`.execute(db)
  await sql`alter table reviews drop column comment, drop column person`.execute(db)
}
