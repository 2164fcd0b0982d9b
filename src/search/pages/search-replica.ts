import { sql, type Kysely } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"
import type { ReadReplica } from "../../storage/read-replica.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { countSearch } from "../../runtime/metrics/database-metrics.ts"
import type { DocumentCandidate, SourceDocument } from "../candidates/candidates.ts"
import { NEWEST_BLOCK } from "../postings/posting-store.ts"

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
  const found = await replica?.attempt(signal, async (there) => {
    const [here, copied] = await Promise.all([readKnowledgeMark(db, origins), readKnowledgeMark(there, origins)])
    return here === copied ? search(there) : undefined
  })
  if (found && isCurrent(found)) {
    countSearch("replica")
    return found
  }
  countSearch("primary")
  return search(db)
}

function isCurrent({ best, documents }: Found): boolean {
  return best.every(({ candidate }) => documents.get(candidate.document)?.version === candidate.version)
}

/**
 * Reads what differs once knowledge was added or replaced (its newest block is another one) or removed (its words are
 * fewer).
 */
async function readKnowledgeMark(db: Kysely<Schema>, origins: Origin[]): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', ${NEWEST_BLOCK}, string_agg(concat_ws(' ', origin, passages, title_words, heading_words, text_words), ',' order by origin)) as mark
    from knowledge_totals where tenant = ${TENANT} and origin = any(${origins}::text[])`.execute(db)
  return rows[0]?.mark ?? ""
}
