import { createHash } from "node:crypto"
import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { visibleIn, type Scope } from "../candidates/visible.ts"

/** Creates the column for pgvector if server and role allow it. @returns whether it exists */
export async function preparePgvector(db: Kysely<Schema>): Promise<boolean> {
  if (await hasPgvector(db)) return true
  await sql`
    do $$ begin
      create extension if not exists vector;
      alter table passage_vectors add column if not exists embedding vector;
    exception when insufficient_privilege or undefined_file or undefined_object or feature_not_supported or invalid_schema_name then null;
    end $$`.execute(db)
  return hasPgvector(db)
}

/** Returns whether embeddings are also stored in pgvector's own type. */
export async function hasPgvector(db: Kysely<Schema>): Promise<boolean> {
  const { rows } =
    await sql`select 1 from pg_attribute where attrelid = 'passage_vectors'::regclass and attname = 'embedding' and not attisdropped`.execute(
      db
    )
  return rows.length > 0
}

/**
 * Creates the index for embeddings of this model and length, and drops all others. It is created while there are few
 * embeddings, so that no import has to wait for it.
 */
export async function indexVectors(db: Kysely<Schema>, model: string, length: number): Promise<void> {
  if (length > MAX_INDEXED) return
  const name = `passage_vectors_near_${createHash("sha256").update(`${model}\n${length}`).digest("hex").slice(0, 12)}`
  const { rows } = await sql<{
    indexname: string
  }>`select indexname from pg_indexes where tablename = 'passage_vectors' and indexname like 'passage_vectors_near_%'`.execute(
    db
  )
  for (const { indexname } of rows)
    if (indexname !== name) await sql`drop index if exists ${sql.id(indexname)}`.execute(db)
  await sql`
    create index if not exists ${sql.id(name)} on passage_vectors using hnsw ((embedding::vector(${sql.lit(length)})) vector_cosine_ops)
    where model = ${sql.lit(model)} and embedding is not null`.execute(db)
}

/** Returns the visible documents whose passages are nearest to this vector. */
export async function nearestDocuments(
  db: Kysely<Schema>,
  scope: Scope,
  model: string,
  vector: Float32Array
): Promise<string[]> {
  if (vector.length > MAX_INDEXED) return []
  const type = sql`vector(${sql.lit(vector.length)})`
  const asked = sql`${`[${vector.join(",")}]`}::${type}`
  const { rows } = await db.transaction().execute(async (read) => {
    await sql.raw(`set local hnsw.ef_search = ${LOOKED_AT}`).execute(read)
    return sql<{ document: string }>`
      with near as (
        select document, embedding::${type} <=> ${asked} as far from passage_vectors
        where model = ${sql.lit(model)} and embedding is not null order by embedding::${type} <=> ${asked} limit ${sql.lit(LOOKED_AT)}
      )
      select near.document from near join documents on documents.id = near.document where ${visibleIn(scope)}
      group by near.document order by min(near.far), near.document limit ${sql.lit(NEAREST)}`.execute(read)
  })
  return rows.map(({ document }) => document)
}

/** An index of pgvector takes vectors with at most this many numbers. */
const MAX_INDEXED = 2_000
/**
 * This many passages are read, because several may belong to one page and some to pages that this person may not see.
 */
const LOOKED_AT = 200
const NEAREST = 30
