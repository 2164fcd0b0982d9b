import { sql, type Kysely } from "kysely"

/**
 * An index by which a misspelt word finds its neighbours. Where server or role have no trigrams there is none:
 * `search/spelling`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      create extension if not exists pg_trgm;
      create index if not exists word_counts_near on word_counts using gin (word gin_trgm_ops) with (gin_pending_list_limit = 64);
    exception when insufficient_privilege or undefined_file or undefined_object or feature_not_supported or invalid_schema_name then null;
    end $$`.execute(db)
}

/** The extension stays: others may use it. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index if exists word_counts_near`.execute(db)
}
