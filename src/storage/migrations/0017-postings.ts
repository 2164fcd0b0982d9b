import { sql, type Kysely } from "kysely"

/**
 * Words out of the passages: to be ordered by they stand as one text beside their document, and to be found by they
 * stand the other way round, each with the passages that hold it (`search/postings`). The full-text index read every
 * passage of a common word whole.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence document_numbers as integer`.execute(db)
  await sql`
    alter table documents add column number integer not null default nextval('document_numbers'),
      add column words text not null default ''`.execute(db)
  // Not in the definition of a column: PostgreSQL 15 doesn't know that.
  await sql`alter table documents alter column words set storage external`.execute(db)
  await sql`alter sequence document_numbers owned by documents.number`.execute(db)
  await sql`
    update documents d set words = coalesce((
      select string_agg(concat(p.title_words, ' ', p.heading_words, chr(9), array_to_string(p.words, ' '), chr(9), array_to_string(p.meanings, ' ')), chr(10) order by p.n)
      from passages p where p.tenant = d.tenant and p.document = d.id), '')`.execute(db)
  await sql`create unique index documents_number on documents (number)`.execute(db)
  await sql`
    create table posting_blocks (
      tenant text not null default 'default',
      origin text not null,
      block integer generated always as identity,
      hits integer not null,
      primary key (tenant, origin, block)
    )`.execute(db)
  await sql`
    create table postings (
      tenant text not null default 'default',
      origin text not null,
      word text not null,
      block integer not null,
      hits bytea not null,
      primary key (word, tenant, origin, block)
    )`.execute(db)
  await sql`alter table postings alter column hits set storage external`.execute(db)
  await sql`
    insert into posting_blocks (tenant, origin, hits)
    select d.tenant, d.origin, sum(length(p.search)) from passages p join documents d on d.tenant = p.tenant and d.id = p.document group by d.tenant, d.origin`.execute(
    db
  )
  await sql`
    insert into postings (tenant, origin, word, block, hits)
    select d.tenant, d.origin, word, b.block, string_agg(int4send(d.number) || int2send(least(p.n, 32767)::smallint), ''::bytea)
    from passages p join documents d on d.tenant = p.tenant and d.id = p.document join posting_blocks b on b.tenant = d.tenant and b.origin = d.origin,
      unnest(tsvector_to_array(p.search)) as word
    group by d.tenant, d.origin, word, b.block`.execute(db)
  // The word first: what all rows have in common needn't be compared before it.
  await sql`alter table word_counts drop constraint word_counts_pkey, add primary key (word, tenant, origin)`.execute(
    db
  )
  // Packing a page takes longer than writing it.
  await sql`alter table documents alter column body set storage external`.execute(db)
  await sql`alter table passages drop column search, drop column words, drop column title_words, drop column heading_words, drop column meanings`.execute(
    db
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table passages add column words text[] not null default '{}', add column title_words integer not null default 0,
      add column heading_words integer not null default 0, add column meanings text[] not null default '{}', add column search tsvector not null default ''`.execute(
    db
  )
  await sql`
    update passages p set words = string_to_array(l.words, ' '), title_words = l.title, heading_words = l.headings, meanings = string_to_array(l.meanings, ' '),
      search = array_to_tsvector(string_to_array(concat_ws(' ', nullif(l.words, ''), nullif(l.meanings, '')), ' '))
    from (
      select d.tenant, d.id, line.n - 1 as n, split_part(split_part(line.text, chr(9), 1), ' ', 1)::integer as title, split_part(split_part(line.text, chr(9), 1), ' ', 2)::integer as headings,
        split_part(line.text, chr(9), 2) as words, split_part(line.text, chr(9), 3) as meanings
      from documents d, unnest(string_to_array(d.words, chr(10))) with ordinality as line (text, n) where d.words <> ''
    ) l where p.tenant = l.tenant and p.document = l.id and p.n = l.n`.execute(db)
  await sql`create index passages_search on passages using gin (search)`.execute(db)
  await sql`alter table documents alter column body set storage extended`.execute(db)
  await sql`alter table word_counts drop constraint word_counts_pkey, add primary key (tenant, origin, word)`.execute(
    db
  )
  await sql`drop table postings, posting_blocks`.execute(db)
  await sql`alter table documents drop column words, drop column number`.execute(db)
}
