import { sql, type Kysely } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"
import type { ReadReplica } from "../../storage/read-replica.ts"
import type { Schema } from "../../storage/schema.ts"
import { countSearch } from "../../runtime/metrics/database-metrics.ts"
import type { DocumentCandidate, SourceDocument } from "../candidates/candidates.ts"
import { knowledgeMark } from "../postings/posting-store.ts"

/** What a search has to show, so that it can be told whether it holds now. */
interface Found {
  best: { candidate: DocumentCandidate }[]
  /** As they are in the database itself. */
  documents: Map<string, SourceDocument>
}

export interface SearchPlaces {
  db: Kysely<Schema>
  replica: ReadReplica | undefined
  origins: Origin[]
  signal: AbortSignal
}

/**
 * Searches in the replica if that has the same knowledge as the database, and in the database otherwise. A result of the
 * replica counts only if each document is still the same there, so nothing that was deleted or changed is cited, however
 * late the replica hears of it.
 */
export async function searchWhereCurrent<Result extends Found>(
  { db, replica, origins, signal }: SearchPlaces,
  search: (from: Kysely<Schema>) => Promise<Result>
): Promise<Result> {
  const result = await replica?.attempt(signal, async (there) => {
    const [here, copied] = await Promise.all([readKnowledgeMark(db, origins), readKnowledgeMark(there, origins)])
    return here === copied ? search(there) : undefined
  })
  if (result && isCurrent(result)) {
    countSearch("replica")
    return result
  }
  countSearch("primary")
  return search(db)
}

function isCurrent({ best, documents }: Found): boolean {
  return best.every(({ candidate }) => documents.get(candidate.document)?.version === candidate.version)
}

async function readKnowledgeMark(db: Kysely<Schema>, origins: Origin[]): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select ${knowledgeMark(sql`${origins}::text[]`)} as mark`.execute(db)
  return rows[0]?.mark ?? ""
}
