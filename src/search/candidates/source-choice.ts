import { sql, type Kysely } from "kysely"
import type { ChosenSources } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"
import type { DocumentCandidate } from "./candidates.ts"
import { TENANT } from "../../storage/tenant.ts"

/** What the agent's choice of sources means for one search. */
export interface SourceChoice {
  /** These documents are considered whether the search finds them or not. */
  use: string[]
  /** Returns whether a document may be a result. */
  allows(candidate: DocumentCandidate): boolean
  /**
   * Returns whether a document is put before results with a higher score. An internal one isn't, because no draft may
   * rely on it.
   */
  lifts(candidate: DocumentCandidate): boolean
}

/** The choice if the agent hasn't chosen any sources. */
const NO_CHOICE: SourceChoice = { use: [], allows: () => true, lifts: () => false }

/**
 * Reads the choice. Near copies of an excluded document are excluded too, unless they were chosen themselves. Unknown
 * ids are ignored.
 */
export async function readSourceChoice(db: Kysely<Schema>, chosen: ChosenSources | undefined): Promise<SourceChoice> {
  if (!chosen || chosen.use.length + chosen.not.length === 0) return NO_CHOICE
  const not = new Set(chosen.not.filter(storable))
  const use = new Set(chosen.use.filter(storable)).difference(not)
  const rows = await db
    .selectFrom("documents")
    .select(["id", "twin"])
    .where("tenant", "=", TENANT)
    .where(sql<boolean>`id = any(${[...not]}::text[])`)
    .execute()
  const copied = new Set(rows.map(({ id, twin }) => twin ?? id))
  return {
    use: [...use],
    allows: (candidate) =>
      use.has(candidate.document) || !(not.has(candidate.document) || copied.has(candidate.twin ?? candidate.document)),
    lifts: ({ document, visibility }) => visibility === "public" && use.has(document)
  }
}

/**
 * Returns whether an id can be stored. PostgreSQL accepts no text with the NUL character, so no document has such an
 * id.
 */
export const storable = (id: string): boolean => !id.includes("\0")
