import { sql, type Kysely } from "kysely"

/**
 * Leads score by criteria. Each change of the scorecard is a version of its own, and a review says by which version its
 * scores were given.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scorecards (
      version integer primary key,
      tenant text not null default 'default',
      -- JSON: the criteria with their weights.
      criteria text not null,
      by text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`alter table reviews add column scorecard integer, add column scores text`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reviews drop column scorecard, drop column scores`.execute(db)
  await sql`drop table scorecards`.execute(db)
}
