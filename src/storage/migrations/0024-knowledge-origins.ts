import { sql, type Kysely } from "kysely"

/**
 * Which tickets are answered from which knowledge. Until this step the code compared the helpdesk's name with "sample",
 * so the rows say of existing knowledge what that comparison said of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table knowledge_origins (
      tenant text not null default 'default',
      origin text not null,
      helpdesk text,
      primary key (tenant, origin),
      unique (tenant, helpdesk)
    )`.execute(db)
  await sql`insert into knowledge_origins (origin, helpdesk) values ('team', null), ('sample', 'sample')`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table knowledge_origins`.execute(db)
}
