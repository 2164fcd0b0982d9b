import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { readCandidates, type DocumentCandidate } from "../candidates/candidates.ts"
import type { Scope } from "../candidates/visible.ts"
import { passagesOfLines } from "../postings/word-lines.ts"
import { nearestDocuments } from "./pgvector.ts"
import { cosineSimilarity, readVectors } from "./vector-store.ts"

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
