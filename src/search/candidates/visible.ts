import { sql, type RawBuilder, type Kysely } from "kysely"
import type { DocumentKind } from "../../ticket/draft.ts"
import { type Origin, originsFor } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"

/** The documents that a search may find. */
export interface Scope {
  origins: Origin[]
  /** The person's groups. A document without groups is visible to everybody. */
  groups: string[]
  /** Only documents of these kinds are found. Without it, documents of all kinds are found. */
  kinds?: DocumentKind[]
}

/** The one condition that says which documents may be seen. An unknown group gives access to nothing. */
export function visibleIn(scope: Scope) {
  return isVisible(sql`${scope.origins}::text[]`, scope)
}

/** The same for origins that are an array in SQL. */
export function isVisible(origins: RawBuilder<unknown>, { groups, kinds }: Omit<Scope, "origins">) {
  return sql<boolean>`documents.tenant = ${TENANT} and documents.origin = any(${origins})
    and (documents.expires_at is null or documents.expires_at > now())
    and (documents.groups = '{}' or documents.groups && ${groups}::text[]) ${kinds ? sql`and documents.kind = any(${kinds}::text[])` : sql``}`
}

/** Reads what a search for a ticket of this helpdesk may see on behalf of this person. */
export async function scopeOf(db: Kysely<Schema>, helpdesk: string, person: PairedPerson): Promise<Scope> {
  return { origins: await originsFor(db, helpdesk), groups: person.groups }
}
