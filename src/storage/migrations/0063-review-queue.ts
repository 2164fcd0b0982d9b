import { sql, type Kysely } from "kysely"

/**
 * A case says why a lead may want to see it, what it is about, and which words it has, so that the queue finds it by
 * them. A sample is a list of cases that was drawn at random by strata, and each of its cases says for how many it
 * counts. Cases from before have only what their own columns say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outcomes add column signals text[] not null default '{}', add column risk smallint not null default 0,
      add column intent text, add column words text[] not null default '{}'`.execute(db)
  await sql`update outcomes set signals = '{heavy-edit}', risk = 2 where result = 'heavy'`.execute(db)
  await sql`create index outcomes_risk on outcomes (risk, created_at, id) where risk > 0`.execute(db)
  await sql`create index outcomes_disagreement on outcomes (created_at, id) where signals @> '{disagreement}'`.execute(
    db
  )
  // The counts of a filter are read from it, and not from the cases with their texts.
  await sql`
    create index outcomes_queue on outcomes (created_at)
      include (id, result, risk, signals, intent, helpdesk, language, model, pipeline_version)`.execute(db)
  await sql`create index outcomes_signals on outcomes using gin (signals)`.execute(db)
  await sql`create index outcomes_words on outcomes using gin (words)`.execute(db)
  await sql`create index outcomes_intent on outcomes (intent) where intent is not null`.execute(db)
  await sql`
    create table review_samples (
      id uuid primary key default gen_random_uuid(),
      tenant text not null default 'default',
      by text not null,
      -- How many cases the sample was drawn from.
      cases integer not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create table review_sample_cases (
      sample_id uuid not null references review_samples on delete cascade,
      case_id uuid not null references outcomes on delete cascade,
      stratum text not null,
      -- For how many cases of its stratum it counts.
      weight float8 not null,
      place integer not null,
      primary key (sample_id, case_id)
    )`.execute(db)
  await sql`create index review_sample_cases_case on review_sample_cases (case_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table review_sample_cases, review_samples`.execute(db)
  for (const name of ["risk", "disagreement", "queue", "signals", "words", "intent"])
    await sql`drop index ${sql.ref(`outcomes_${name}`)}`.execute(db)
  await sql`alter table outcomes drop column signals, drop column risk, drop column intent, drop column words`.execute(
    db
  )
}
