import { sql, type Kysely } from "kysely"

/**
 * Corrections of misspelt words are looked up by name among the postings, so the list of known words and its index by
 * trigrams go. The extension stays: another program may use it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table known_words`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table known_words (
      tenant text not null default 'default',
      word text not null,
      primary key (word, tenant)
    )`.execute(db)
  await sql`
    insert into known_words (tenant, word) select distinct tenant, word from postings
    where length(word) between 5 and 40 and left(word, 1) <> '~'`.execute(db)
}
