import { sql, type Kysely } from "kysely"

/** The team's playbooks, each version as its file was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table playbook_versions (
      tenant text not null default 'default',
      name text not null,
      version integer not null,
      -- The YAML, or null where an admin took the playbook out.
      source text,
      -- Null where it was done at the relay's own machine.
      person uuid references people on delete set null,
      at timestamptz not null,
      primary key (tenant, name, version)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table playbook_versions`.execute(db)
}
