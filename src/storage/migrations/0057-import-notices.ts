import { sql, type Kysely } from "kysely"

/** What an import says of documents that it has taken, such as parts of them that it couldn't read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_notices (
      import uuid not null references imports on delete cascade,
      path text not null,
      notice text not null,
      primary key (import, path)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table import_notices`.execute(db)
}
