import { sql, type Kysely } from "kysely"

/** What each draft version was made of, and the name that a lead gave it. No text of a prompt, only hashes of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft_versions (
      tenant text not null default 'default',
      pipeline_version text not null,
      -- Null until a lead has named it.
      name text,
      -- Null for a version of which no relay has noted its parts.
      parts jsonb,
      first_at timestamptz not null,
      primary key (tenant, pipeline_version)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table draft_versions`.execute(db)
}
