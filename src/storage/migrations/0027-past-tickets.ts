import { sql, type Kysely } from "kysely"

/** Which page answered which ticket, with the customer's masked words that pages have, and how many tickets hold a word. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table past_tickets (
      tenant text not null default 'default',
      id bigint generated always as identity primary key,
      origin text not null,
      -- The page that answered. There is no foreign key: an import may remove a page and bring it back.
      document text not null,
      -- The ticket in its helpdesk, as a draft names it; or, of an imported solved ticket, its document.
      site text not null default '',
      helpdesk text not null default '',
      ticket_id text not null default '',
      person uuid,
      solved text not null default '',
      how text not null check (how in ('cited', 'inserted', 'chosen', 'confirmed', 'margin')),
      -- Stems and marks of synonyms, as a passage's line holds them.
      words text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`
    create index past_tickets_ticket on past_tickets (tenant, helpdesk, ticket_id, site, solved, document)`.execute(db)
  await sql`create index past_tickets_document on past_tickets (tenant, document)`.execute(db)
  await sql`create index past_tickets_at on past_tickets (at)`.execute(db)
  await sql`create index past_tickets_solved on past_tickets (tenant, solved) where solved <> ''`.execute(db)
  await sql`
    create table past_ticket_words (
      tenant text not null default 'default',
      origin text not null,
      -- The row of the empty word counts all tickets.
      word text not null,
      tickets integer not null,
      primary key (word, tenant, origin)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table past_tickets, past_ticket_words`.execute(db)
}
