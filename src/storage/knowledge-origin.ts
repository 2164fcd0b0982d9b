import { sql, type Kysely } from "kysely"
import type { Schema } from "./schema.ts"
import { TENANT } from "./tenant.ts"

/** Whose knowledge it is: the team's own, or that of the sample shop. Which tickets it answers is stored. */
export type Origin = "team" | "sample"

export interface KnowledgeOriginRow {
  tenant: string
  origin: Origin
  /** Only tickets of this helpdesk are answered from it. Null: those of every helpdesk. */
  helpdesk: string | null
}

/** Reads the origins from which tickets of a helpdesk are answered. */
export async function originsFor(db: Kysely<Schema>, helpdesk: string): Promise<Origin[]> {
  const { rows } = await selectOrigins(helpdesk).execute(db)
  return rows.map(({ origin }) => origin)
}

/** The statement of `originsFor`, which can be part of another. */
export const selectOrigins = (helpdesk: string) => sql<{ origin: Origin }>`
    select origin from knowledge_origins where tenant = ${TENANT} and (helpdesk is null or helpdesk = ${helpdesk})`

/**
 * Reads which knowledge counts where no ticket says so: the one for every helpdesk once it has a document, and until
 * then the one that is for a single helpdesk.
 */
export async function originInUse(db: Kysely<Schema>): Promise<Pick<KnowledgeOriginRow, "origin" | "helpdesk">> {
  const { rows } = await sql<Pick<KnowledgeOriginRow, "origin" | "helpdesk">>`
    select origin, helpdesk from knowledge_origins o
    where tenant = ${TENANT} and exists (select from documents d where d.tenant = o.tenant and d.origin = o.origin)
    order by helpdesk nulls first limit 1`.execute(db)
  return rows[0] ?? { origin: "team", helpdesk: null }
}
