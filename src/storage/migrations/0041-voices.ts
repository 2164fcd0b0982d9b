import { sql, type Kysely } from "kysely"

/** The team's voices, each version as its file was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table voice_versions (
      tenant text not null default 'default',
      name text not null,
      version integer not null,
      -- The YAML, or null where an admin took the voice out.
      source text,
      -- Null where it was done at the relay's own machine.
      person uuid references people on delete set null,
      at timestamptz not null,
      primary key (tenant, name, version)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table voice_versions`.execute(db)
}
