import { sql, type Kysely } from "kysely"

/** The pages that a used draft quoted and the tags of its ticket, so that figures can say what is behind the edits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outcome_causes (
      tenant text not null default 'default',
      case_id uuid not null references outcomes on delete cascade,
      kind text not null check (kind in ('article', 'topic')),
      -- The id of a document, or a tag.
      name text not null,
      primary key (case_id, kind, name)
    )`.execute(db)
  await sql`create index outcome_causes_name on outcome_causes (kind, name)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table outcome_causes`.execute(db)
}
