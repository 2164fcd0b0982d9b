import { sql, type Kysely } from "kysely"

/**
 * A document is one row: the texts of its passages stand beside it, as their words do, and so do the words that an
 * article gives for the keep list. How often a word is said is told by its postings; only what of them is of pages that
 * are gone is counted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table documents add column passages integer not null default 0,
      -- See relay/knowledge/passage-texts.ts.
      add column texts text not null default ''`.execute(db)
  await sql`alter table documents alter column texts set storage external`.execute(db)
  await sql`
    update documents d set passages = p.count, texts = p.texts from (
      select tenant, document, count(*) as count,
        string_agg(translate(array_to_string(headings, chr(10)), chr(9) || chr(10) || chr(12), ' ' || chr(9) || ' ') || chr(10) || translate(text, chr(12), ' '), chr(12) order by n) as texts
      from passages group by tenant, document
    ) p where d.tenant = p.tenant and d.id = p.document`.execute(db)
  await sql`
    alter table passage_vectors drop constraint passage_vectors_tenant_document_n_fkey,
      add foreign key (tenant, document) references documents (tenant, id) on delete cascade`.execute(db)
  await sql`drop table passages`.execute(db)

  await sql`
    create table gone_words (
      tenant text not null default 'default',
      origin text not null,
      word text not null,
      passages integer not null,
      primary key (word, tenant, origin)
    )`.execute(db)
  await sql`
    insert into gone_words (tenant, origin, word, passages)
    select p.tenant, p.origin, p.word, sum(length(p.hits)) / 6 - coalesce(max(c.passages), 0)
    from postings p left join word_counts c on c.tenant = p.tenant and c.origin = p.origin and c.word = p.word
    group by p.tenant, p.origin, p.word having sum(length(p.hits)) / 6 > coalesce(max(c.passages), 0)`.execute(db)
  await sql`
    create table known_words (
      tenant text not null default 'default',
      word text not null,
      primary key (word, tenant)
    )`.execute(db)
  await sql`insert into known_words (tenant, word) select distinct tenant, word from word_counts where passages > 0`.execute(
    db
  )
  await sql`drop table word_counts`.execute(db)
  await sql`
    do $$ begin
      create index if not exists known_words_near on known_words using gin (word gin_trgm_ops) with (gin_pending_list_limit = 4096);
    exception when undefined_object then null;
    end $$`.execute(db)

  await sql`
    alter table article_words alter column lower type text using array_to_string(lower, chr(10)), alter column lower set storage external,
      alter column capital drop default, alter column capital type text using array_to_string(capital, chr(10)), alter column capital set storage external,
      alter column capital set default ''`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table article_words alter column lower type text[] using string_to_array(lower, chr(10)), alter column lower set storage extended,
      alter column capital drop default, alter column capital type text[] using string_to_array(capital, chr(10)), alter column capital set storage extended,
      alter column capital set default '{}'`.execute(db)
  await sql`
    create table word_counts (
      tenant text not null default 'default',
      origin text not null,
      word text not null,
      passages integer not null,
      primary key (word, tenant, origin)
    )`.execute(db)
  await sql`
    insert into word_counts (tenant, origin, word, passages)
    select p.tenant, p.origin, p.word, sum(length(p.hits)) / 6 - coalesce(max(g.passages), 0)
    from postings p left join gone_words g on g.tenant = p.tenant and g.origin = p.origin and g.word = p.word
    group by p.tenant, p.origin, p.word having sum(length(p.hits)) / 6 > coalesce(max(g.passages), 0)`.execute(db)
  await sql`drop table gone_words, known_words`.execute(db)
  await sql`
    do $$ begin
      create index if not exists word_counts_near on word_counts using gin (word gin_trgm_ops) with (gin_pending_list_limit = 64);
    exception when undefined_object then null;
    end $$`.execute(db)
  await sql`
    create table passages (
      tenant text not null default 'default',
      document text not null,
      n integer not null,
      headings text[] not null,
      text text not null,
      primary key (tenant, document, n),
      foreign key (tenant, document) references documents (tenant, id) on delete cascade
    )`.execute(db)
  await sql`
    insert into passages (tenant, document, n, headings, text)
    select d.tenant, d.id, piece.n - 1, string_to_array(split_part(piece.text, chr(10), 1), chr(9)), substr(piece.text, strpos(piece.text, chr(10)) + 1)
    from documents d, unnest(string_to_array(d.texts, chr(12))) with ordinality as piece (text, n) where d.passages > 0`.execute(
    db
  )
  await sql`
    alter table passage_vectors drop constraint passage_vectors_tenant_document_fkey,
      add foreign key (tenant, document, n) references passages (tenant, document, n) on delete cascade`.execute(db)
  await sql`alter table documents drop column passages, drop column texts`.execute(db)
}
