import { sql, type Kysely, type Generated } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { readCandidates, type DocumentCandidate } from "../candidates/candidates.ts"
import type { Scope } from "../candidates/visible.ts"
import { passagesOfLines } from "../postings/word-lines.ts"
import { nearestDocuments } from "./pgvector.ts"
import { passagesOfTexts, type PassageTexts } from "../passages/passages.ts"

/** A passage as it is read for a model. */
export interface PassageToEmbed {
  document: string
  n: number
  version: number
  text: string
}

/** Whether the vector is also stored in pgvector's own type. */
export interface VectorStorage {
  pgvector: boolean
}

/**
 * Returns the next passages without an embedding of this model. Only public passages are returned, because no model
 * receives an internal page.
 */
export async function passagesWithoutVector(
  db: Kysely<Schema>,
  model: string,
  { pgvector }: VectorStorage,
  limit: number
): Promise<PassageToEmbed[]> {
  const { rows } = await sql<Omit<PassageToEmbed, "text"> & { title: string; texts: PassageTexts }>`
    select d.id as document, p.n, d.version, d.title, split_part(d.texts, chr(12), p.n + 1) as texts
    from documents d cross join lateral generate_series(0, d.passages - 1) as p (n)
    where d.tenant = ${TENANT} and d.visibility = 'public' and not exists (
      select 1 from passage_vectors v where v.tenant = d.tenant and v.document = d.id and v.n = p.n and v.model = ${model}
        ${pgvector ? sql`and (v.embedding is not null or v.vector is null)` : sql``})
    order by d.id, p.n limit ${limit}`.execute(db)
  return rows.map(({ title, texts, ...row }) => ({
    ...row,
    text: [title, ...passagesOfTexts(texts).flatMap(({ headings, text }) => [...headings, text])]
      .join("\n")
      .slice(0, LONGEST)
  }))
}

/** A model receives this many characters of a passage, because most models take 512 model tokens. */
const LONGEST = 1_500

/**
 * Stores the embeddings of these passages; null marks one that the model refused. Passages of a document that an import
 * has replaced in the meantime are left out: the document is locked before they are stored, and its version shows it.
 */
export async function storeVectors(
  db: Kysely<Schema>,
  model: string,
  { pgvector }: VectorStorage,
  passages: PassageToEmbed[],
  vectors: (Float32Array | null)[]
): Promise<void> {
  const texts = pgvector ? vectors.map((vector) => vector && `[${vector.join(",")}]`) : []
  await sql`
    insert into passage_vectors (tenant, document, n, model, vector ${pgvector ? sql`, embedding` : sql``})
    select d.tenant, d.id, e.n, ${model}, e.vector ${pgvector ? sql`, e.embedding::vector` : sql``}
    from unnest(${passages.map(({ document }) => document)}::text[], ${passages.map(({ n }) => n)}::int[], ${passages.map(({ version }) => version)}::int[],
      ${vectors.map((vector) => vector && packVector(vector))}::bytea[] ${pgvector ? sql`, ${texts}::text[]` : sql``}) as e (document, n, version, vector ${pgvector ? sql`, embedding` : sql``})
    join documents d on d.tenant = ${TENANT} and d.id = e.document and d.version = e.version
    for share of d
    on conflict (tenant, document, n, model) do update set vector = excluded.vector ${pgvector ? sql`, embedding = excluded.embedding` : sql``}`.execute(
    db
  )
}

/** Deletes embeddings that are no longer used: those of other models, and those of this model with another length. */
export async function dropStaleVectors(db: Kysely<Schema>, model: string, length: number): Promise<void> {
  await sql`delete from passage_vectors where tenant = ${TENANT} and (model <> ${model} or length(vector) <> ${length})`.execute(
    db
  )
}

