import { sql, type Kysely } from "kysely"

/**
 * Documents, their passages with cut and stemmed words beside them, and for each word in how many passages it stands:
 * the candidates come by SQL, their order is ours (`search/rank/rank.ts`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table documents (
      tenant text not null default 'default',
      id text not null,
      origin text not null check (origin in ('team', 'sample')),
      collection text not null,
      path text not null,
      title text not null,
      kind text not null,
      locale text not null,
      visibility text not null check (visibility in ('public', 'internal')),
      groups text[] not null,
      url text,
      changed text,
      hash text not null,
      body text not null,
      primary key (tenant, id)
    )`.execute(db)
  await sql`create index documents_collection on documents (tenant, origin, collection)`.execute(db)
  await sql`
    create table passages (
      tenant text not null default 'default',
      document text not null,
      n integer not null,
      headings text[] not null,
      text text not null,
      words text[] not null,
      title_words integer not null,
      heading_words integer not null,
      search tsvector not null,
      primary key (tenant, document, n),
      foreign key (tenant, document) references documents (tenant, id) on delete cascade
    )`.execute(db)
  await sql`create index passages_search on passages using gin (search)`.execute(db)
  await sql`
    create table word_counts (
      tenant text not null default 'default',
      origin text not null,
      word text not null,
      passages integer not null,
      primary key (tenant, origin, word)
    )`.execute(db)
  await sql`
    create table knowledge_totals (
      tenant text not null default 'default',
      origin text not null,
      passages bigint not null,
      title_words bigint not null,
      heading_words bigint not null,
      text_words bigint not null,
      primary key (tenant, origin)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table knowledge_totals, word_counts, passages, documents`.execute(db)
}
