import { sql, type Kysely } from "kysely"

/** Marks of what a passage's words mean, so that a page is found by other words than its own (`search/synonyms`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table passages add column meanings text[] not null default '{}'`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table passages drop column meanings`.execute(db)
}