/** Returns how many passages a model may receive, and how many have an embedding of this model. */
export async function countVectors(db: Kysely<Schema>, model: string): Promise<{ of: number; done: number }> {
  const { rows } = await sql<{ of: number; done: number }>`
    select (select coalesce(sum(passages), 0)::int from documents where tenant = ${TENANT} and visibility = 'public') as of,
      (select count(*)::int from passage_vectors where tenant = ${TENANT} and model = ${model}) as done`.execute(db)
  return rows[0] ?? { of: 0, done: 0 }
}

/** Returns the stored embeddings of these documents' passages, by document and number. */
export async function readVectors(
  db: Kysely<Schema>,
  model: string,
  documents: string[]
): Promise<Map<string, Map<number, Buffer>>> {
  const rows = await db
    .selectFrom("passage_vectors")
    .select(["document", "n", "vector"])
    .where("tenant", "=", TENANT)
    .where(sql<boolean>`document = any(${documents}::text[])`)
    .where("model", "=", model)
    .where("vector", "is not", null)
    .execute()
  const byDocument = new Map<string, Map<number, Buffer>>()
  for (const { document, n, vector } of rows) {
    const own = byDocument.get(document) ?? new Map<number, Buffer>()
    if (vector) own.set(n, vector)
    byDocument.set(document, own)
  }
  return byDocument
}

/**
 * Packs a vector for storage: one signed byte for each number, scaled so that the largest is 127. It takes a quarter of
 * the space of floats, so that a vector of 1,536 numbers still fits in its row. Cosines differ by some thousandths.
 */
function packVector(vector: Float32Array): Buffer {
  const most = vector.reduce((max, number) => Math.max(max, Math.abs(number)), 0) || 1
  return Buffer.from(Int8Array.from(vector, (number) => Math.round((number / most) * 127)).buffer)
}

/**
 * Computes the cosine of a vector of length 1 and a stored one.
 * @returns undefined if they come from different models, which the lengths show
 */
export function cosineSimilarity(vector: Float32Array, stored: Uint8Array): number | undefined {
  if (vector.length !== stored.length) return undefined
  const other = new Int8Array(stored.buffer, stored.byteOffset, stored.length)
  let [sum, squares] = [0, 0]
  for (let at = 0; at < other.length; at++) {
    const value = other[at] ?? 0
    sum += (vector[at] ?? 0) * value
    squares += value * value
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares)
}

interface PassageVectorRow {
  tenant: Generated<string>
  document: string
  n: number
  /** The model's name at its endpoint. */
  model: string
  /** See `packVector`. The value is null if the model refused the passage. */
  vector: Buffer | null
}

declare module "../../storage/schema.ts" {
  interface Schema {
    passage_vectors: PassageVectorRow
  }
}

/** Adds the query's embedding to a search. */
export interface VectorSimilarity {
  /**
   * Returns the candidates, each with the similarity of its passages to the query. If the server can find the nearest
   * documents, these are added.
   */
  join(scope: Scope, candidates: DocumentCandidate[]): Promise<DocumentCandidate[]>
}

/**
 * Creates the similarity. @param asked the query's vector as soon as it arrives; with undefined, the search continues
 * without it
 */
export function createVectorSimilarity(
  db: Kysely<Schema>,
  model: string,
  pgvector: () => Promise<boolean>,
  asked: Promise<Float32Array | undefined>
): VectorSimilarity {
  return {
    async join(scope, candidates) {
      const vector = await asked
      if (!vector) return candidates
      const near = (await pgvector()) ? await nearestDocuments(db, scope, model, vector) : []
      const others = await readCandidates(
        db,
        scope,
        near.filter((id) => !candidates.some(({ document }) => document === id))
      )
      const all = [...candidates, ...others]
      const vectors = await readVectors(
        db,
        model,
        all.map(({ document }) => document)
      )
      return all.map((candidate) => {
        const own = vectors.get(candidate.document)
        if (!own) return candidate
        return {
          ...candidate,
          similar: passagesOfLines(candidate.words).map((_, n) => {
            const stored = own.get(n)
            return stored && cosineSimilarity(vector, stored)
          })
        }
      })
    }
  }
}
