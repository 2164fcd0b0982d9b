import { sql, type Kysely } from "kysely"

/**
 * Words and pairs of words that a public article writes with a capital inside a sentence: with its other words,
 * evidence that a word is no name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table article_words add column capital text[] not null default '{}'`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table article_words drop column capital`.execute(db)
}
