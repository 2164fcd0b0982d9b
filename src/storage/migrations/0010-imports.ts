import { sql, type Kysely } from "kysely"

/**
 * Sources that knowledge comes from, each import of them with where it stands (so that one that was interrupted is gone
 * on with), what could not be taken, and what replaced or removed documents said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSources(db)
  await createImports(db)
  await createHistory(db)
  await changeDocuments(db)
}

async function createSources(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table knowledge_sources (
      tenant text not null default 'default',
      collection text not null,
      origin text not null check (origin in ('team', 'sample')),
      kind text not null,
      label text not null,
      -- What opens it again without a person: no secrets.
      config jsonb,
      schedule text,
      -- What its last whole read gave for the next one.
      since text,
      created_at timestamptz not null default now(),
      primary key (tenant, collection)
    )`.execute(db)
}

async function createImports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table imports (
      id uuid primary key,
      tenant text not null default 'default',
      collection text not null,
      state text not null check (state in ('running', 'done', 'stopped', 'failed')),
      at text,
      total integer,
      seen integer not null default 0,
      imported integer not null default 0,
      unchanged integer not null default 0,
      removed integer not null default 0,
      failed integer not null default 0,
      -- The process that does it, and its last sign of life.
      owner uuid not null,
      alive_at timestamptz not null,
      cancel boolean not null default false,
      started_at timestamptz not null,
      ended_at timestamptz,
      reason text,
      foreign key (tenant, collection) references knowledge_sources (tenant, collection) on delete cascade
    )`.execute(db)
  await sql`create index imports_of_source on imports (tenant, collection, started_at)`.execute(db)
  await sql`
    create table import_failures (
      import uuid not null references imports on delete cascade,
      path text not null,
      -- Where it is known: the version that was taken before stays.
      document text,
      reason text not null,
      primary key (import, path)
    )`.execute(db)
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_versions (
      tenant text not null default 'default',
      document text not null,
      version integer not null,
      hash text not null,
      title text not null,
      body text not null,
      url text,
      changed text,
      "from" timestamptz not null,
      until timestamptz not null,
      primary key (tenant, document, version)
    )`.execute(db)
}

async function changeDocuments(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table documents
      add column version integer not null default 1,
      add column seen uuid,
      add column product text,
      add column details jsonb,
      add column sketch bytea,
      add column twin text,
      add column taken_at timestamptz not null default now()`.execute(db)
  await sql`create index documents_twin on documents (tenant, twin) where twin is not null`.execute(db)
  // With the tenant first, a table that nobody has analysed yet is searched for an id by this index: by the tenant
  // alone, row for row.
  await sql`drop index documents_collection`.execute(db)
  await sql`create index documents_collection on documents (collection, origin, tenant)`.execute(db)
  // Packing long texts takes a fifth of the time so, where the server was built with it.
  await sql`
    do $$ begin
      alter table documents alter column body set compression lz4;
      alter table article_words alter column lower set compression lz4, alter column found set compression lz4;
    exception when feature_not_supported then null;
    end $$`.execute(db)
  // Each import changes many of their rows in place: room for it on the same page spares the indexes.
  await sql`alter table word_counts set (fillfactor = 70)`.execute(db)
  await sql`alter table documents set (fillfactor = 85)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table documents reset (fillfactor)`.execute(db)
  await sql`alter table word_counts reset (fillfactor)`.execute(db)
  await sql`drop index documents_twin`.execute(db)
  await sql`drop index documents_collection`.execute(db)
  await sql`create index documents_collection on documents (tenant, origin, collection)`.execute(db)
  await sql`
    alter table documents drop column version, drop column seen, drop column product, drop column details, drop column sketch,
      drop column twin, drop column taken_at`.execute(db)
  await sql`drop table document_versions, import_failures, imports, knowledge_sources`.execute(db)
}
