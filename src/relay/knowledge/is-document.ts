import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { storable } from "../../search/candidates/source-choice.ts"
import { TENANT } from "../../storage/tenant.ts"

/**
 * Whether a field that names a document holds the id of an existing one. The relay made such an id from a path or an
 * address, which may hold anything.
 */
export async function isDocument(db: Kysely<Schema>, field: string, id: string): Promise<boolean> {
  if (!/^(?:document|ticket|sources\.(?:use|not)\[\d+\])$/.test(field) || !storable(id)) return false
  const row = await db
    .selectFrom("documents")
    .select("id")
    .where("tenant", "=", TENANT)
    .where("id", "=", id)
    .executeTakeFirst()
  return row !== undefined
}
