import { sql, type Kysely } from "kysely"

/**
 * What the report on the knowledge has found, and who settled it; how much each run found. Ids and counts: no word of a
 * page or a ticket.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table knowledge_findings (
      tenant text not null default 'default',
      -- Of its kind, its documents and the words that are meant: other words are another finding.
      id text not null,
      kind text not null,
      first_seen timestamptz not null,
      last_seen timestamptz not null,
      settled_at timestamptz,
      by text,
      note text,
      primary key (tenant, id)
    )`.execute(db)
  await sql`
    create table knowledge_reports (
      tenant text not null default 'default',
      at timestamptz not null,
      kind text not null,
      count integer not null,
      primary key (tenant, at, kind)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table knowledge_reports, knowledge_findings`.execute(db)
}
