import { sql, type Kysely } from "kysely"
import type { ChosenSources } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"
import type { DocumentCandidate } from "./candidates.ts"
import { TENANT } from "../../storage/tenant.ts"

/** What an agent's word on sources means for one search. */
export interface SourceChoice {
  /** Looked at whether the search finds them or not. */
  use: string[]
  /** Whether it may be a result. */
  allows(candidate: DocumentCandidate): boolean
  /** Stands before whatever ranks higher. An internal one doesn't: no draft may stand on it. */
  lifts(candidate: DocumentCandidate): boolean
}

/** Nobody has said anything. */
const NO_CHOICE: SourceChoice = { use: [], allows: () => true, lifts: () => false }

/**
 * Near copies of what is left out are left out too, but for one that was chosen itself. Ids that nobody knows are
 * passed over.
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

/** PostgreSQL takes no text with this character, so no document has such an id. */
export const storable = (id: string): boolean => !id.includes("\0")
