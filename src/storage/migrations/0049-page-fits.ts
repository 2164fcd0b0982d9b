import { sql, type Kysely } from "kysely"

/** How many browsers saw which part of a helpdesk's pages fit or not, by day. It says nothing of a ticket or a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table page_fits (
      tenant text not null default 'default',
      day date not null,
      helpdesk text not null,
      -- A part that doesn't fit, or "every part".
      part text not null,
      -- The extension's version, and the helpdesk's, which is "" where no page says it.
      extension text not null,
      product text not null,
      browsers integer not null,
      tickets bigint not null,
      primary key (tenant, day, helpdesk, part, extension, product)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table page_fits`.execute(db)
}
