import { sql, type Kysely } from "kysely"

/** What a team says about masking, every version of it; and what each public article gives for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table masking_rules (
      tenant text not null default 'default',
      version integer not null,
      rules text not null,
      why text not null check (why in ('saved', 'import', 'word', 'undo')),
      -- The version that was brought back.
      of_version integer,
      -- Both null: an import.
      person uuid references people on delete set null,
      by text,
      at timestamptz not null,
      primary key (tenant, version)
    )`.execute(db)
  await sql`
    create table article_words (
      tenant text not null default 'default',
      document text not null,
      found text not null,
      -- Its words in lower case: what stands so is no brand.
      lower text[] not null,
      primary key (tenant, document),
      foreign key (tenant, document) references documents (tenant, id) on delete cascade
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table article_words, masking_rules`.execute(db)
}
