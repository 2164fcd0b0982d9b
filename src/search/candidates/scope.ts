import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import { originsFor } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Scope } from "./visible.ts"

/** Reads what a search for a ticket of this helpdesk may see on behalf of this person. */
export async function scopeOf(db: Kysely<Schema>, helpdesk: string, person: PairedPerson): Promise<Scope> {
  return { origins: await originsFor(db, helpdesk), groups: person.groups }
}
