import { sql, type Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"

/** Whether this server compares words by trigrams, with an index for it. Looked up once for each database. */
export function knowsTrigrams(db: Kysely<Schema>): Promise<boolean> {
  const known = KNOWN.get(db)
  if (known) return known
  const looked = look(db)
  KNOWN.set(db, looked)
  // A database that is away now may be back for the next search.
  looked.catch(() => KNOWN.delete(db))
  return looked
}

const KNOWN = new WeakMap<Kysely<Schema>, Promise<boolean>>()

async function look(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ ready: boolean }>`
    select to_regoperator('%(text,text)') is not null and to_regclass('known_words_near') is not null as ready`.execute(
    db
  )
  return rows[0]?.ready ?? false
}

/**
 * Tries once more what the tables' making tried: the extension may have been put there since. Where there is none the
 * log says so, once a start.
 */
export async function prepareTrigrams(db: Kysely<Schema>, log: Log): Promise<void> {
  if (await knowsTrigrams(db)) return
  await makeTrigrams(db)
  KNOWN.delete(db)
  if (!(await knowsTrigrams(db))) {
    log.warn("no-trigrams", {
      advice:
        'misspelt words are found by trying every slip: this server has no pg_trgm, or the relay\'s role may not create it; "create extension pg_trgm" there as an admin and start the relay again for the index'
    })
  }
}

/** Sorts new words into the index, where there is one: until then each search reads them all. */
export async function tidyTrigrams(write: Kysely<Schema>): Promise<void> {
  await sql`select gin_clean_pending_list(to_regclass('known_words_near')) where to_regclass('known_words_near') is not null`.execute(
    write
  )
}

/**
 * The extension and its index, where server and role allow it. New words wait together to be sorted in, which takes
 * half the time.
 */
export async function makeTrigrams(db: Kysely<Schema> | Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      create extension if not exists pg_trgm;
      create index if not exists known_words_near on known_words using gin (word gin_trgm_ops) with (gin_pending_list_limit = 4096);
    exception when insufficient_privilege or undefined_file or undefined_object or feature_not_supported or invalid_schema_name then null;
    end $$`.execute(db)
}
