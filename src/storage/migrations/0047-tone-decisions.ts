import { sql, type Kysely } from "kysely"

/** What agents decided about findings of tone rules. It holds no word of a reply. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tone_decisions (
      tenant text not null default 'default',
      id uuid not null,
      rule text not null,
      decision text not null check (decision in ('fine-here', 'never-again', 'show-again')),
      person uuid not null references people on delete cascade,
      at timestamptz not null,
      primary key (tenant, id)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table tone_decisions`.execute(db)
}
